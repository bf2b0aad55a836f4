"""What the office means by its words: pure Python, standard library only."""
