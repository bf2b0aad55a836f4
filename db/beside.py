"""Small notes beside the database: what a window needs before that is opened.

The setting in the database stands above each; every start and every change of the setting sets it.
"""

from pathlib import Path

from app import held_files
from app.outside.ordinary import read_bounded
from db.durable import write_durably

_MOST_BYTES = 1_000


def read_note(folder: Path, name: str) -> str:
    """The text of the note; empty where no sound one is kept."""
    try:
        return read_bounded(folder / name, _MOST_BYTES).decode("ascii").strip()
    except (OSError, ValueError):
        return ""


def keep_note(folder: Path, name: str, text: str) -> None:
    """Keep `text` for the next start; no file stands for an empty one.

    That it cannot be written stops nothing: the next start tries again.
    """
    if text == read_note(folder, name):
        return
    path = folder / name
    try:
        if text:
            write_durably(path, f"{text}\n".encode("ascii"))
        else:
            held_files.remove(path, missing_ok=True)
    except OSError:
        return
