"""The pile to be signed, and the books."""
