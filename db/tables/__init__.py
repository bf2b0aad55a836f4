"""Table definitions; importing this package fills `db.tables.columns.metadata`."""
