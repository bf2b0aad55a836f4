"""Files the program ships: fonts, icons, seed data, translations, schema."""
