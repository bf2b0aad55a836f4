"""Which forms there are, which legal set a dossier keeps, and what a print is asked for."""
