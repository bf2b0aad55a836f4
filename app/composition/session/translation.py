"""What the program says in another language than its source's: tables from text to text.

A table is looked up by the text alone. Qt's contexts are class names, which every subclass changes,
and the command line has none: one Vietnamese text has one translation.
"""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import resources

ENGLISH = "motcua_en"
"""From the program's own Vietnamese texts to English."""
STANDARD = "qtbase_vi"
"""From the English texts of Qt's own buttons, menus and dialogs to Vietnamese."""
_TABLES = Path(resources.__file__).parent / "i18n"


def table(name: str) -> dict[str, str]:
    """The table `name`."""
    read: dict[str, str] = json.loads((_TABLES / f"{name}.json").read_text(encoding="utf-8"))
    return read


def translation_into(language: str) -> Callable[[str], str] | None:
    """How the program's texts are translated into `language`; None for Vietnamese, their own."""
    return partial(_translated, table(ENGLISH)) if language == "en" else None


def _translated(words: dict[str, str], source: str) -> str:
    """`source` in other words; itself where there are none."""
    return words.get(source, source)
