"""One module per legal form and set."""
