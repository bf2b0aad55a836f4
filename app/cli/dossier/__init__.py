"""Commands about dossiers: taken in, led through their life, found, printed, explained."""
