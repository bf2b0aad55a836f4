"""Is the database what it must be? References, chains, numbers, outbox, papers."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from sqlalchemy import (
    ColumnElement,
    Connection,
    Subquery,
    Text,
    and_,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    union_all,
)

from app.answers.day import DAY_SERIES
from app.domain.errors import Damaged
from app.domain.ledger import LedgerEntry, check_chains
from app.domain.money.cash_sheet import SHEET_SERIES
from app.domain.workflow.handover import HANDOVER_SERIES
from app.domain.workflow.moves import WORKFLOW
from db.engine.chosen import ENGINE
from db.papers import PaperStore
from db.stores import ledger, outbox, prints
from db.stores.series import Run
from db.tables.certification import certification_document
from db.tables.day import day_sheet
from db.tables.dossier import dossier
from db.tables.exchange import EventKind
from db.tables.exchange import outbox as outbox_table
from db.tables.form import early_refusal, form_content
from db.tables.handover import handover
from db.tables.ledger import ledger as ledger_table
from db.tables.money import cash_sheet, payment
from db.tables.series import Series, number_gap, number_series
from db.witness.known import Known

_REPORTED_WHERE_IT_STAYS = [
    move.event.value for move in WORKFLOW.moves if move.is_step and move.target is None
]
"""Steps that leave a dossier in its state, an extension for one."""


class ReferenceBroken(Damaged):
    """A row names one that is not there. Facts: table, row."""


class NumberingBroken(Damaged):
    """A dossier's number is missing, doubled or outside its run. Facts: agency, day, number."""


class YearlyNumberingBroken(Damaged):
    """A number is missing, doubled or outside its run.

    Facts: series, agency, year, station (text, empty for the office's run), number.
    """


class OutboxIncomplete(Damaged):
    """A ledger row lacks its event or has one too many. Facts: seq, dossier, kind."""


class PrintsLost(Damaged):
    """Papers are stored whose prints are not in the records. Facts: papers (how many), path."""


class EventAltered(Damaged):
    """A stored event no longer has its digest. Facts: event_id."""


def check_references(connection: Connection) -> None:
    """Every foreign key leads to a row.

    Raises:
        ReferenceBroken: at the first that does not.
    """
    broken = ENGINE.first_broken_reference(connection)
    if broken is not None:
        raise ReferenceBroken(table=broken[0], row=broken[1])


def check_ledger(
    connection: Connection, known: Known | None, folder: Path, step: Callable[[], None]
) -> int:
    """Every chain holds from its first row, and has all that the witness knows.

    Args:
        connection: one moment of the records.
        known: to the witness, read before that moment: who works beside it may tell more since.
        folder: the data folder, to be named.
        step: called for each row.

    Returns:
        The number of rows.

    Raises:
        ChainBroken: names the first row that does not fit.
        RecordsLost: rows that were answered as kept are gone or others.
    """
    rows = check_chains(_stepped(ledger.entries(connection), step))
    loss = ledger.loss(connection, known) if known is not None else None
    if loss is not None:
        raise loss.refusal(folder)
    return rows


def check_numbers(connection: Connection) -> None:
    """Every run of numbers is without gaps, and every number given belongs to one.

    Numbers noted as left out count as accounted for.

    Raises:
        NumberingBroken, YearlyNumberingBroken: name the first number that does not fit.
    """
    gap = _first_gap(connection)
    if gap is None:
        return
    run, number = gap
    if run.series == Series.DOSSIER:
        raise NumberingBroken(agency=run.agency, day=run.period, number=number)
    raise YearlyNumberingBroken(
        series=run.series,
        agency=run.agency,
        year=int(run.period),
        station=f"-Q{run.station}" if run.station else "",
        number=number,
    )


_NAMES = ("series", "period", "agency", "station")


def _first_gap(connection: Connection) -> tuple[Run, int] | None:
    """A run and the number where it and what bears its numbers disagree."""
    given = _given()
    s, g = number_series.c, given.c
    within = [s[name] == g[name] for name in _NAMES] + [g.number.between(s.first, s.last)]
    left_out = (
        select(
            func.coalesce(func.sum(number_gap.c.last_missing - number_gap.c.first_missing + 1), 0)
        )
        .where(
            *(number_gap.c[name] == s[name] for name in _NAMES),
            number_gap.c.first_missing.between(s.first, s.last),
        )
        .scalar_subquery()
    )
    count = func.count(g.number)
    counted = (
        select(*(s[name] for name in _NAMES), func.coalesce(func.max(g.number), s.first))
        .join_from(number_series, given, _all(within), isouter=True)
        .group_by(*number_series.primary_key, s.last)
        .having(count + left_out != s.last - s.first + 1)
    )
    stray = (
        select(*(g[name] for name in _NAMES), g.number)
        .join_from(given, number_series, _all(within), isouter=True)
        .where(s.first.is_(None))
    )
    doubled = select(*(g[name] for name in _NAMES), g.number).join_from(
        given,
        number_gap,
        _all([number_gap.c[name] == g[name] for name in _NAMES])
        & g.number.between(number_gap.c.first_missing, number_gap.c.last_missing),
    )
    for query in (counted, stray, doubled):
        row = connection.execute(query.limit(1)).first()
        if row is not None:
            return Run(row[0], row[1], row[2], row[3]), int(row[4])
    return None


def _given() -> Subquery:
    """Every number that something bears, once for each bearer, by the names of its run."""
    d, p, c, f = dossier.c, payment.c, certification_document.c, form_content.c
    k, e, h, s = cash_sheet.c, early_refusal.c, handover.c, day_sheet.c
    return union_all(
        select(
            literal(Series.DOSSIER.value).label("series"), d.day.label("period"), d.agency,
            literal(0).label("station"), d.number,
        ),
        select(
            literal(Series.PAYMENT.value), cast(p.year, Text), p.agency, p.slip_station, p.number
        ),
        select(c.book, cast(c.year, Text), c.agency, c.station, c.number),
        select(f.series, cast(f.year, Text), f.agency, f.station, f.number).where(
            f.number.is_not(None), f.revision == 1
        ),
        select(e.series, cast(e.year, Text), e.agency, e.station, e.number),
        select(literal(HANDOVER_SERIES), cast(h.year, Text), h.agency, h.station, h.number),
        select(
            literal(SHEET_SERIES), func.substr(k.day, 1, 4), k.agency, k.number_station, k.number
        ).where(k.number.is_not(None)),
        select(literal(DAY_SERIES), func.substr(s.day, 1, 4), s.agency, s.number_station, s.number),
    ).subquery("given")  # fmt: skip


def _all(conditions: Sequence[ColumnElement[bool]]) -> ColumnElement[bool]:
    return and_(*conditions)


def check_outbox(connection: Connection, step: Callable[[], None]) -> None:
    """Each ledger row of a dossier has one event of it, and one of a step if that is reported.

    `step` is called for each event.

    Raises:
        OutboxIncomplete, EventAltered: name the first record that does not fit.
    """
    row, event = ledger_table.c, outbox_table.c
    belongs = (event.station == row.chain) & (event.ledger_seq == row.seq)
    whole = func.count().filter(event.kind == EventKind.DOSSIER.value)
    steps = func.count().filter(event.kind == EventKind.STEP.value)
    is_step = (row.from_state != row.to_state) | row.event.in_(_REPORTED_WHERE_IT_STAYS)
    moved = case((is_step, 1), else_=0)
    query = (
        select(row.seq, row.reference, whole.label("whole"))
        .join_from(
            ledger_table, outbox_table, belongs & (event.dossier_id == row.dossier_id), isouter=True
        )
        .where(row.dossier_id.is_not(None))
        .group_by(row.chain, row.seq, row.reference, row.from_state, row.to_state, row.event)
        .having(or_(whole != 1, steps != moved))
        .order_by(row.chain, row.seq)
    )
    found = connection.execute(query.limit(1)).first()
    if found is not None:
        kind = EventKind.DOSSIER if found.whole != 1 else EventKind.STEP
        raise OutboxIncomplete(seq=found.seq, dossier=found.reference, kind=kind.value)
    stray = connection.execute(
        select(event.ledger_seq, event.dossier_code, event.kind)
        .join_from(outbox_table, ledger_table, belongs)
        .where(or_(row.dossier_id.is_(None), row.dossier_id != event.dossier_id))
        .limit(1)
    ).first()
    if stray is not None:
        raise OutboxIncomplete(seq=stray[0], dossier=stray[1], kind=stray[2])
    for event_id, body, digest in outbox.bodies(connection):
        if hashlib.sha256(body).hexdigest() != digest:
            raise EventAltered(event_id=event_id)
        step()


def _stepped(entries: Iterable[LedgerEntry], step: Callable[[], None]) -> Iterator[LedgerEntry]:
    for entry in entries:
        yield entry
        step()


def check_papers(
    connection: Connection,
    papers: PaperStore,
    confirmed: frozenset[str],
    step: Callable[[], None],
) -> int:
    """Every stored PDF a print names is there and is what it was, and each that had a row has it.

    Args:
        connection: one moment of the records.
        papers: where they lie.
        confirmed: papers that had a row before that moment.
        step: called for each.

    Returns:
        How many were read.

    Raises:
        PrintsLost: there are stored papers whose rows are gone.
        PaperMissing, PaperDamaged: name the first that is not.
    """
    digests = prints.digests(connection)
    stray = confirmed.difference(digests)
    if stray:
        raise PrintsLost(papers=len(stray), path=str(papers.folder))
    for digest in digests:
        papers.get(digest)
        step()
    return len(digests)
