"""`python -m tests.i18n.missing`: what the English table lacks, as JSON ready to be filled in.

`--take FILE` (or `-` for standard input) puts the filled JSON into the table, drops what is no
longer said, and keeps the table sorted.
"""

import json
import sys
from pathlib import Path

from tests.i18n.sources import ROOT, sources

TABLE = ROOT / "resources" / "i18n" / "motcua_en.json"


def english() -> dict[str, str]:
    """The table as it stands."""
    read: dict[str, str] = json.loads(TABLE.read_text(encoding="utf-8"))
    return read


def missing() -> dict[str, str]:
    """Texts without English words, with the places where they are said."""
    known = english()
    return {text: place for text, place in sources().items() if text not in known}


def as_kept(table: dict[str, str]) -> str:
    """The table as its file holds it: one text a line, sorted."""
    return json.dumps(table, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def take(filled: dict[str, str]) -> None:
    """Put `filled` into the table; texts that are no longer said go."""
    said = sources()
    table = english() | {text: words for text, words in filled.items() if words}
    table = {text: words for text, words in table.items() if text in said}
    TABLE.write_text(as_kept(table), encoding="utf-8")


def main(arguments: list[str]) -> None:
    """Print what is missing, or take in what was filled."""
    if arguments[:1] == ["--take"]:
        given = sys.stdin.read() if arguments[1] == "-" else Path(arguments[1]).read_text("utf-8")
        take(json.loads(given))
    print(json.dumps(dict.fromkeys(missing(), ""), ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main(sys.argv[1:])
