"""Labelled fields: what is typed, chosen and refused."""
