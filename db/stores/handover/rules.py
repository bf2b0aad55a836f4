"""Agencies and steps as the office has them."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, select

from app.domain.catalogue.procedure import Step
from app.domain.text import fold
from app.domain.workflow.agencies import AgencyRow
from db.engine.chosen import ENGINE
from db.stores import reference
from db.stores.handover.step_text import steps_of, steps_text
from db.tables.handover import work_agency, work_plan


def agency_rows(connection: Connection) -> tuple[AgencyRow, ...]:
    """What the office decided of agencies."""
    rows = connection.execute(select(work_agency).order_by(work_agency.c.key))
    return tuple(AgencyRow(row.name, row.is_used) for row in rows)


def set_agency(connection: Connection, row: AgencyRow) -> None:
    """Keep what was decided of one."""
    values = {"key": fold(row.name), "name": row.name, "is_used": row.is_used}
    connection.execute(ENGINE.upsert(work_agency), values)
    reference.touch(connection)


def own_steps(connection: Connection) -> Mapping[str, tuple[Step, ...]]:
    """The office's own steps, by the procedure's code."""
    return {
        row.procedure_code: steps_of(row.steps) for row in connection.execute(select(work_plan))
    }


def set_steps(connection: Connection, procedure_code: str, steps: Sequence[Step]) -> None:
    """Keep the steps of a procedure; none: it has those of the catalogue again, or proposed."""
    if steps:
        values = {"procedure_code": procedure_code, "steps": steps_text(steps)}
        connection.execute(ENGINE.upsert(work_plan), values)
    else:
        wanted = work_plan.c.procedure_code == procedure_code
        connection.execute(delete(work_plan).where(wanted))
    reference.touch(connection)
