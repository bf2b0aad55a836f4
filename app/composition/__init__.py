"""Where every room is seen at once: use cases bound to screens, the window opened and closed."""
