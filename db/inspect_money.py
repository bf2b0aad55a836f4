"""Is the money what it must be? Slips against the ledger, closed sheets."""

import json

from sqlalchemy import ColumnElement, Connection, case, exists, func, or_, select

from app.domain.errors import Damaged
from app.domain.money.payment import Method, PaymentKind
from db.stores import payments
from db.stores.ledger import detail_of, names_a_slip
from db.tables.ledger import ledger
from db.tables.money import cash_sheet, payment


class SlipAltered(Damaged):
    """A slip differs from what the ledger tells of it. Facts: slip, dossier."""


class SlipMissing(Damaged):
    """The ledger tells of a slip that is not there. Facts: seq."""


class SheetDoesNotTie(Damaged):
    """A closed sheet differs from the sum of its slips. Facts: day, sheet."""


def check_slips(connection: Connection, slip_rows: int) -> None:
    """Every slip is the one its ledger row tells of, and every such row has its slip.

    Args:
        connection: one moment of the records.
        slip_rows: how many rows of dossiers tell of a slip; no two slips have one row.

    Raises:
        SlipAltered, SlipMissing: name the first that does not fit.
    """
    slips = 0
    for slip, detail, is_same_dossier in payments.with_ledger(connection):
        slips += 1
        values = json.loads(detail) if detail else {}
        if not is_same_dossier or values.get("payment") != [None, slip.facts]:
            raise SlipAltered(slip=str(slip.slip), dossier=slip.dossier_code)
    if slips == slip_rows:
        return
    has_slip = exists().where(
        payment.c.station == ledger.c.chain, payment.c.ledger_seq == ledger.c.seq
    )
    bare = select(ledger.c.seq, ledger.c.detail).where(ledger.c.dossier_id.is_not(None), ~has_slip)
    for row in connection.execute(bare, execution_options={"yield_per": 1_000}):
        if names_a_slip(detail_of(row.detail)):
            raise SlipMissing(seq=row.seq)


def check_sheets(connection: Connection) -> None:
    """Every closed sheet is the sum of its slips.

    Raises:
        SheetDoesNotTie: names the first that is not.
    """
    sheet, slip = cash_sheet.c, payment.c
    moved = case((slip.kind == PaymentKind.COLLECT.value, slip.amount), else_=-slip.amount)

    def sum_of(method: Method) -> ColumnElement[int]:
        return func.coalesce(func.sum(moved).filter(slip.method == method.value), 0)

    row = connection.execute(
        select(sheet.day, sheet.sheet)
        .join_from(
            cash_sheet,
            payment,
            (slip.agency == sheet.agency) & (slip.day == sheet.day) & (slip.sheet == sheet.sheet),
            isouter=True,
        )
        .group_by(*cash_sheet.primary_key, sheet.slips, sheet.cash, sheet.transfer)
        .having(
            or_(
                sheet.slips != func.count(slip.id),
                sheet.cash != sum_of(Method.CASH),
                sheet.transfer != sum_of(Method.TRANSFER),
            )
        )
        .limit(1)
    ).first()
    if row is not None:
        raise SheetDoesNotTie(day=row.day, sheet=row.sheet)
