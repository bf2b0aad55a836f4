"""Promises that were extended, and their apologies."""
