"""Slips of money and the sheets they stand on: rows in, domain values out."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, exists, func, insert, select

from app.domain.clock import from_utc_text, utc_text
from app.domain.money.cash_sheet import CashSheet, Closing, difference_of
from app.domain.money.payment import Method, Payment, PaymentKind, SlipNumber
from db.stores import series
from db.stores.dossier_values import shown_code
from db.stores.inserted import row_of
from db.stores.ledger import detail_of
from db.stores.money import receipts
from db.tables.dossier import dossier
from db.tables.ledger import ledger
from db.tables.money import cash_sheet, payment
from db.tables.series import Series

_REVERSED = payment.alias("reversed")
_SELECT = (
    select(
        payment,
        shown_code().label("dossier_code"),
        _REVERSED.c.year.label("reversed_year"),
        _REVERSED.c.number.label("reversed_number"),
        _REVERSED.c.slip_station.label("reversed_station"),
        func.coalesce(receipts.number_of_slip(), "").label("receipt"),
    )
    .join_from(payment, dossier, dossier.c.id == payment.c.dossier_id)
    .outerjoin(_REVERSED, _REVERSED.c.id == payment.c.reverses)
)


def next_slip(connection: Connection, *, agency: str, station: int, day: date) -> SlipNumber:
    """The next number of the year in the series of `station` (0: the office's), taken.

    Raises:
        YearExhausted: there is none left this year.
    """
    run = series.yearly(Series.PAYMENT, agency=agency, year=day.year, station=station)
    number = series.take(connection, run)
    return SlipNumber(day.year, number, station)


def open_sheet(connection: Connection, *, agency: str, day: date) -> int:
    """The sheet of `day` on which money is entered now: the one after the last closed."""
    last = select(func.max(cash_sheet.c.sheet)).where(
        cash_sheet.c.agency == agency, cash_sheet.c.day == day.isoformat()
    )
    return (connection.execute(last).scalar() or 0) + 1


def add(
    connection: Connection,
    new: Payment,
    *,
    dossier_id: int,
    agency: str,
    ledger_seq: int,
    reverses: int | None = None,
) -> int:
    """Store a slip with the ledger row that tells of it; `reverses` is the row undone."""
    values = {
        "dossier_id": dossier_id,
        "ledger_seq": ledger_seq,
        "agency": agency,
        "year": new.slip.year,
        "slip_station": new.slip.station,
        "number": new.slip.number,
        "kind": new.kind.value,
        "amount": new.amount,
        "method": new.method.value,
        "at": utc_text(new.at),
        "day": new.day.isoformat(),
        "sheet": new.sheet,
        "officer": new.officer,
        "station": new.station,
        "payer": new.payer,
        "reference": new.reference,
        "reason": new.reason,
        "relief": new.relief,
        "reverses": reverses,
    }
    made = connection.execute(insert(payment), values)
    return row_of(made)


def of_dossier(connection: Connection, dossier_id: int) -> tuple[Payment, ...]:
    """Slips of a dossier, oldest first."""
    return _read(connection, payment.c.dossier_id == dossier_id)


def by_id(connection: Connection, payment_id: int) -> Payment | None:
    """The slip in row `payment_id`, None if there is none."""
    return next(iter(_read(connection, payment.c.id == payment_id)), None)


def with_seq(connection: Connection, dossier_id: int) -> Iterator[tuple[int, Payment]]:
    """Slips of a dossier, each with the number of its ledger row in its station's chain."""
    query = _SELECT.where(payment.c.dossier_id == dossier_id).order_by(payment.c.id)
    for row in connection.execute(query):
        yield row.ledger_seq, _payment(row)


def with_ledger(connection: Connection) -> Iterator[tuple[Payment, str, bool]]:
    """Every slip, what its ledger row says, and whether that row is of the same dossier."""
    query = (
        _SELECT.add_columns(
            ledger.c.detail,
            func.coalesce(ledger.c.dossier_id, 0).label("of_dossier"),
        )
        .outerjoin(
            ledger,
            (ledger.c.chain == payment.c.station) & (ledger.c.seq == payment.c.ledger_seq),
        )
        .order_by(payment.c.id)
    )
    for row in connection.execute(query, execution_options={"yield_per": 1_000}):
        detail = detail_of(row.detail) if row.detail else ""
        yield _payment(row), detail, row.of_dossier == row.dossier_id


def has_slips(connection: Connection, *, agency: str, day: date) -> bool:
    """Whether a slip of `day` was written."""
    of_day = (payment.c.agency == agency) & (payment.c.day == day.isoformat())
    return connection.execute(select(exists().where(of_day))).scalar_one()


def sheets_of(
    connection: Connection, *, agency: str, day: date, opening: int
) -> tuple[CashSheet, ...]:
    """The sheets of `day`, closed and open; the open one is last, and there even if empty.

    `opening` is the float of those still open.
    """
    slips = _read(connection, (payment.c.agency == agency) & (payment.c.day == day.isoformat()))
    closings = _closings(connection, agency, day)
    last = open_sheet(connection, agency=agency, day=day)
    return tuple(
        CashSheet(
            day,
            sheet,
            tuple(slip for slip in slips if slip.sheet == sheet),
            *closings.get(sheet, (None, opening)),
        )
        for sheet in range(1, last + 1)
    )


def close_sheet(
    connection: Connection,
    sheet: CashSheet,
    closing: Closing,
    *,
    agency: str,
    station: int,
    ledger_seq: int,
) -> None:
    """Keep how a sheet was closed; from now on it does not change."""
    values = {
        "agency": agency,
        "day": sheet.day.isoformat(),
        "sheet": sheet.sheet,
        "station": station,
        "ledger_seq": ledger_seq,
        "closed_at": utc_text(closing.at),
        "officer": closing.officer,
        "slips": len(sheet.slips),
        "cash": sheet.total(Method.CASH),
        "transfer": sheet.total(Method.TRANSFER),
        "counted": closing.counted,
        "opening": sheet.opening,
        "reason": closing.reason,
        "number": closing.number,
        "number_station": closing.series,
    }
    connection.execute(insert(cash_sheet), values)


def _closings(connection: Connection, agency: str, day: date) -> dict[int, tuple[Closing, int]]:
    """How sheets were closed, and the float each began with."""
    found = connection.execute(
        select(cash_sheet).where(cash_sheet.c.agency == agency, cash_sheet.c.day == day.isoformat())
    )
    return {
        row.sheet: (
            Closing(
                from_utc_text(row.closed_at),
                row.officer,
                row.counted,
                difference_of(row.opening + row.cash, row.counted),
                row.reason,
                row.number or 0,
                row.number_station or 0,
            ),
            row.opening,
        )
        for row in found
    }


def _read(connection: Connection, which: ColumnElement[bool]) -> tuple[Payment, ...]:
    rows = connection.execute(_SELECT.where(which).order_by(payment.c.id))
    return tuple(_payment(row) for row in rows)


def _payment(row: Row[Any]) -> Payment:
    undone = None
    if row.reverses is not None:
        undone = SlipNumber(row.reversed_year, row.reversed_number, row.reversed_station)
    return Payment(
        id=row.id,
        dossier_id=row.dossier_id,
        dossier_code=row.dossier_code,
        slip=SlipNumber(row.year, row.number, row.slip_station),
        kind=PaymentKind(row.kind),
        amount=row.amount,
        method=Method(row.method),
        at=from_utc_text(row.at),
        day=date.fromisoformat(row.day),
        sheet=row.sheet,
        officer=row.officer,
        station=row.station,
        payer=row.payer,
        reference=row.reference,
        reason=row.reason,
        relief=row.relief,
        receipt=row.receipt,
        reverses=undone,
    )
