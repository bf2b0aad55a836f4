"""The dossier, its people and papers, its numbers, and the checks at intake."""
