"""Waits for papers whose data a connected base holds, in a period."""

import json
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, select

from app.answers.held import HeldAsked
from app.domain.clock import from_utc_text, utc_text
from app.domain.dossier.held_data import AskReason, base_of
from db.stores.dossier_values import shown_code
from db.tables.dossier import dossier, pause
from db.tables.office import procedure_version


def asked(connection: Connection, first: datetime, before: datetime) -> Iterator[HeldAsked]:
    """Every such paper asked for from `first` on and before `before`, the oldest first."""
    rows = connection.execute(
        select(
            pause,
            dossier.c.id.label("of"),
            shown_code(),
            dossier.c.full_name,
            dossier.c.officer,
            procedure_version.c.name.label("procedure_name"),
        )
        .join_from(pause, dossier, dossier.c.id == pause.c.dossier_id)
        .join(procedure_version, procedure_version.c.id == dossier.c.procedure_version)
        .where(
            pause.c.held_reason != "",
            pause.c.asked_at >= utc_text(first),
            pause.c.asked_at < utc_text(before),
        )
        .order_by(pause.c.asked_at, pause.c.id)
    )
    for row in rows:
        for paper in json.loads(row.papers):
            # The reason is that of the papers a base holds; others were asked for beside them.
            if (base := base_of(paper)) is not None:
                yield HeldAsked(
                    dossier_id=row.of,
                    dossier_code=row.code,
                    applicant=row.full_name,
                    procedure=row.procedure_name,
                    asked_at=from_utc_text(row.asked_at),
                    paper=paper,
                    base=base,
                    reason=AskReason(row.held_reason),
                    why=row.reason,
                    officer=row.asked_by or row.officer,
                )
