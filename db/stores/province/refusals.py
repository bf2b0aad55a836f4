"""Dossiers the province refused, each once, until it took what stands of them now.

A refusal is open until the whole dossier, as it stood later, was answered: taken, it is closed;
refused again after a correction, only the later reasons are left to mend.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, and_, func, or_, select

from app.answers.exchange import Mending, RejectedEvent
from app.domain.clock import from_utc_text
from app.domain.workflow.states import DossierEvent
from db.stores.dossier_values import shown_code
from db.tables.dossier import dossier
from db.tables.exchange import EventKind, OutboxState, outbox, package
from db.tables.ledger import ledger

_REFUSED = outbox.alias("refused")
_LATER = outbox.alias("later")
# By the ledger, which finds a dossier's rows without reading the outbox through.
_WHOLE = and_(
    ledger.c.dossier_id == _REFUSED.c.dossier_id,
    _LATER.c.station == ledger.c.chain,
    _LATER.c.ledger_seq == ledger.c.seq,
    _LATER.c.kind == EventKind.DOSSIER.value,
)
_CORRECTS = ledger.c.event == DossierEvent.CORRECT.value
_ANSWERED = or_(
    _LATER.c.state == OutboxState.ACCEPTED.value,
    and_(_LATER.c.state == OutboxState.REJECTED.value, _CORRECTS),
)
_LAST_ANSWERED = (
    select(func.coalesce(func.max(_LATER.c.position), 0))
    .where(_WHOLE, _ANSWERED)
    .correlate(_REFUSED)
    .scalar_subquery()
)
_LAST_MENDED = (
    select(func.coalesce(func.max(_LATER.c.position), 0))
    .where(
        _WHOLE,
        _CORRECTS,
        _LATER.c.state == OutboxState.PENDING.value,
        _LATER.c.position > _REFUSED.c.position,
    )
    .correlate(_REFUSED)
    .scalar_subquery()
)
_OPEN = and_(_REFUSED.c.state == OutboxState.REJECTED.value, _REFUSED.c.position >= _LAST_ANSWERED)


class Refusals(NamedTuple):
    """How many dossiers are refused, and how many of them nobody mended yet."""

    open: int
    to_mend: int


def count(connection: Connection) -> Refusals:
    """The dossiers whose refusal is open."""
    mended = func.max(_LAST_MENDED).label("mended")
    each = select(mended).where(_OPEN).group_by(_REFUSED.c.dossier_id).subquery()
    row = connection.execute(
        select(func.count(), func.count().filter(each.c.mended == 0)).select_from(each)
    ).one()
    return Refusals(row[0], row[1])


def refused(connection: Connection, *, most: int = 500) -> tuple[RejectedEvent, ...]:
    """The dossiers whose refusal is open, the one refused last first, with all that is open."""
    newest = (
        select(_REFUSED.c.dossier_id)
        .where(_OPEN)
        .group_by(_REFUSED.c.dossier_id)
        .order_by(func.max(_REFUSED.c.position).desc())
        .limit(most)
    )
    return _read(connection, list(connection.execute(newest).scalars()))


def of_dossier(connection: Connection, dossier_id: int) -> RejectedEvent | None:
    """The refusal of one dossier, None while none is open."""
    return next(iter(_read(connection, [dossier_id])), None)


def _read(connection: Connection, dossiers: list[int]) -> tuple[RejectedEvent, ...]:
    last_sent = connection.execute(select(func.max(package.c.last_position))).scalar() or 0
    rows = connection.execute(
        select(_REFUSED, shown_code(), _LAST_MENDED.label("mended"))
        .join_from(_REFUSED, dossier, dossier.c.id == _REFUSED.c.dossier_id)
        .where(_OPEN, _REFUSED.c.dossier_id.in_(dossiers))
        .order_by(_REFUSED.c.position.desc())
    )
    found: dict[int, RejectedEvent] = {}
    for row in rows:
        former = found.get(row.dossier_id)
        found[row.dossier_id] = _with(former, row) if former else _of(row, last_sent)
    return tuple(found[one] for one in dossiers if one in found)


def _of(row: Row[Any], last_sent: int) -> RejectedEvent:
    mending = Mending.NONE
    if row.mended:
        mending = Mending.SENT if row.mended <= last_sent else Mending.UNSENT
    return RejectedEvent(
        row.event_id,
        row.code,
        row.kind,
        row.answer,
        from_utc_text(row.answered_at),
        row.dossier_id,
        mending=mending,
    )


def _with(newer: RejectedEvent, row: Row[Any]) -> RejectedEvent:
    """An older reason of the same dossier stands behind the newer ones, each once."""
    said: Iterable[str] = newer.message.split(BETWEEN)
    if row.answer in said:
        return newer
    return replace(newer, message=BETWEEN.join((*said, row.answer)))


BETWEEN = " · "
"""Between reasons, as between remarks of one event."""
