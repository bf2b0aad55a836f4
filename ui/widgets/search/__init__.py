"""Lines to search by, and what is found."""
