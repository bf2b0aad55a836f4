"""What the province said: refusals that are open."""
