"""Procedures as published and completed, their versions, and finding them."""
