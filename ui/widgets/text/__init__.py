"""Texts that are only read."""
