"""What a day brings and what it came to, looked at; the dossiers behind each figure."""

from array import array
from collections.abc import Mapping
from datetime import date, datetime, time

from app.answers.board_times import Times
from app.answers.day import (
    AHEAD,
    DONE,
    LEFT,
    MOST_LISTED,
    CashLine,
    DayAhead,
    DayFigure,
    DaySheet,
    DaySoFar,
    UnsentLine,
)
from app.answers.proof import ChainHead
from app.domain.actor import Actor
from app.domain.clock import VIETNAM
from app.domain.forms.codes import DAY_FORM
from app.domain.forms.paper_number import paper_number
from app.domain.money.cash_sheet import SHEET_SERIES, CashSheet
from app.domain.money.payment import Method
from app.domain.permission import Permission
from app.domain.workflow.day_work import DayWork, work_of
from app.printing.day_content import DaySheetContent
from app.printing.registry import form_of
from app.usecases.desk import Desk
from app.usecases.money import cash_day
from app.usecases.queries.lookup import board_times_of
from app.usecases.unit import View
from db.stores import ledger, outbox
from db.stores.deadline import apologies
from db.stores.register import day_figures, day_work
from db.stores.register import day_sheets as kept
from db.stores.register.day_sheets import StoredDaySheet


def day_ahead(desk: Desk, actor: Actor) -> DayAhead:
    """What today brings."""
    now = desk.clock.now()
    with desk.view(actor, Permission.DAY_AHEAD) as view:
        counts = day_figures.counts(view.connection, AHEAD, board_times_of(view, now))
        drawer = cash_day.sheets(view, now.date())[-1]
        waiting = outbox.summary(view.connection)
        return DayAhead(
            day=now.date(),
            counts=dict(counts),
            opening=drawer.opening,
            opened_at=drawer.opened_at,
            unsent_events=waiting.never_exported,
            oldest_unsent_at=waiting.oldest_unsent_at,
        )


def day_so_far(desk: Desk, actor: Actor) -> DaySoFar:
    """Today as it would be closed now, and the sheets it has already."""
    now = desk.clock.now().replace(microsecond=0)
    with desk.view(actor, Permission.DAY_SO_FAR) as view:
        sheets = stored_sheets(view, now.date())
        return DaySoFar(
            so_far=sheet_of_now(view, now, explained_before(view, now.date())),
            sheets=sheets,
            has_more=has_more(view, now.date()),
            promised=_promised(view, now),
        )


def day_sheets(desk: Desk, actor: Actor, day: date) -> tuple[DaySheet, ...]:
    """The sheets of a station's day, the first first; none if it was not closed."""
    with desk.view(actor, Permission.DAY_SHEETS) as view:
        return stored_sheets(view, day)


def day_ids(
    desk: Desk, actor: Actor, figure: DayFigure, sheet: DaySheet | None = None
) -> "array[int]":
    """The dossiers behind a figure of today so far; of `sheet`, if one is given.

    Of a sheet the ledger still knows what was done; of how things stood then only what it lists.
    """
    now = desk.clock.now()
    with desk.view(actor, Permission.DAY_IDS) as view:
        if figure in DONE:
            work = _work(view, sheet.after_seq, sheet.head.seq) if sheet else _work_now(view, now)
            return array("q", _of(work)[figure])
        if sheet is not None:
            return array("q", sheet.listed(figure))
        return day_figures.ids(view.connection, figure, board_times_of(view, now))


def sheet_of_now(view: View, now: datetime, explained: Mapping[int, str]) -> DaySheet:
    """What a sheet says that is made `now`: without a number, but all else."""
    agency, station = view.settings.agency_code, view.actor.station
    before = kept.last(view.connection, agency=agency, station=station)
    heads = tuple(
        ChainHead(chain, seq, digest)
        for chain, (seq, digest) in sorted(ledger.heads(view.connection).items())
    )
    if all(head.chain != station for head in heads):
        seq, digest = ledger.head(view.connection, station)
        heads = (*heads, ChainHead(station, seq, digest))
    at = board_times_of(view, now)
    of_day = kept.of_day(view.connection, agency=agency, station=station, day=now.date())
    drawer = cash_day.sheets(view, now.date())
    waiting = outbox.summary(view.connection)
    begins = _begins(view, before, now)
    done = _of(_work(view, begins, ledger.head(view.connection, station)[0]))
    counts = {figure: len(found) for figure, found in done.items()}
    counts |= day_figures.counts(view.connection, LEFT, at)
    return DaySheet(
        day=now.date(),
        nth=len(of_day) + 1,
        station=station,
        officer=view.actor.officer,
        closed_at=now,
        since=before.closed_at if before else None,
        after_seq=begins,
        counts=counts,
        unsent=_unsent(view, at, explained),
        late=day_figures.late(view.connection, at, MOST_LISTED),
        opening=drawer[-1].opening,
        cash=tuple(_cash_line(sheet) for sheet in drawer if sheet.slips),
        heads=heads,
        unsent_events=waiting.never_exported,
        oldest_unsent_at=waiting.oldest_unsent_at,
    )


def stored_sheets(view: View, day: date) -> tuple[DaySheet, ...]:
    """The sheets of the station's day."""
    agency, station = view.settings.agency_code, view.actor.station
    found = kept.of_day(view.connection, agency=agency, station=station, day=day)
    return tuple(content_of(one).sheet for one in found)


def content_of(stored: StoredDaySheet) -> DaySheetContent:
    """What a kept sheet says."""
    content = form_of(DAY_FORM).from_json(stored.body)
    assert isinstance(content, DaySheetContent)  # noqa: S101 - the form's own kind
    return content


def explained_before(view: View, day: date) -> dict[int, str]:
    """What sheets of `day`, of any station, say by dossier: it need not be said again."""
    agency = view.settings.agency_code
    found = map(content_of, kept.of_day(view.connection, agency=agency, day=day))
    return {one.dossier_id: one.explanation for it in found for one in it.sheet.unsent}


def has_more(view: View, day: date) -> bool:
    """Whether there is anything a sheet of `day` does not count yet."""
    agency, station = view.settings.agency_code, view.actor.station
    last = kept.last(view.connection, agency=agency, station=station)
    if last is None or last.day != day:
        return True
    return ledger.head(view.connection, station)[0] > last.ledger_seq


def _promised(view: View, now: datetime) -> int:
    figure = DayFigure.PROMISED
    return day_figures.counts(view.connection, (figure,), board_times_of(view, now))[figure]


def _begins(view: View, before: StoredDaySheet | None, now: datetime) -> int:
    """The row behind which a sheet counts: where the one before ended; of the first, midnight."""
    if before is not None:
        return before.head_seq
    midnight = datetime.combine(now.date(), time.min, VIETNAM)
    return day_work.last_before(view.connection, view.actor.station, midnight)


def _work_now(view: View, now: datetime) -> DayWork:
    agency, station = view.settings.agency_code, view.actor.station
    before = kept.last(view.connection, agency=agency, station=station)
    until = ledger.head(view.connection, station)[0]
    return _work(view, _begins(view, before, now), until)


def _work(view: View, after: int, until: int) -> DayWork:
    return work_of(day_work.steps(view.connection, view.actor.station, after, until))


def _of(work: DayWork) -> dict[DayFigure, tuple[int, ...]]:
    return dict(
        zip(DONE, (work.received, work.finished, work.given_up, work.returned), strict=True)
    )


def _unsent(view: View, at: Times, explained: Mapping[int, str]) -> tuple[UnsentLine, ...]:
    return tuple(
        UnsentLine(
            dossier_id=one.dossier_id,
            code=one.code,
            applicant=one.name,
            due_at=one.due_at,
            extended_to=one.extended_to,
            explanation=explained.get(one.dossier_id, ""),
        )
        for one in apologies.unsent(view.connection, at)
    )


def _cash_line(sheet: CashSheet) -> CashLine:
    closing = sheet.closing
    number = ""
    if closing is not None and closing.number:
        number = paper_number(SHEET_SERIES, closing.number, closing.series)
    return CashLine(
        sheet=sheet.sheet,
        number=number,
        slips=len(sheet.slips),
        cash=sheet.total(Method.CASH),
        transfer=sheet.total(Method.TRANSFER),
        counted=closing.counted if closing else None,
        difference=closing.difference if closing else 0,
    )
