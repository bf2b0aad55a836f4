"""Fee lines of dossiers: rows in, domain values out."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from app.domain.money.fee import CollectAt, Exemption, FeeKind, FeeLine
from app.domain.money.relief import Relief
from db.tables.money import fee_line


def add(connection: Connection, dossier_id: int, lines: tuple[FeeLine, ...]) -> None:
    """Store the lines of a dossier that has none."""
    if not lines:
        return
    connection.execute(
        insert(fee_line),
        [
            {
                "dossier_id": dossier_id,
                "position": position,
                "name": line.name,
                "kind": line.kind.value,
                "per": line.per,
                "unit_amount": line.unit_amount,
                "quantity": line.quantity,
                "amount": line.amount,
                "source": line.source,
                "collect_at": line.collect_at.value,
                "exemption_ground": line.exemption.ground if line.exemption else None,
                "exemption_text": line.exemption.text if line.exemption else "",
                "exemption_percent": relief.percent,
                "exemption_to_amount": relief.to_amount,
            }
            for position, line in enumerate(lines, start=1)
            for relief in [_relief(line)]
        ],
    )


def replace_lines(connection: Connection, dossier_id: int, lines: tuple[FeeLine, ...]) -> None:
    """Put `lines` in the place of those a dossier has; the old ones are in the ledger."""
    connection.execute(delete(fee_line).where(fee_line.c.dossier_id == dossier_id))
    add(connection, dossier_id, lines)


def of_dossier(connection: Connection, dossier_id: int) -> tuple[FeeLine, ...]:
    """The lines of a dossier, in their order."""
    return lines_of(connection.execute(ROWS.where(fee_line.c.dossier_id == dossier_id)))


OF_DOSSIER = fee_line.c.dossier_id
ROWS = select(fee_line).order_by(fee_line.c.dossier_id, fee_line.c.position)


def lines_of(rows: Iterable[Row[Any]]) -> tuple[FeeLine, ...]:
    """The lines of one dossier's rows."""
    return tuple(
        FeeLine(
            name=row.name,
            kind=FeeKind(row.kind),
            per=row.per,
            unit_amount=row.unit_amount,
            quantity=row.quantity,
            amount=row.amount,
            source=row.source,
            collect_at=CollectAt(row.collect_at),
            exemption=_exemption(
                row.exemption_ground,
                row.exemption_text,
                row.exemption_percent,
                row.exemption_to_amount,
            ),
        )
        for row in rows
    )


def _relief(line: FeeLine) -> Relief:
    """The reduction of a line; one that reduces nothing where there is none."""
    return (line.exemption and line.exemption.relief) or Relief()


def _exemption(
    ground: str | None, text: str, percent: int | None, to_amount: int | None
) -> Exemption | None:
    if ground is None:
        return None
    relief = Relief(percent, to_amount)
    return Exemption(ground, text, None if relief == Relief() else relief)
