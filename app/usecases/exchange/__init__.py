"""What leaves for the province, and what its answers do."""
