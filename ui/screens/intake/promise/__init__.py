"""Column 3: the promise while the form is filled, then what was registered."""
