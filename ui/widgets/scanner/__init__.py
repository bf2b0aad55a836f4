"""A trial of the scanner."""
