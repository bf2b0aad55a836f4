"""The package that carries waiting messages to the province on a stick."""
