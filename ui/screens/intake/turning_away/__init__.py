"""Papers that are not taken in: what is missing is written down, or they are refused."""
