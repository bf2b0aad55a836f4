"""Words of hand-over."""
