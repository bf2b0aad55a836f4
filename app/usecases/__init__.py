"""What the desk does: one function, one permission, one transaction."""
