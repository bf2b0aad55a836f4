"""What can be done with a dossier, and what was."""
