"""What a dossier costs, and slips of money."""
