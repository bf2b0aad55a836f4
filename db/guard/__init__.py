"""Who may use a data folder when, how its files are swapped whole, what a killed program left."""
