"""Whole lives of dossiers in bulk: what the use cases wrote of a few, told anew of many.

In a small office of its own every kind of life is lived through the use cases, once for each of
some procedures. Its rows are then read back and told of other people on other days, in the order of
time: with codes, numbers and names of events of their own, each ledger row hashed onto the one
before, every body packed and with its digest. So `verify` finds nothing wrong with such an office.
No money is taken, nothing certified and nothing printed.
"""

import hashlib
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from app.domain.actor import Actor
from app.domain.clock import VIETNAM, SetClock, utc_text
from app.domain.dossier import numbering
from app.domain.dossier.dossier import Applicant, IntakeRequest, SubmittedDocument
from app.domain.dossier.identity import Sex
from app.domain.dossier.opened import Opened
from app.domain.errors import DeskError
from app.domain.ledger import GENESIS, chain_hash
from app.usecases.desk import Desk
from app.usecases.dossier import intake, progress
from app.usecases.office import opening
from app.usecases.queries import lookup
from db.engine.opening import connect
from db.folder import DATABASE_FILE
from db.keys import read_key
from db.packing import Dictionary, packed, unpacked

FACTS = opening.OfficeFacts("UBND xã Mẫu", "H37.99.1", "Hoàng Thị Lan")
LAN = Actor(FACTS.officer)
PROCEDURES = 40
"""How many procedures the lives are of."""
PAPERS = 6
_BEGAN = datetime(2026, 3, 2, 8, 0, tzinfo=VIETNAM)
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_PERSON = Applicant(
    "Người Được Thay", personal_id="020185001234", born="1985-03-05", sex=Sex.MALE,
    phone="0912345678", address="Thôn Bản Loỏng, xã Mẫu Sơn",
)  # fmt: skip
_PARTS = ("submitted_document", "promise", "pause", "fee_line", "form_content", "ledger", "outbox")
"""Tables whose rows belong to a dossier by its row."""
_OTHERS = ("payment", "certification_document", "form_print")
_PLACES = re.compile(
    r'(?P<moment>\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|\+07:00))|(?P<day>\d{4}-\d\d-\d\d)'
    r'|(?P<event>[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})'
    r'|(?<="id":)(?P<row>\d+)|(?<="position":)(?P<position>\d+)|(?<="number":")(?P<paper>\d{4}/[^"]+)'
)  # fmt: skip
_WAYS: Mapping[str, Sequence[tuple[timedelta, Callable[..., object]]]] = {
    "RECEIVED": (),
    "PROCESSING": ((_HOUR, progress.start_processing),),
    "AWAITING_SUPPLEMENT": (
        (_HOUR, partial(
            progress.request_supplement, papers=["Văn bản ủy quyền"], reason="Thiếu giấy tờ"
        )),
    ),
    "FINISHED": ((_HOUR, progress.finish_processing),),
    "RETURNED": (
        (_DAY, progress.finish_processing),
        (2 * _DAY, partial(
            progress.return_result, to_whom=_PERSON.full_name, identity=_PERSON.personal_id,
            unpaid_reason="Người nhận hẹn nộp sau",
        )),
    ),
}  # fmt: skip
"""What happens after intake, how long after it, by the state it ends in."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """A dossier that is to be written: who came, when, under which code and row."""

    row: int
    code: str
    number: int
    received: datetime
    state: str
    full_name: str
    personal_id: str
    phone: str
    born: str


class Template:
    """A text or body of a life that was lived, to be told anew."""

    def __init__(self, text: str, code: str) -> None:
        known = {
            code: "code", _label(code): "label", _PERSON.full_name: "full_name",
            _PERSON.personal_id: "personal_id", _PERSON.phone: "phone", _PERSON.born: "born",
        }  # fmt: skip
        either = "|".join(re.escape(one) for one in known)
        pieces: list[object] = []
        at = 0
        for found in re.finditer(f"(?P<known>{either})|{_PLACES.pattern}", text):
            kind, said = str(found.lastgroup), found.group()
            pieces += [text[at : found.start()]]
            at = found.end()
            match kind:
                case "known":
                    pieces.append((known[said],))
                case "moment":
                    pieces.append(("moment", datetime.fromisoformat(said) - _BEGAN, _form(said)))
                case "day":
                    apart = datetime.fromisoformat(said).replace(tzinfo=VIETNAM)
                    pieces.append(("moment", apart - _BEGAN.replace(hour=0), "day"))
                case _:
                    pieces.append((kind,))
        self._pieces = [piece for piece in (*pieces, text[at:]) if piece != ""]

    @property
    def differs(self) -> bool:
        """Whether it says anything that is not the same of everybody."""
        return len(self._pieces) > 1 or not isinstance(self._pieces[0], str)

    def of(self, fresh: "_Telling", **more: str) -> str:
        """The same of `fresh`; `more` are values of this text alone."""
        return "".join(
            [
                piece
                if isinstance(piece, str)
                else more[piece[0]]
                if piece[0] in more
                else fresh[piece]
                for piece in self._pieces
            ]
        )


class _Telling(dict[tuple[Any, ...], str]):
    """What each place of a text says of one dossier; moments are worked out when first asked."""

    def __init__(self, fresh: Fresh) -> None:
        super().__init__(
            {(name,): getattr(fresh, name)
             for name in ("code", "full_name", "personal_id", "phone", "born")}
            | {("row",): str(fresh.row), ("label",): _label(fresh.code)}
        )  # fmt: skip
        self._moved = fresh.received

    def __missing__(self, place: tuple[Any, ...]) -> str:
        _, apart, form = place
        moment = self._moved + apart
        match form:
            case "day":
                said = moment.date().isoformat()
            case "utc":
                said = utc_text(moment)
            case _:
                said = moment.isoformat(timespec=form)
        self[place] = said
        return said


def _form(moment: str) -> str:
    if moment.endswith("Z"):
        return "utc"
    return "seconds" if moment.count(":") == 3 else "minutes"


def _label(code: str) -> str:
    parsed = numbering.parse_code(code)
    return numbering.label_digits(parsed.day, parsed.number)


Row = dict[str, Any]


@dataclass(frozen=True)
class Life:
    """The rows of one life, what differs from dossier to dossier to be told anew."""

    state: str
    procedure_code: str
    steps: tuple[timedelta, ...]
    rows: Mapping[str, list[Row]]

    def dossier(self, fresh: Fresh, telling: _Telling) -> Row:
        """Its row of the table of dossiers."""
        (row,) = self._rows("dossier", telling)
        day = fresh.received.date().isoformat()
        return row | {"id": fresh.row, "number": fresh.number, "day": day}

    def parts(self, table: str, fresh: Fresh, telling: _Telling) -> list[Row]:
        """Its rows of a table beside it."""
        return [row | {"dossier_id": fresh.row} for row in self._rows(table, telling)]

    def step(self, nth: int) -> tuple[Row, list[Row]]:
        """The ledger row of the step and its events."""
        row = self.rows["ledger"][nth]
        return row, [one for one in self.rows["outbox"] if one["ledger_seq"] == row["seq"]]

    def _rows(self, table: str, telling: _Telling) -> list[Row]:
        return [
            {name: v.of(telling) if isinstance(v, Template) else v for name, v in row.items()}
            for row in self.rows[table]
        ]

    @cached_property
    def columns(self) -> Mapping[str, list[str]]:
        """Names of columns by table."""
        return {table: list(rows[0]) for table, rows in self.rows.items() if rows}


def lived(folder: Path, procedures: int) -> dict[str, list[Life]]:
    """Live every kind of life with so many procedures, in a new office at `folder`; by state."""
    shutil.rmtree(folder, ignore_errors=True)
    clock = SetClock(_BEGAN)
    desk = opening.make_office(folder, clock, FACTS)
    desk.watch.rest()
    found: dict[str, list[Life]] = {state: [] for state in _WAYS}
    try:
        for code in _codes(desk):
            if len(found["RETURNED"]) == procedures:
                break
            for state, way in _WAYS.items():
                life = _life(desk, clock, code, state, way)
                if life is not None:
                    found[state].append(life)
    finally:
        desk.close()
        shutil.rmtree(folder)
    return found


def _codes(desk: Desk) -> list[str]:
    return [one.code for one in lookup.rules(desk, LAN).current(_BEGAN.date()) if one.is_complete]


def _life(
    desk: Desk,
    clock: SetClock,
    procedure: str,
    state: str,
    way: Sequence[tuple[timedelta, Callable[..., object]]],
) -> Life | None:
    """One life; None where the procedure asks for more than a person and papers."""
    clock.set(_BEGAN)
    papers = tuple(SubmittedDocument(f"Giấy tờ số {n}") for n in range(1, PAPERS + 1))
    try:
        done = intake.register_dossier(desk, LAN, IntakeRequest(procedure, _PERSON, papers))
    except DeskError:
        return None
    for version, (after, action) in enumerate(way, 1):
        clock.set(_BEGAN + after)
        action(desk, LAN, Opened(done.dossier_id, version))
    clock.set(_BEGAN)
    with desk.records.read() as connection:
        ask = connection.connection.dbapi_connection
        if any(_rows(ask, table, done.dossier_id) for table in _OTHERS):
            return None
        rows = {table: _rows(ask, table, done.dossier_id) for table in _PARTS}
        rows["dossier"] = _rows(ask, "dossier", done.dossier_id, by="id")
    rows = {
        table: [{name: _template(v, done.dossier_code) for name, v in row.items()} for row in own]
        for table, own in rows.items()
    }
    return Life(state, procedure, (timedelta(), *(after for after, _ in way)), rows)


def _rows(ask: Any, table: str, dossier: int, by: str = "dossier_id") -> list[Row]:
    order = {"ledger": "seq", "outbox": "position"}.get(table, "1")
    found = ask.execute(f"SELECT * FROM {table} WHERE {by} = ? ORDER BY {order}", (dossier,))
    names = [one[0] for one in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _template(value: object, code: str) -> object:
    if isinstance(value, bytes) and value:
        return Template(unpacked(value).decode(), code)
    if isinstance(value, str) and value:
        template = Template(value, code)
        return template if template.differs else value
    return value


def write(folder: Path, dossiers: Sequence[tuple[Fresh, Life]], *, events: int) -> None:
    """Write these dossiers, oldest first, into the new office at `folder`.

    The newest `events` events wait for the province, all before them are accepted.
    """
    connection = connect(folder / DATABASE_FILE, read_key(folder))
    for setting in ("synchronous = OFF", "cache_size = -400000", "foreign_keys = OFF"):
        connection.execute(f"PRAGMA {setting}")
    connection.execute("BEGIN")
    _Writing(connection, dossiers, events).write()
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


class _Writing:
    """One pass over all steps of all dossiers in the order of time."""

    def __init__(self, connection: Any, dossiers: Sequence[tuple[Fresh, Life]], events: int):
        self._connection = connection
        self._dossiers = dossiers
        self._waits_from = sum(len(life.rows["outbox"]) for _, life in dossiers) - events
        self._seq, self._position, self._content = 0, 0, 0
        self._papers: Counter[str] = Counter()
        self._previous = GENESIS
        self._pauses = 0

    def write(self) -> None:
        """Everything, a few thousand rows at a time."""
        steps = sorted(
            (fresh.received + after, place, nth)
            for place, (fresh, life) in enumerate(self._dossiers)
            for nth, after in enumerate(life.steps)
        )
        waiting: dict[str, list[Row]] = {}
        for nth, (_, place, step) in enumerate(steps):
            for table, row in self._of_step(place, step):
                waiting.setdefault(table, []).append(row)
            if nth % 5_000 == 4_999:
                self._flush(waiting)
        self._flush(waiting)
        self._connection.execute(
            "INSERT INTO number_series(series, period, agency, station, first, last) "
            "SELECT 'DOSSIER', day, agency, 0, 1, max(number) FROM dossier GROUP BY agency, day "
            "UNION ALL SELECT series, year, agency, station, 1, max(number) FROM form_content "
            "WHERE number IS NOT NULL GROUP BY series, year, agency, station"
        )
        self._connection.execute(
            "INSERT INTO procedure_use(code, uses) "
            "SELECT procedure_code, count(*) FROM dossier GROUP BY procedure_code"
        )

    def _flush(self, waiting: dict[str, list[Row]]) -> None:
        for table, rows in waiting.items():
            names = list(rows[0])
            self._connection.executemany(
                f"INSERT INTO {table}({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
                [tuple(row.values()) for row in rows],
            )
        waiting.clear()

    def _of_step(self, place: int, step: int) -> Iterator[tuple[str, Row]]:
        fresh, life = self._dossiers[place]
        telling = _Telling(fresh)
        if not step:
            yield from self._of_intake(fresh, life, telling)
        row, events = life.step(step)
        self._seq += 1
        detail = row["detail"].of(telling) if row["detail"] else ""
        values = {
            name: v.of(telling) if isinstance(v, Template) else v
            for name, v in row.items()
            if name not in {"hash", "dossier_id"}
        } | {"seq": self._seq, "detail": detail, "previous_hash": self._previous}
        self._previous = chain_hash(**values)
        stored = packed(detail.encode(), Dictionary.EVENTS) if detail else b""
        yield "ledger", values | {
            "detail": stored, "hash": self._previous, "dossier_id": fresh.row
        }  # fmt: skip
        for event in events:
            yield "outbox", self._event(event, fresh, telling)

    def _of_intake(self, fresh: Fresh, life: Life, telling: _Telling) -> Iterator[tuple[str, Row]]:
        yield "dossier", life.dossier(fresh, telling)
        for table in ("submitted_document", "promise", "fee_line"):
            yield from ((table, row) for row in life.parts(table, fresh, telling))
        for row in life.parts("pause", fresh, telling):
            self._pauses += 1
            yield "pause", row | {"id": self._pauses}
        for row in life.rows["form_content"]:
            series = row["series"]
            self._papers[series] += 1
            self._content += 1
            number = self._papers[series] if row["number"] else None
            body = row["body"].of(telling, paper=f"{number:04d}/{series}" if number else "")
            yield "form_content", row | {
                "id": self._content, "dossier_id": fresh.row, "subject_id": fresh.row,
                "made_at": row["made_at"].of(telling), "number": number,
                "body": packed(body.encode(), Dictionary.CONTENTS),
            }  # fmt: skip

    def _event(self, row: Row, fresh: Fresh, telling: _Telling) -> Row:
        self._position += 1
        place = self._position
        event_id = f"00000000-0000-7000-8000-{place:012d}"
        body = row["body"].of(telling, event=event_id, position=str(place)).encode()
        made = {n: v.of(telling) for n, v in row.items() if n in {"created_at", "dossier_code"}}
        answer = (
            {"state": "ACCEPTED", "answered_at": made["created_at"]}
            if place <= self._waits_from
            else {}
        )
        return row | made | answer | {
            "position": place, "sequence": place, "event_id": event_id, "ledger_seq": self._seq,
            "dossier_id": fresh.row, "body": packed(body, Dictionary.EVENTS),
            "sha256": hashlib.sha256(body).hexdigest(),
        }  # fmt: skip
