"""The working clock: calendar, limits, pauses, due times, and how a dossier stands against them."""
