"""Where the records lie when nobody says where."""

import os
from pathlib import Path

import platformdirs

from app.domain.errors import DeskError

DATA_VARIABLE = "MOTCUA_DATA"


class FolderNotNamed(DeskError):
    """The name of the folder holds signs that are no letters. Facts: variable."""


def default_folder() -> Path:
    """The user's data folder: MOTCUA_DATA, or where the system keeps programs' data.

    An empty variable names none: it would be whatever folder the program was started in.

    Raises:
        FolderNotNamed: the variable holds signs that no name has.
    """
    named = os.environ.get(DATA_VARIABLE, "").strip()
    if not named.isprintable():
        raise FolderNotNamed(variable=DATA_VARIABLE)
    if named:
        return Path(named)
    return Path(platformdirs.user_data_dir("MotCua", appauthor=False))
