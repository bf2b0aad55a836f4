"""Column 2: what is applied for."""
