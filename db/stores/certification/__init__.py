"""Certification: papers with their numbers, and the books they stand in."""
