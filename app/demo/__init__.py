"""The tour and pictures of screens, through the real window."""
