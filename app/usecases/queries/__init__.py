"""What screens and the command line read; nothing here changes anything."""
