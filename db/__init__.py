"""The encrypted database: tables, stores, migrations."""
