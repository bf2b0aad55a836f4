"""What the province takes today: our events in its words, and its answers."""
