"""What the dossier costs, and what is done about the money."""
