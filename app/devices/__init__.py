"""Bytes for and from machines on the desk; no screens."""
