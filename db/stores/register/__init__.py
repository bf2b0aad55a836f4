"""The register of dossiers and what is counted of it."""
