"""What the rows of a station's chain say was done, from one row to another."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, select

from app.domain.clock import utc_text
from app.domain.workflow.day_work import Step
from app.domain.workflow.states import DossierEvent, DossierState
from db.stores.grouped import STREAMED
from db.tables.ledger import Subject, ledger

_L = ledger.c


def steps(connection: Connection, chain: int, after: int, until: int) -> Iterator[Step]:
    """What the rows of `chain` behind `after`, up to `until`, say of dossiers, in order."""
    query = (
        select(_L.dossier_id, _L.event, _L.from_state, _L.to_state)
        .where(_L.chain == chain, _L.seq > after, _L.seq <= until)
        .where(_L.subject == Subject.DOSSIER.value)
        .order_by(_L.seq)
    )
    for row in connection.execute(query, execution_options=STREAMED):
        before = DossierState(row.from_state) if row.from_state else None
        yield Step(row.dossier_id, DossierEvent(row.event), before, DossierState(row.to_state))


def last_before(connection: Connection, chain: int, moment: datetime) -> int:
    """The number of the last row of `chain` written before `moment`; 0 if there is none.

    Looked for from the end on: few rows lie behind the beginning of a day.
    """
    begin = utc_text(moment)
    rows = connection.execute(
        select(_L.seq, _L.at).where(_L.chain == chain).order_by(_L.seq.desc()),
        execution_options=STREAMED,
    )
    with rows:
        return next((row.seq for row in rows if row.at < begin), 0)
