"""The engine of storage in use: the one place that says which."""

from typing import Final

from db.engine.face import Engine
from db.engine.sqlite import Sqlite

ENGINE: Final[Engine] = Sqlite()
