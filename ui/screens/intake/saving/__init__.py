"""Registering the dossier, then printing its receipt."""
