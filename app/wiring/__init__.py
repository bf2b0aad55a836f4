"""Where every room is seen at once: use cases bound to screens, tour and pictures."""
