"""What a text that is looked for may mean: numbers, codes, papers, names."""
