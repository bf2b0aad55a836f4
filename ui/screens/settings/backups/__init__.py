"""Backups on the settings screen: by hand, by themselves, where they lie, and sticks."""
