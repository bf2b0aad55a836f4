"""Papers that say no: refusals, stops, and what is still missing before anything is received."""
