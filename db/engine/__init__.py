"""What an engine of storage must offer, and SQLite's way of it; nobody else knows SQLite."""
