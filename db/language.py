"""The language of the window, kept beside the database: it is needed before that is opened.

The setting in the database stands above it; every start and every change of the setting sets it.
"""

from pathlib import Path

FILE = "motcua.lang"
DEFAULT = "vi"


def remembered(folder: Path) -> str:
    """``vi`` or ``en``; Vietnamese where nothing sound is kept."""
    try:
        kept = (folder / FILE).read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return DEFAULT
    return kept if kept == "en" else DEFAULT


def remember(folder: Path, language: str) -> None:
    """Keep `language` for the next start; no file stands for Vietnamese.

    That it cannot be written stops nothing: the next start tries again.
    """
    if language == remembered(folder):
        return
    path = folder / FILE
    try:
        if language == DEFAULT:
            path.unlink(missing_ok=True)
        else:
            path.write_text(language + "\n", encoding="ascii")
    except OSError:
        return
