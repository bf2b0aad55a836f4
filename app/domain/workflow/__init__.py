"""States, events, the one table of moves, and the steps through agencies."""
