"""Column 1: who hands in, and what is already known of them."""
