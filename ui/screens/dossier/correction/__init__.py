"""What was written down, put right."""
