"""Fee lines of dossiers: rows in, domain values out."""

from sqlalchemy import Connection, insert

from app.domain.fee import CollectAt, Exemption, FeeKind, FeeLine
from app.domain.relief import Relief
from db.driver import run
from db.rows.money import fee_line
from db.statement import Statement

_INSERT = Statement(insert(fee_line), [c.name for c in fee_line.c])


def add(connection: Connection, dossier_id: int, lines: tuple[FeeLine, ...]) -> None:
    """Store the lines of a dossier that has none."""
    _INSERT.run_many(
        connection,
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
    run(connection, "DELETE FROM fee_line WHERE dossier_id = ?", (dossier_id,))
    add(connection, dossier_id, lines)


def of_dossier(connection: Connection, dossier_id: int) -> tuple[FeeLine, ...]:
    """The lines of a dossier, in their order."""
    found = run(
        connection,
        "SELECT name, kind, per, unit_amount, quantity, amount, source, collect_at, "
        "exemption_ground, exemption_text, exemption_percent, exemption_to_amount "
        "FROM fee_line WHERE dossier_id = ? ORDER BY position",
        (dossier_id,),
    )
    return tuple(
        FeeLine(
            name=row[0],
            kind=FeeKind(row[1]),
            per=row[2],
            unit_amount=row[3],
            quantity=row[4],
            amount=row[5],
            source=row[6],
            collect_at=CollectAt(row[7]),
            exemption=_exemption(*row[8:12]),
        )
        for row in found
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
