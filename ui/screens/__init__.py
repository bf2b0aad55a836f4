"""One package or module per screen; screens do not know each other."""
