"""The day is closed: its sheet is numbered and frozen, and printed whenever it is wanted."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from app.answers.day import DAY_SERIES, ClosedDay, DaySheet
from app.domain.actor import Actor
from app.domain.dossier.intake_check import NOTE_LIMIT
from app.domain.errors import DeskError
from app.domain.forms.codes import DAY_FORM
from app.domain.permission import Permission
from app.domain.problems import Problems
from app.domain.text import paragraph
from app.printing.day_content import DaySheetContent
from app.printing.letters import require_printable
from app.printing.paper import Paper
from app.printing.registry import form_of
from app.settings import series_of
from app.usecases.day import figures
from app.usecases.desk import Desk
from app.usecases.unit import Request, Unit
from db.stores import dossiers, series
from db.stores.register import day_sheets
from db.stores.register.day_sheets import NewDaySheet
from db.tables.ledger import Subject

CLOSED = "CLOSED"
"""The event of the ledger row that says a day was closed."""
MOST_SHEETS = 99
"""Of a station in a day."""
_MOST_NAMED = 20


class ApologiesUnexplained(DeskError):
    """Apologies were not sent and nobody said why. Facts: codes (the first of them), count."""


class NothingToExplain(DeskError):
    """The dossier wants no apology, or its applicant was notified. Facts: code."""


class TooManySheets(DeskError):
    """The day has as many sheets as there can be. Facts: day, most."""


class NoDaySheet(DeskError):
    """The day was not closed, or has no such addition. Facts: day."""


def close_day(
    desk: Desk,
    actor: Actor,
    explanations: Mapping[int, str],
    *,
    others: str = "",
    request: Request | None = None,
) -> ClosedDay:
    """Close today for the station of `actor`; the sheet that was made of it.

    If nothing was done since the last sheet of today, it is that one again. What was done after it
    makes an addition with a number of its own.

    Args:
        desk: the records.
        actor: who closes.
        explanations: why applicants were not notified of a delay, by dossier. What a sheet of
            today says already need not be said again.
        others: the explanation of all that have none of their own; empty: each must have one.
        request: for a request that may come twice.

    Raises:
        ApologiesUnexplained: names those that have none.
        NothingToExplain: one is explained that need not be.
        InvalidRequest: about an explanation.
        TooManySheets: as named.
    """
    asked = (tuple(sorted(explanations.items())), others)
    with desk.unit(actor, Permission.CLOSE_DAY, request) as unit:
        return unit.once(ClosedDay, asked, lambda: _closed(unit, explanations, others))


def day_sheet_pdf(desk: Desk, actor: Actor, sheet: DaySheet) -> bytes:
    """The sheet on A4, to be signed: as it was frozen, however often it is printed.

    Raises:
        NoDaySheet: it is not kept.
    """
    with desk.view(actor, Permission.DAY_SHEET_PDF) as view:
        found = day_sheets.of_day(
            view.connection,
            agency=view.settings.agency_code,
            day=sheet.day,
            station=sheet.station,
        )
        body = next((one.body for one in found if one.nth == sheet.nth), None)
        if body is None:
            raise NoDaySheet(day=sheet.day)
        return (
            form_of(DAY_FORM)
            .render(body, paper=Paper.A4, copy_number=1, is_practice=view.rules.is_practice)
            .pdf
        )


def day_sheet(desk: Desk, actor: Actor, day: date, nth: int | None = None) -> DaySheet:
    """The sheet of `day`, or its addition `nth` (2 is the first); the last if None.

    Raises:
        NoDaySheet: there is none.
    """
    sheets = figures.day_sheets(desk, actor, day)
    for sheet in reversed(sheets):
        if nth in {None, sheet.nth}:
            return sheet
    raise NoDaySheet(day=day)


def _closed(unit: Unit, explanations: Mapping[int, str], others: str) -> ClosedDay:
    day = unit.now.date()
    given = _checked(explanations)
    everybody = _checked({0: others}).get(0, "")
    if not figures.has_more(unit, day):
        return ClosedDay(figures.stored_sheets(unit, day)[-1], is_new=False)
    sheet = figures.sheet_of_now(unit, unit.now, figures.explained_before(unit, day) | given)
    if sheet.nth > MOST_SHEETS:
        raise TooManySheets(day=day, most=MOST_SHEETS)
    wanted = {one.dossier_id for one in sheet.unsent}
    for dossier_id in given:
        if dossier_id not in wanted:
            code = dossiers.by_id(unit.connection, dossier_id).shown_code
            raise NothingToExplain(code=code)
    unsent = tuple(
        one if one.explanation else replace(one, explanation=everybody) for one in sheet.unsent
    )
    missing = [one.code for one in unsent if not one.explanation]
    if missing:
        raise ApologiesUnexplained(codes=_named(missing), count=len(missing))
    return ClosedDay(_kept(unit, replace(sheet, unsent=unsent)), is_new=True)


def _named(codes: Sequence[str]) -> str:
    """The first of `codes`, and that there are more."""
    return ", ".join(codes[:_MOST_NAMED]) + (" …" if len(codes) > _MOST_NAMED else "")


def _checked(explanations: Mapping[int, str]) -> dict[int, str]:
    """Explanations that say something.

    Raises:
        InvalidRequest: names those that are too long, or cannot be printed.
    """
    problems = Problems()
    found = {
        dossier_id: problems.attempt(partial(_explanation, text), "")
        for dossier_id, text in explanations.items()
    }
    problems.raise_any()
    return {dossier_id: words for dossier_id, words in found.items() if words}


def _explanation(text: str) -> str:
    words = paragraph(text, field="explanation", limit=NOTE_LIMIT)
    require_printable(words, field="explanation")
    return words


def _kept(unit: Unit, sheet: DaySheet) -> DaySheet:
    """`sheet` with its number: kept, and told of by the ledger."""
    settings = unit.settings
    run_of = series_of(settings, unit.actor.station)
    run = series.yearly(
        DAY_SERIES, agency=settings.agency_code, year=sheet.day.year, station=run_of
    )
    sheet = replace(sheet, number=series.take(unit.connection, run), series=run_of)
    body = form_of(DAY_FORM).to_json(
        DaySheetContent(
            superior_body=settings.letterhead.above,
            office=settings.letterhead.issuer,
            place=settings.place,
            agency_code=settings.agency_code,
            sheet=sheet,
        )
    )
    row = unit.record(
        Subject.DAY,
        f"{sheet.day.isoformat()}/{sheet.nth}",
        CLOSED,
        {
            "sha256": hashlib.sha256(body).hexdigest(),
            "number": sheet.number,
            "counts": sheet.counts,
            "unsent": {one.code: one.explanation for one in sheet.unsent},
        },
    )
    day_sheets.add(
        unit.connection,
        NewDaySheet(
            station=sheet.station,
            day=sheet.day,
            nth=sheet.nth,
            ledger_seq=row.seq,
            head_seq=sheet.head.seq,
            closed_at=sheet.closed_at,
            officer=sheet.officer,
            number=sheet.number,
            number_station=sheet.series,
            body=body,
        ),
        agency=settings.agency_code,
    )
    return sheet
