"""Cards that show a dossier."""
