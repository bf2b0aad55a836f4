"""Slips of money and the sheets they stand on: rows in, domain values out."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert

from app.domain.cash_sheet import CashSheet, Closing
from app.domain.clock import from_utc_text, utc_text
from app.domain.payment import Method, Payment, PaymentKind, SlipNumber
from db.driver import run
from db.rows.money import cash_sheet, payment
from db.rows.series import Series
from db.statement import Statement
from db.stores import series

_INSERT = Statement(insert(payment), [c.name for c in payment.c if c.name != "id"])
_INSERT_SHEET = Statement(insert(cash_sheet), [c.name for c in cash_sheet.c])
_SELECT = """
  SELECT p.id, p.dossier_id, d.code, p.year, p.number, p.slip_station, p.kind, p.amount, p.method,
    p.at, p.day, p.sheet, p.officer, p.station, p.payer, p.reference, p.reason,
    p.relief, r.year, r.number, r.slip_station
  FROM payment p JOIN dossier d ON d.id = p.dossier_id LEFT JOIN payment r ON r.id = p.reverses
"""


_COLUMNS = 21


def next_slip(connection: Connection, *, agency: str, station: int, day: date) -> SlipNumber:
    """The next number of the year in the series of `station` (0: the office's), taken.

    Raises:
        YearExhausted: there is none left this year.
    """
    number = series.take(connection, Series.PAYMENT, agency=agency, year=day.year, station=station)
    return SlipNumber(day.year, number, station)


def open_sheet(connection: Connection, *, agency: str, day: date) -> int:
    """The sheet of `day` on which money is entered now: the one after the last closed."""
    row = run(
        connection,
        "SELECT coalesce(max(sheet), 0) + 1 FROM cash_sheet WHERE agency = ? AND day = ?",
        (agency, day.isoformat()),
    ).fetchone()
    return int(row[0])


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
    return _INSERT.insert(connection, values)


def of_dossier(connection: Connection, dossier_id: int) -> tuple[Payment, ...]:
    """Slips of a dossier, oldest first."""
    return _read(connection, "WHERE p.dossier_id = ? ORDER BY p.id", (dossier_id,))


def with_ledger(connection: Connection) -> Iterator[tuple[Payment, str, bool]]:
    """Every slip, what its ledger row tells, and whether that row is of the same dossier."""
    told = _SELECT.replace(
        "\n  FROM payment p", ", l.detail, l.dossier_id IS p.dossier_id\n  FROM payment p"
    )
    joined = f"{told} LEFT JOIN ledger l ON l.seq = p.ledger_seq ORDER BY p.id"
    for row in run(connection, joined):
        yield _payment(row), row[_COLUMNS] or "", bool(row[_COLUMNS + 1])


def sheets_of(connection: Connection, *, agency: str, day: date) -> tuple[CashSheet, ...]:
    """The sheets of `day`, closed and open; the open one is last, and there even if empty."""
    slips = _read(
        connection,
        "WHERE p.agency = ? AND p.day = ? ORDER BY p.id",
        (agency, day.isoformat()),
    )
    closings = _closings(connection, agency, day)
    last = open_sheet(connection, agency=agency, day=day)
    return tuple(
        CashSheet(
            day, sheet, tuple(slip for slip in slips if slip.sheet == sheet), closings.get(sheet)
        )
        for sheet in range(1, last + 1)
    )


def close_sheet(
    connection: Connection, sheet: CashSheet, closing: Closing, *, agency: str, ledger_seq: int
) -> None:
    """Keep how a sheet was closed; from now on it does not change."""
    _INSERT_SHEET.run(
        connection,
        {
            "agency": agency,
            "day": sheet.day.isoformat(),
            "sheet": sheet.sheet,
            "ledger_seq": ledger_seq,
            "closed_at": utc_text(closing.at),
            "officer": closing.officer,
            "slips": len(sheet.slips),
            "cash": sheet.total(Method.CASH),
            "transfer": sheet.total(Method.TRANSFER),
            "counted": closing.counted,
            "reason": closing.reason,
        },
    )


def _closings(connection: Connection, agency: str, day: date) -> dict[int, Closing]:
    found = run(
        connection,
        "SELECT sheet, closed_at, officer, counted, cash, reason FROM cash_sheet "
        "WHERE agency = ? AND day = ?",
        (agency, day.isoformat()),
    )
    return {
        row[0]: Closing(from_utc_text(row[1]), row[2], row[3], row[3] - row[4], row[5])
        for row in found
    }


def _read(connection: Connection, where: str, values: Sequence[Any]) -> tuple[Payment, ...]:
    return tuple(_payment(row) for row in run(connection, _SELECT + where, values).fetchall())


def _payment(row: Sequence[Any]) -> Payment:
    return Payment(
        id=row[0],
        dossier_id=row[1],
        dossier_code=row[2],
        slip=SlipNumber(row[3], row[4], row[5]),
        kind=PaymentKind(row[6]),
        amount=row[7],
        method=Method(row[8]),
        at=from_utc_text(row[9]),
        day=date.fromisoformat(row[10]),
        sheet=row[11],
        officer=row[12],
        station=row[13],
        payer=row[14],
        reference=row[15],
        reason=row[16],
        relief=row[17],
        reverses=SlipNumber(row[18], row[19], row[20]) if row[18] is not None else None,
    )
