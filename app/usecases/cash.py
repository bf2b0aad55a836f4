"""The day's cash sheets: looked at, counted, closed."""

from datetime import date

from app.domain import charge_check, intake_check
from app.domain.actor import Actor
from app.domain.cash_sheet import CashSheet, NoSuchSheet, closing_of
from app.domain.intake_check import Door
from app.domain.payment import Method
from app.domain.text import paragraph
from app.usecases import lookup
from app.usecases.desk import Desk
from app.usecases.trail import canonical
from db.rows.trail import Subject
from db.stores import ledger, payments
from db.stores.ledger import Entry


def cash_sheets(desk: Desk, day: date) -> tuple[CashSheet, ...]:
    """The sheets of `day`; the last is the open one, empty if nothing came in since."""
    with desk.records.read() as connection:
        agency = desk.reference.at(connection).settings.agency_code
        return payments.sheets_of(connection, agency=agency, day=day)


def close_cash_sheet(
    desk: Desk,
    actor: Actor,
    day: date,
    *,
    counted: int,
    reason: str = "",
    number: int | None = None,
) -> CashSheet:
    """Close a sheet of `day` with what was counted in the drawer, in đồng.

    `number` None is the open sheet. A difference needs its reason.

    Raises:
        InvalidRequest: about the fields.
        NoSuchSheet, AlreadyClosed, NothingToClose, DifferenceUnexplained: as named.
    """
    door = Door()
    counted = door.take(lambda: charge_check.amount_of(counted, field="counted", least=0), 0)
    reason = door.take(lambda: paragraph(reason, field="reason", limit=intake_check.NOTE_LIMIT), "")
    door.close()
    with desk.records.write() as connection:
        now = desk.clock.now()
        agency = desk.reference.at(connection).settings.agency_code
        sheets = payments.sheets_of(connection, agency=agency, day=day)
        sheet = _wanted(sheets, day, number)
        closing = closing_of(sheet, counted=counted, reason=reason, at=now, officer=actor.officer)
        closed = CashSheet(sheet.day, sheet.sheet, sheet.slips, closing)
        row = ledger.append(
            connection,
            actor,
            now,
            Entry(
                subject=Subject.CASH,
                reference=f"{day.isoformat()}/{sheet.sheet}",
                event="CLOSED",
                reason=reason,
                detail=canonical(_facts(closed)),
            ),
        )
        payments.close_sheet(connection, sheet, closing, agency=agency, ledger_seq=row.seq)
    return closed


def cash_sheet_pdf(desk: Desk, sheet: CashSheet) -> bytes:
    """The sheet on A4, to be signed; an open one says that it is not closed."""
    from app.printing.forms.day_sheet import Office  # noqa: PLC0415 - ReportLab only when printing
    from app.printing.render_money import render_day_sheet  # noqa: PLC0415 - as above

    settings = lookup.settings(desk)
    office = Office(settings.superior_body, settings.office, settings.place)
    return render_day_sheet(sheet, office).pdf


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
    }
