"""How cards and screens are laid out and scrolled."""
