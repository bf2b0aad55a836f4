"""Copies of prints lent to the desktop's own PDF viewer: for this user only, gone at the close."""

import os
import shutil
from pathlib import Path

from app import held_files
from db.guard.leftovers import LENT


class LoosePapers:
    """The folder of copies; made when the first is asked for."""

    def __init__(self, data_folder: Path) -> None:
        self._folder = data_folder / LENT

    def put(self, name: str, pdf: bytes) -> Path:
        """A copy of `pdf` that only this user can read."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        path = self._folder / name
        held_files.remove(path, missing_ok=True)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123 - the mode must hold from the start
            file.write(pdf)
        return path

    def clear(self) -> None:
        """Take every copy away; one that a viewer still holds goes at the next close."""
        shutil.rmtree(self._folder, ignore_errors=True)
