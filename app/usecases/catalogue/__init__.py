"""Catalogue files, and completing what they leave open."""
