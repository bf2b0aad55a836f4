"""Agencies, steps, where dossiers lie, and the records of hand-over."""
