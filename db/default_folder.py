"""Where the records lie when nobody says where."""

import os
from pathlib import Path

import platformdirs

DATA_VARIABLE = "MOTCUA_DATA"


def default_folder() -> Path:
    """The user's data folder: MOTCUA_DATA, or where the system keeps programs' data."""
    if DATA_VARIABLE in os.environ:
        return Path(os.environ[DATA_VARIABLE])
    return Path(platformdirs.user_data_dir("MotCua", appauthor=False))
