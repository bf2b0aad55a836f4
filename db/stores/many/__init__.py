"""Many dossiers at once: one statement for each table."""
