"""Answers of the province, each kept once; and what contradicts what among them."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, insert, or_, select, true

from app.answers.exchange import Contradiction, ContradictionKind
from app.domain.clock import from_utc_text, utc_text
from db.stores.dossier_values import shown_code
from db.tables.dossier import dossier
from db.tables.exchange import OutboxState, outbox, province_answer

_MOST = 500
"""Contradictions of one kind that are shown."""


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer to one event: what it said, and the state it speaks for."""

    verdict: str
    reached: OutboxState
    remark: str = ""
    official_code: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """The event an answer names, its dossier, and the official code that had until then."""

    position: int
    dossier_id: int
    code_before: str


def keep(connection: Connection, of: Answered, answer: KeptAnswer, now: datetime) -> bool:
    """Keep an answer; False if this very one is kept already."""
    said = "\n".join((answer.verdict, answer.official_code, answer.remark))
    digest = hashlib.sha256(said.encode()).hexdigest()
    a = province_answer.c
    known = select(a.id).where(a.position == of.position, a.sha256 == digest)
    if connection.execute(known).first() is not None:
        return False
    values = {
        "position": of.position,
        "dossier_id": of.dossier_id,
        "verdict": answer.verdict,
        "reached": answer.reached.value,
        "remark": answer.remark,
        "official_code": answer.official_code,
        "code_before": of.code_before,
        "taken_at": utc_text(now),
        "sha256": digest,
    }
    connection.execute(insert(province_answer), values)
    return True


def of_event(connection: Connection, position: int) -> tuple[KeptAnswer, ...]:
    """Every answer to the event at `position`, in no order that means anything."""
    a = province_answer.c
    rows = connection.execute(
        select(a.verdict, a.reached, a.remark, a.official_code).where(a.position == position)
    )
    return tuple(
        KeptAnswer(row.verdict, OutboxState(row.reached), row.remark, row.official_code)
        for row in rows
    )


def of_dossier(
    connection: Connection, dossier_id: int
) -> Iterator[tuple[int, datetime, str, str, str]]:
    """Answers to a dossier's events, as they came.

    Of each the version it answers, when it was taken, verdict, remark and official code.
    """
    a = province_answer.c
    found = connection.execute(
        select(outbox.c.version, a.taken_at, a.verdict, a.remark, a.official_code)
        .join(outbox, outbox.c.position == a.position)
        .where(a.dossier_id == dossier_id)
        .order_by(a.id)
    )
    for version, at, verdict, remark, code in found:
        yield version, from_utc_text(at), verdict, remark, code


def own_code(connection: Connection, dossier_id: int) -> str:
    """The official code a dossier had before the province gave it one."""
    a = province_answer.c
    with_code = a.dossier_id == dossier_id, a.official_code != ""
    before = connection.execute(select(a.code_before).where(*with_code).order_by(a.id))
    return before.scalar() or ""


def given_codes(connection: Connection, dossier_id: int) -> frozenset[str]:
    """The official codes the province gave a dossier with events that it took."""
    a = province_answer.c
    rows = connection.execute(select(a.official_code).where(_gives(), a.dossier_id == dossier_id))
    return frozenset(rows.scalars())


def given_to(connection: Connection, codes: Collection[str]) -> frozenset[int]:
    """The dossiers that the province gave one of `codes`."""
    a = province_answer.c
    found: set[int] = set()
    for code in codes:
        rows = connection.execute(select(a.dossier_id).where(_gives(), a.official_code == code))
        found.update(rows.scalars())
    return frozenset(found)


def is_others(connection: Connection, code: str, dossier_id: int) -> bool:
    """Whether another dossier bears `code`, as our own, from a portal, or had it from there."""
    d, a = dossier.c, province_answer.c
    either = or_(d.code == code, and_(d.official_code == code, d.official_code != ""))
    bears = exists().where(d.id != dossier_id, either)
    before = and_(a.code_before == code, a.code_before != "")
    had = exists().where(a.dossier_id != dossier_id, before)
    return connection.execute(select(or_(bears, had))).scalar_one()


def contradictions(
    connection: Connection, dossiers: Collection[int] | None = None
) -> tuple[Contradiction, ...]:
    """What contradicts what, by dossier; only of `dossiers` if they are given, and then quickly."""
    among = true() if dossiers is None else province_answer.c.dossier_id.in_(dossiers)
    rows = [
        (dossier_id, kind, codes)
        for kind, condition in _CONTRADICT.items()
        for dossier_id, codes in _by_dossier(_pairs(connection, and_(among, condition)), kind)
    ]
    named = _codes_of(connection, {dossier_id for dossier_id, _, _ in rows})
    return tuple(
        Contradiction(kind, dossier_id, named[dossier_id], codes)
        for dossier_id, kind, codes in sorted(rows)
    )


def _gives(answer: Any = province_answer) -> ColumnElement[bool]:  # noqa: ANN401 - a table or its alias
    """Answers that give a code: those that took the event."""
    return and_(answer.c.official_code != "", answer.c.reached == OutboxState.ACCEPTED.value)


def _there_is(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Another answer, or another dossier, that fulfils `conditions`."""
    return exists().where(*conditions).correlate(province_answer)


_A, _OTHER = province_answer.c, province_answer.alias()
_SAME_CODE = _OTHER.c.official_code == _A.official_code
_OTHERS_OWN = dossier.alias()
_GAVE_IT = (
    exists()
    .where(_OTHER.c.dossier_id == _OTHERS_OWN.c.id, _SAME_CODE, _gives(_OTHER))
    .correlate(province_answer, _OTHERS_OWN)
)
_CONTRADICT: Mapping[ContradictionKind, ColumnElement[bool]] = {
    ContradictionKind.SEVERAL_CODES: and_(
        _gives(),
        _there_is(
            _OTHER.c.dossier_id == _A.dossier_id,
            _OTHER.c.official_code != _A.official_code,
            _gives(_OTHER),
        ),
    ),
    ContradictionKind.SHARED_CODE: and_(
        _gives(), _there_is(_SAME_CODE, _OTHER.c.dossier_id != _A.dossier_id, _gives(_OTHER))
    ),
    # Codes given that another dossier bears, or had from a portal, and was not given.
    ContradictionKind.OTHERS_CODE: and_(
        _gives(),
        or_(
            _there_is(_OTHERS_OWN.c.id != _A.dossier_id, _OTHERS_OWN.c.code == _A.official_code),
            _there_is(
                _OTHERS_OWN.c.id != _A.dossier_id,
                _OTHERS_OWN.c.official_code == _A.official_code,
                _OTHERS_OWN.c.official_code != "",
                ~_GAVE_IT,
            ),
            _there_is(
                _OTHER.c.dossier_id != _A.dossier_id,
                _OTHER.c.code_before == _A.official_code,
                _OTHER.c.code_before != "",
            ),
        ),
    ),
    ContradictionKind.CODE_IN_REFUSAL: and_(
        _A.official_code != "",
        _A.reached != OutboxState.ACCEPTED.value,
        ~_there_is(_OTHER.c.dossier_id == _A.dossier_id, _SAME_CODE, _gives(_OTHER)),
    ),
    ContradictionKind.TAKEN_AND_REFUSED: and_(
        _A.reached == OutboxState.REJECTED.value,
        _there_is(_OTHER.c.position == _A.position, _OTHER.c.reached == OutboxState.ACCEPTED.value),
    ),
}
_Rows = Sequence[tuple[int, str]]


def _pairs(connection: Connection, condition: ColumnElement[bool]) -> _Rows:
    query = select(_A.dossier_id, _A.official_code).where(condition).distinct().limit(_MOST)
    return [(row.dossier_id, row.official_code) for row in connection.execute(query)]


def _by_dossier(rows: _Rows, kind: ContradictionKind) -> Iterable[tuple[int, tuple[str, ...]]]:
    found: dict[int, set[str]] = {}
    for dossier_id, code in rows:
        codes = found.setdefault(dossier_id, set())
        if kind is not ContradictionKind.TAKEN_AND_REFUSED:
            codes.add(code)
    return [(number, tuple(sorted(codes))) for number, codes in found.items()]


def _codes_of(connection: Connection, numbers: Collection[int]) -> dict[int, str]:
    return {
        number: connection.execute(select(shown_code()).where(dossier.c.id == number)).scalar_one()
        for number in numbers
    }
