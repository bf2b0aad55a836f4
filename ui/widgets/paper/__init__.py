"""Printed pages and codes on the screen."""
