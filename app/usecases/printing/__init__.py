"""What papers say, frozen when it happens, and the prints made of it."""
