"""Per noun: rows in, domain values out."""
