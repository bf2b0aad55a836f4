"""A dossier's life: intake, changes, corrections, papers."""
