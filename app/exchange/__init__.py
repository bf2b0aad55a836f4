"""What leaves and enters the house: events, packages, catalogue and calendar files."""
