"""Table definitions; each module adds its own to `db.tables.columns.metadata`."""
