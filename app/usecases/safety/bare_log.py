"""The program's log as strangers may read it: what helps to find a mistake, and no one's data.

The log masks whoever it can tell (`app.domain.masking`). Here it is the other way round: of a line
only that is left which is known to be the program's own.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.domain.masking import masked
from app.logs import LOG_FILE

MOST_BYTES = 200_000
"""Of each log file as many bytes from its end."""
_OUT = "…"
_PLACE = r"(?:app|ui|db|tests|resources|site-packages)/[\w./-]+\.py"
_FRAME = re.compile(rf'\s*(?:File ".*?(?P<file>{_PLACE})", line |(?P<place>{_PLACE}):)'
                    r"(?P<line>\d+)(?:, in)? (?P<name>[\w<>.]+)")  # fmt: skip
"""Where in the code: as an incident says it, and as Python does."""
_OWN = (
    r"\d{4}-\d{2}-\d{2}",
    r"\d{2}:\d{2}:\d{2}(?:,\d{3})?",
    r"\d{6}-\d{6}-\d+",
    r"\d{1,3}(?:\.\d{1,3}){0,3},?",
    r"(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning|Failed|Damaged|Busy|Full)[.,:]?",
    r"(?:motcua|app|ui|db|sqlalchemy|qt)(?:\.[a-z_]+)+",
)
"""Words of the program's own: moments, numbers, kinds of fault, names of parts."""
_WORD = re.compile("|".join(f"(?:{one})" for one in _OWN))
_MESSAGES = (
    "ERROR WARNING CRITICAL Python Linux Windows Traceback (most recent call last): incident after "
    "commit backup database disk error full locked busy closed opened read write written cannot of "
    "could failed found timeout printer page device returned engine thread queue signal object is"
)
_SAID = frozenset(_MESSAGES.split())
"""Words of messages: they are few, and none is anybody's name."""
_INCIDENT = re.compile(r"incident (\d{6}-\d{6}-\d+)$")


def log_lines(folder: Path, *, most_bytes: int = MOST_BYTES) -> Iterator[str]:
    """The log of the data folder, oldest first, each line bare; nothing where there is none."""
    numbered = {path: path.suffix.removeprefix(".") for path in folder.glob(f"{LOG_FILE}.*")}
    older = sorted((path for path, end in numbered.items() if end.isdigit()), key=_age)
    for path in (*reversed(older), folder / LOG_FILE):
        yield from map(bare, _tail(path, most_bytes))


def bare(line: str) -> str:
    """What of a line is the program's own; a stand-in for every word that may not be."""
    frame = _FRAME.fullmatch(line.rstrip())
    if frame is not None:
        return f"  {frame['file'] or frame['place']}:{frame['line']} {frame['name']}"
    kept = (word if _is_own(word) else _OUT for word in masked(line).split())
    return re.sub(rf"{_OUT}(?: {_OUT})+", _OUT, " ".join(kept))


def _is_own(word: str) -> bool:
    return word in _SAID or _WORD.fullmatch(word) is not None


def incidents_of(lines: Iterable[str]) -> tuple[str, ...]:
    """The numbers of the incidents a log tells of, each once."""
    found = (_INCIDENT.search(line) for line in lines)
    return tuple(dict.fromkeys(one[1] for one in found if one))


def _age(path: Path) -> int:
    return int(path.suffix.removeprefix("."))


def _tail(path: Path, most: int) -> list[str]:
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - most))
            lines = file.read(most).decode("utf-8", "replace").splitlines()
    except OSError:
        return []
    return lines[1:] if size > most else lines  # the first may be cut
