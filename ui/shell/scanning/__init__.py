"""Scans found among the keys, and brought where they belong."""
