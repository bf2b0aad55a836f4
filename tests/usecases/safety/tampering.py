"""Changes a database behind the program's back."""

from db.engine.opening import connect
from db.keys import read_key


def tamper(folder, *statements):
    """Run `statements` on the closed records in `folder`, with no rule in the way."""
    connection = connect(folder / "motcua.db", read_key(folder))
    connection.execute("PRAGMA foreign_keys = OFF")
    for statement in statements:
        connection.execute(statement)
    connection.close()
