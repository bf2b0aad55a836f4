"""Statuses and numbers drawn in shape, word and colour."""
