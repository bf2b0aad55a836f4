"""What use cases answer: frozen values that screens and the command line can show."""
