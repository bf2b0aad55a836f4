"""The day's cash sheets: looked at, counted, closed."""

from dataclasses import replace
from datetime import date

from app.domain.actor import Actor
from app.domain.dossier import charge_check, intake_check
from app.domain.forms.codes import CASH_SHEET_FORM
from app.domain.money.cash_sheet import SHEET_SERIES, CashSheet, Closing, NoSuchSheet, closing_of
from app.domain.money.fee import MOST_DONG
from app.domain.money.payment import Method
from app.domain.permission import Permission
from app.domain.problems import Problems
from app.domain.text import paragraph
from app.printing.cash_content import CashSheetContent
from app.printing.paper import Paper
from app.printing.registry import form_of
from app.settings import series_of
from app.usecases.desk import Desk
from app.usecases.money import cash_day
from app.usecases.queries import lookup
from app.usecases.unit import Request, Unit
from db.stores import payments, series
from db.tables.ledger import Subject


def cash_sheets(desk: Desk, actor: Actor, day: date) -> tuple[CashSheet, ...]:
    """The sheets of `day`; the last is the open one, empty if nothing came in since."""
    with desk.view(actor, Permission.CASH_SHEETS) as view:
        return cash_day.sheets(view, day)


def close_cash_sheet(
    desk: Desk,
    actor: Actor,
    day: date,
    *,
    counted: int,
    reason: str = "",
    number: int | None = None,
    request: Request | None = None,
) -> CashSheet:
    """Close a sheet of `day` with what was counted in the drawer, in đồng.

    `number` None is the open sheet. A sum below 0 was paid out of other money. A
    difference needs its reason.

    Raises:
        InvalidRequest: about the fields.
        NoSuchSheet, AlreadyClosed, NothingToClose, DifferenceUnexplained: as named.
    """
    problems = Problems()
    counted = problems.attempt(
        lambda: charge_check.amount_of(counted, field="counted", least=-MOST_DONG), 0
    )
    reason = problems.attempt(
        lambda: paragraph(reason, field="reason", limit=intake_check.NOTE_LIMIT), ""
    )
    problems.raise_any()
    with desk.unit(actor, Permission.CLOSE_CASH_SHEET, request) as unit:
        return unit.once(
            CashSheet,
            (day, counted, reason, number),
            lambda: _closed(unit, day, number, counted, reason),
        )


def _closed(unit: Unit, day: date, number: int | None, counted: int, reason: str) -> CashSheet:
    agency = unit.settings.agency_code
    sheet = _wanted(cash_day.sheets(unit, day), day, number)
    closing = closing_of(
        sheet, counted=counted, reason=reason, at=unit.now, officer=unit.actor.officer
    )
    closing = _numbered(unit, closing, sheet.day)
    closed = replace(sheet, closing=closing)
    row = unit.record(
        Subject.CASH,
        f"{day.isoformat()}/{sheet.sheet}",
        "CLOSED",
        _facts(closed),
        reason=reason,
    )
    payments.close_sheet(
        unit.connection,
        sheet,
        closing,
        agency=agency,
        station=unit.actor.station,
        ledger_seq=row.seq,
    )
    return closed


def _numbered(unit: Unit, closing: Closing, day: date) -> Closing:
    """`closing` with the next number of the run of the sheet's year."""
    station = series_of(unit.settings, unit.actor.station)
    run = series.yearly(
        SHEET_SERIES, agency=unit.settings.agency_code, year=day.year, station=station
    )
    return replace(closing, number=series.take(unit.connection, run), series=station)


def cash_sheet_pdf(desk: Desk, actor: Actor, sheet: CashSheet) -> bytes:
    """The sheet on A4, to be signed; an open one says that it is not closed."""
    rules = lookup.rules(desk, actor)
    settings = rules.settings
    form = form_of(CASH_SHEET_FORM)
    content = CashSheetContent(
        superior_body=settings.letterhead.above,
        office=settings.letterhead.issuer,
        place=settings.place,
        sheet=sheet,
    )
    stored = form.to_json(content)
    return form.render(stored, paper=Paper.A4, copy_number=1, is_practice=rules.is_practice).pdf


def _wanted(sheets: tuple[CashSheet, ...], day: date, number: int | None) -> CashSheet:
    if number is None:
        return sheets[-1]
    for sheet in sheets:
        if sheet.sheet == number:
            return sheet
    raise NoSuchSheet(day=day, sheet=number)


def _facts(sheet: CashSheet) -> dict[str, object]:
    assert sheet.closing is not None  # noqa: S101 - just closed
    return {
        "first": str(sheet.slips[0].slip),
        "last": str(sheet.slips[-1].slip),
        "slips": len(sheet.slips),
        "cash": sheet.total(Method.CASH),
        "transfer": sheet.total(Method.TRANSFER),
        "counted": sheet.closing.counted,
        "opening": sheet.opening,
    }
