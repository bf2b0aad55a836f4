"""The office itself: its folder, settings and calendar."""
