"""The verbs of the desk: one function, one transaction."""
