"""The rows of one registered dossier, written by hand through the driver: what SQL itself costs.

One dossier is registered by the use case; its rows are read back and told anew with the next code,
numbers, names of events and hash, ready before the clock runs: no request is checked, no deadline
counted, nothing encoded, packed or hashed while it is timed. What is timed is one transaction with
every statement the same rows need: lock, inserts, counters, index of words, draft dropped, commit.
The file is encrypted and synced as the records are, with their triggers and CHECKs. With a line
beside, one is appended to a file of its own after the commit and synced, as long as the one the
witness is given: then both do the same syncs.
"""

import hashlib
import os
from collections import Counter
from dataclasses import dataclass
from typing import Any

import uuid_utils

from app.domain.dossier.dossier import Applicant
from app.domain.ledger import chain_hash
from db.engine.opening import connect
from db.folder import DATABASE_FILE
from db.keys import read_key
from db.packing import Dictionary, packed, unpacked
from db.schema import APPLICATION_ID
from db.stores.search import searchable

Rows = dict[str, list[dict[str, Any]]]
_PARTS = ("dossier", "submitted_document", "promise", "ledger", "form_content", "outbox")
_COUNTER = (
    "INSERT INTO number_series(series, period, agency, station, first, last) "
    "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET last = excluded.last"
)
_USE = (
    "INSERT INTO procedure_use(code, uses) VALUES (?, 1) ON CONFLICT DO UPDATE SET uses = uses + 1"
)
_DRAFT = (
    "INSERT OR REPLACE INTO draft(id, station, officer, saved_at, summary, body) "
    "VALUES ('ban-nhap', 1, 'Hoàng Thị Lan', '2026-11-23T03:15:00Z', 'Hoàng Thị Mẩy', '{}')"
)
_LINE = b"x" * 229 + b"\n"
"""As long as what the witness is given of one dossier."""
_WORDS = "INSERT INTO dossier_search(rowid, words) VALUES (?, ?)"


@dataclass(frozen=True, slots=True)
class _Ready:
    """Statements with their values, as they are carried out."""

    statements: tuple[tuple[str, list[tuple[Any, ...]]], ...]


class ByHand:
    """Writes dossiers like the newest one of the office in `folder`, of its own connection."""

    def __init__(self, folder, *, with_line: bool) -> None:
        beside = folder / "by-hand.lines"
        self._beside = beside.open("ab", 0) if with_line else None
        self._connection = connect(
            folder / DATABASE_FILE, read_key(folder), application_id=APPLICATION_ID
        )
        self._last = self._newest()
        self._ready: _Ready | None = None

    def prepare(self) -> None:
        """Keep a draft, and make the next dossier's values unless they are ready."""
        self._connection.execute(_DRAFT)
        if self._ready is not None:
            return
        self._last = _following(self._last)
        self._ready = _Ready(tuple(_statements(self._last)))

    def write(self) -> None:
        """The rows that were prepared, in one transaction."""
        execute = self._connection.execute
        assert self._ready is not None
        execute("BEGIN IMMEDIATE")
        for statement, rows in self._ready.statements:
            if len(rows) == 1:
                execute(statement, rows[0])
            else:
                self._connection.executemany(statement, rows)
        execute("COMMIT")
        if self._beside is not None:
            self._beside.write(_LINE)
            getattr(os, "fdatasync", os.fsync)(self._beside.fileno())
        self._ready = None

    def counts(self) -> Counter[str]:
        """How many rows every table has."""
        return row_counts(self._connection)

    def close(self) -> None:
        """Let the files go."""
        self._connection.close()
        if self._beside is not None:
            self._beside.close()

    def _newest(self) -> Rows:
        rows: Rows = {}
        newest = self._connection.execute("SELECT max(id) FROM dossier").fetchone()[0]
        for table in _PARTS:
            key = "id" if table == "dossier" else "dossier_id"
            found = self._connection.execute(f"SELECT * FROM {table} WHERE {key} = ?", (newest,))
            names = [column[0] for column in found.description]
            rows[table] = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
        return rows


def row_counts(connection) -> Counter[str]:
    """How many rows every table of the records has, by the driver."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'dossier_search%' "
        "AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    counted: Counter[str] = Counter()
    for (name,) in names:
        counted[name] = connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
    return counted


def _following(last: Rows) -> Rows:
    """The rows of the next dossier."""
    (dossier,), (ledger,), (content,) = last["dossier"], last["ledger"], last["form_content"]
    ident, number = dossier["id"] + 1, dossier["number"] + 1
    code = f"{dossier['code'][:-4]}{number:04d}"
    old, new = dossier["code"].encode(), code.encode()
    detail = unpacked(ledger["detail"]).decode().replace(dossier["code"], code)
    hashed = {
        name: value for name, value in ledger.items() if name not in {"hash", "dossier_id"}
    } | {
        "seq": ledger["seq"] + 1,
        "reference": code,
        "detail": detail,
        "previous_hash": ledger["hash"],
    }
    paper = content["number"] + 1
    body = unpacked(content["body"]).replace(old, new)
    body = body.replace(b'"%04d/TNHS"' % content["number"], b'"%04d/TNHS"' % paper)
    return {
        "dossier": [dossier | {"id": ident, "code": code, "number": number}],
        "submitted_document": _of(ident, last["submitted_document"]),
        "promise": _of(ident, last["promise"]),
        "ledger": [
            hashed
            | {
                "dossier_id": ident,
                "hash": chain_hash(**hashed),
                "detail": packed(detail.encode(), Dictionary.EVENTS),
            }
        ],
        "form_content": [
            content
            | {
                "id": content["id"] + 1,
                "dossier_id": ident,
                "subject_id": ident,
                "number": paper,
                "body": packed(body, Dictionary.CONTENTS),
            }
        ],
        "outbox": [
            _next_event(event, ident, code, hashed["seq"], len(last["outbox"]))
            for event in last["outbox"]
        ],
    }


def _of(ident: int, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row | {"dossier_id": ident} for row in rows]


def _next_event(
    event: dict[str, Any], ident: int, code: str, ledger_seq: int, step: int
) -> dict[str, Any]:
    event_id = str(uuid_utils.uuid7())
    body = unpacked(event["body"]).replace(event["dossier_code"].encode(), code.encode())
    body = body.replace(event["event_id"].encode(), event_id.encode())
    return event | {
        "position": event["position"] + step,
        "sequence": event["sequence"] + step,
        "event_id": event_id,
        "ledger_seq": ledger_seq,
        "dossier_id": ident,
        "dossier_code": code,
        "body": packed(body, Dictionary.EVENTS),
        "sha256": hashlib.sha256(body).hexdigest(),
    }


def _statements(rows: Rows):
    for table in _PARTS:
        names = rows[table][0].keys()
        yield (
            f"INSERT INTO {table}({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
            [tuple(row.values()) for row in rows[table]],
        )
    (dossier,), (content,) = rows["dossier"], rows["form_content"]
    person = Applicant(
        dossier["full_name"], phone=dossier["phone"], personal_id=dossier["personal_id"]
    )
    yield _WORDS, [(dossier["id"], searchable(dossier["code"], "", [person]))]
    agency = dossier["agency"]
    yield _COUNTER, [("DOSSIER", dossier["day"], agency, 0, 1, dossier["number"])]
    series = (content["series"], str(content["year"]), agency, content["station"])
    yield _COUNTER, [(*series, 1, content["number"])]
    yield _USE, [(dossier["procedure_code"],)]
    yield "DELETE FROM draft WHERE id = ?", [("ban-nhap",)]
