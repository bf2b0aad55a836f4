"""The window turned to the citizen."""
