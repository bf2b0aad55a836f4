"""The actions of the desk: one function, one transaction."""
