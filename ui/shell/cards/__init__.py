"""Cards over the window: the palette, the key map, what was said before."""
