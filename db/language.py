"""The language of the window, kept beside the database: it is needed before that is opened."""

from pathlib import Path

from db.beside import keep_note, read_note

FILE = "motcua.lang"
DEFAULT = "vi"


def remembered(folder: Path) -> str:
    """``vi`` or ``en``; Vietnamese where nothing sound is kept."""
    return "en" if read_note(folder, FILE) == "en" else DEFAULT


def remember(folder: Path, language: str) -> None:
    """Keep `language` for the next start; no file stands for Vietnamese."""
    if language != remembered(folder):
        keep_note(folder, FILE, "" if language == DEFAULT else language)
