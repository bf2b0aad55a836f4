"""The day: what it brings, how it ends."""
