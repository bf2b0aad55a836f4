"""The working calendar as a file: sessions, days off, closures."""
