"""Numbers of electronic receipts, by the slips they were issued for."""

from sqlalchemy import Connection, ScalarSelect, Select, func, insert, select

from app.domain.money.receipt import bare_number, ends_in, receipt_key
from db.tables.money import electronic_receipt, payment

_LATER = electronic_receipt.alias("later")


def number_of_slip() -> ScalarSelect[str]:
    """The number that holds for a row of `payment`, for a query over it."""
    row = electronic_receipt.c
    return (
        select(row.number)
        .where(row.payment_id == payment.c.id)
        .order_by(row.revision.desc())
        .limit(1)
        .correlate(payment)
        .scalar_subquery()
    )


def note(connection: Connection, payment_id: int, number: str) -> None:
    """From now on `number` is that of the slip."""
    row = electronic_receipt.c
    last = connection.execute(
        select(func.max(row.revision)).where(row.payment_id == payment_id)
    ).scalar()
    values = {
        "payment_id": payment_id,
        "revision": (last or 0) + 1,
        "number": number,
        "key": receipt_key(number),
    }
    connection.execute(insert(electronic_receipt), values)


def slips_with(connection: Connection, text: str) -> list[tuple[int, int]]:
    """Slips (payment id, dossier id) whose number is `text`, however it is parted; newest first."""
    key = receipt_key(text)
    if not key:
        return []
    rows = connection.execute(_last_numbers().where(electronic_receipt.c.key == key))
    return [(row.id, row.dossier_id) for row in rows]


def dossiers_with_bare(connection: Connection, text: str) -> list[int]:
    """Dossiers of slips whose number is `text` behind its symbol, newest first."""
    bare = bare_number(text)
    if not bare:
        return []
    alike = electronic_receipt.c.key.like(f"%{bare}")
    rows = connection.execute(_last_numbers().where(alike))
    return list(dict.fromkeys(row.dossier_id for row in rows if ends_in(row.number, bare)))


def _last_numbers() -> Select[tuple[int, int, str]]:
    """Slips with the number that holds of each, the newest slip first."""
    row = electronic_receipt.c
    is_last = ~(
        select(_LATER.c.revision)
        .where(_LATER.c.payment_id == row.payment_id, _LATER.c.revision > row.revision)
        .exists()
    )
    return (
        select(payment.c.id, payment.c.dossier_id, row.number)
        .join_from(electronic_receipt, payment, payment.c.id == row.payment_id)
        .where(is_last)
        .order_by(payment.c.id.desc())
    )
