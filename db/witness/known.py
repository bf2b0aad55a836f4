"""What the witness knows: how far the ledger reached, which numbers were given, and its file.

`motcua.head` lies beside the key, outside the database and its log. Its first line is a summary;
each further line is what one commit added. A line is a checksum and JSON. The last one may be torn
by a power cut: a line that cannot be read is left out, since what it told was not answered yet, or
is told again by a later one. A summary that cannot be read is damage.
"""

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

from app.domain.errors import Damaged
from app.outside.ordinary import NotOrdinary, TooLarge, open_ordinary, read_bounded
from db.durable import write_durably

HEAD_FILE = "motcua.head"
FORMAT = "motcua-head-3"
MOST_BYTES = 2**28
"""Of the file: a million commits without a clean close in between."""
MOST_SUMMARY = 2**24
"""Bytes of its first line."""
MOST_NUMBERS = 1_000
"""Runs whose last number a summary keeps: more than two years of days and years."""
MOST_ROWS = 200
"""Rows a summary names: those of the last days, so that a loss can say what is missing."""
_SPOILT = (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError)
"""What reading a line that is damaged, or was made to do harm, ends in."""

Heads = dict[int, tuple[int, str]]
"""Number and hash of the last row of each chain of the ledger."""
RunKey = tuple[str, str, str, int, int]
"""Series, period, agency, station, and where the block begins: of one run of numbers."""
Place = tuple[int, int]
"""Chain and number of a row of the ledger."""


class HeadFileDamaged(Damaged):
    """Facts: path."""


class HeadMissing(Damaged):
    """There is a ledger, but not the file beside it that says how far it reached. Facts: path."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the ledger: `code` of the dossier it is about (or empty), `version` 1 a new one."""

    hash: str
    subject: str
    version: int = 0
    code: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the witness was told.

    Attributes:
        heads: how far each chain of the ledger reached.
        numbers: the last number given of each run; none of practice, which gives them to nobody.
        rows: the newest rows.
        is_practice: whether the office is one of practice.
        lines: how many lines of the file follow its summary.
    """

    heads: Heads = field(default_factory=dict)
    numbers: Mapping[RunKey, int] = field(default_factory=dict)
    rows: Mapping[Place, Row] = field(default_factory=dict)
    is_practice: bool = False
    lines: int = 0

    def with_commit(self, rows: Mapping[Place, Row], numbers: Mapping[RunKey, int]) -> "Known":
        """And what one more commit added; commits may be told in any order."""
        found = _Gathering(dict(self.heads), dict(self.numbers), dict(self.rows))
        found.add(rows, numbers)
        return replace(self, heads=found.heads, numbers=found.numbers, rows=found.rows)


@dataclass(frozen=True, slots=True)
class _Gathering:
    """What is known, while line after line is read."""

    heads: Heads
    numbers: dict[RunKey, int]
    rows: dict[Place, Row]

    def add(self, rows: Mapping[Place, Row], numbers: Mapping[RunKey, int]) -> None:
        self.rows.update(rows)
        for (chain, seq), row in rows.items():
            if self.heads.get(chain, (0, ""))[0] < seq:
                self.heads[chain] = (seq, row.hash)
        for run, last in numbers.items():
            self.numbers[run] = max(last, self.numbers.get(run, 0))


def read_known(folder: Path) -> Known | None:
    """What the witness in `folder` knows; None if there is none.

    Raises:
        HeadFileDamaged: its summary cannot be read.
    """
    path = folder / HEAD_FILE
    try:
        first, *further = read_bounded(path, MOST_BYTES).split(b"\n")
    except FileNotFoundError:
        return None
    except (NotOrdinary, TooLarge):
        raise HeadFileDamaged(path=str(path)) from None
    try:
        known = _summary(_checked(first))
    except _SPOILT:
        raise HeadFileDamaged(path=str(path)) from None
    found = _Gathering(dict(known.heads), dict(known.numbers), dict(known.rows))
    lines = [line for line in further if line]
    for rows, numbers in _commits(lines):
        found.add(rows, {} if known.is_practice else numbers)
    return Known(found.heads, found.numbers, found.rows, known.is_practice, len(lines))


def require_summary(folder: Path) -> bool:
    """Whether there is a witness in `folder`; quick, its further lines are not read.

    Raises:
        HeadFileDamaged: its summary cannot be read.
    """
    path = folder / HEAD_FILE
    try:
        with open_ordinary(path) as file:
            _summary(_checked(file.readline(MOST_SUMMARY).rstrip(b"\n")))
    except FileNotFoundError:
        return False
    except (NotOrdinary, *_SPOILT):
        raise HeadFileDamaged(path=str(path)) from None
    return True


def write_known(folder: Path, known: Known) -> None:
    """Write the witness anew with one summary, so that a power cut leaves the old or the new one.

    Raises:
        OSError: nothing was changed.
    """
    by_period = sorted(known.numbers.items(), key=lambda one: one[0][1], reverse=True)
    rows = sorted(known.rows.items())
    newest = [row for chain in known.heads for row in _last_of(rows, chain)]
    summary = {
        "format": FORMAT,
        "practice": known.is_practice,
        "chains": {str(chain): list(head) for chain, head in known.heads.items()},
        "numbers": [[*run, last] for run, last in islice(by_period, MOST_NUMBERS)],
        "rows": [[*place, *_values(row)] for place, row in newest],
    }
    write_durably(folder / HEAD_FILE, _line(summary), private=True)


def line_of(rows: Mapping[Place, Row], numbers: Mapping[RunKey, int]) -> bytes:
    """The line that tells of one commit."""
    return _line([
        [[*place, *_values(row)] for place, row in rows.items()],
        [[*run, last] for run, last in numbers.items()],
    ])  # fmt: skip


def _last_of(rows: list[tuple[Place, Row]], chain: int) -> list[tuple[Place, Row]]:
    return [one for one in rows if one[0][0] == chain][-MOST_ROWS:]


def _values(row: Row) -> list[object]:
    return [row.hash, row.subject, row.version, row.code]


def _line(body: object) -> bytes:
    text = json.dumps(body, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return b"%08x %s\n" % (zlib.crc32(text), text)


def _checked(line: bytes) -> Any:  # noqa: ANN401 - JSON
    """What a line says.

    Raises:
        ValueError: it is not what was written.
    """
    checksum, _, text = line.partition(b" ")
    if int(checksum, 16) != zlib.crc32(text):
        raise ValueError
    return json.loads(text)


def _commits(
    lines: list[bytes],
) -> Iterator[tuple[dict[Place, Row], dict[RunKey, int]]]:
    """What each line tells that can be read."""
    for line in lines:
        try:
            rows, numbers = _checked(line)
            commit = (_rows(rows), _numbers(numbers))
        except _SPOILT:
            continue
        yield commit


def _summary(body: Any) -> Known:  # noqa: ANN401 - JSON
    if body["format"] != FORMAT:
        raise ValueError
    heads = {int(chain): (int(seq), str(last)) for chain, (seq, last) in body["chains"].items()}
    return Known(heads, _numbers(body["numbers"]), _rows(body["rows"]), body["practice"] is True)


def _rows(rows: Any) -> dict[Place, Row]:  # noqa: ANN401 - JSON
    return {
        (int(chain), int(seq)): Row(str(last), str(subject), int(version), str(code))
        for chain, seq, last, subject, version, code in rows
    }


def _numbers(numbers: Any) -> dict[RunKey, int]:  # noqa: ANN401 - JSON
    return {
        (str(series), str(period), str(agency), int(station), int(first)): int(last)
        for series, period, agency, station, first, last in numbers
    }
