"""Dossiers whose result was handed over and whose money may be due."""

from datetime import datetime

from sqlalchemy import Connection, or_, select

from app.domain.clock import utc_text
from db.tables.dossier import dossier
from db.tables.money import payment


def handed_over_unpaid(connection: Connection, *, before: datetime) -> tuple[int, ...]:
    """Those handed over before that moment with a reason, or with money given back, oldest first.

    What was paid since, or is not due any more, is among them.
    """
    row, slip = dossier.c, payment.c
    given_back = select(slip.dossier_id).where(slip.reverses.is_not(None))
    found = connection.execute(
        select(row.id)
        .where(
            row.returned_at.is_not(None),
            or_(row.end_reason != "", row.id.in_(given_back)),
            row.returned_at < utc_text(before),
        )
        .order_by(row.returned_at, row.id)
    )
    return tuple(found.scalars())
