"""What the citizen sees of the form, and the question put to them before printing."""
