"""Prints made, looked at and made again."""
