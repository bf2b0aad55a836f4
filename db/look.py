"""Theme and size of letters, kept beside the database: the first paint is made in them."""

from pathlib import Path

from db.beside import keep_note, read_note

FILE = "motcua.look"
USUAL = ("light", 100)
_THEMES = ("light", "dark")
_LEAST, _MOST = 100, 200


def remembered_look(folder: Path) -> tuple[str, int]:
    """Theme and size of letters in percent; light and 100 where nothing sound is kept."""
    theme, _, size = read_note(folder, FILE).partition(" ")
    if theme not in _THEMES or not (size.isdigit() and len(size) == len(str(_MOST))):
        return USUAL
    return (theme, int(size)) if _LEAST <= int(size) <= _MOST else USUAL


def remember_look(folder: Path, theme: str, size: int) -> None:
    """Keep the look for the next start; no file stands for the usual one."""
    keep_note(folder, FILE, "" if (theme, size) == USUAL else f"{theme} {size}")
