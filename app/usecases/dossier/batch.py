"""Many dossiers finished at once: each row with what became of it."""

from collections.abc import Sequence

from app.answers.dossier import BatchRow
from app.domain.actor import Actor
from app.domain.dossier import intake_check
from app.domain.permission import Permission
from app.domain.problems import Problems
from app.domain.text import paragraph
from app.domain.workflow.moves import IllegalMove, move_of
from app.domain.workflow.states import DossierEvent
from app.usecases.desk import Desk
from app.usecases.dossier.progress import finished, moved
from app.usecases.unit import Request, Unit
from db.stores import dossiers


def finish_many(
    desk: Desk,
    actor: Actor,
    dossier_ids: Sequence[int],
    *,
    note: str = "",
    request: Request | None = None,
) -> tuple[BatchRow, ...]:
    """Finish the dossiers of a stack; one row for each, in its order, each dossier once.

    One that cannot be finished as it stands is left as it is, and its row says so; the others are
    finished, all in one transaction.

    Raises:
        InvalidRequest: about the note.
        UnknownDossier: as named; nothing is done.
    """
    problems = Problems()
    note = problems.attempt(
        lambda: paragraph(note, field="note", limit=intake_check.NOTE_LIMIT), ""
    )
    problems.raise_any()
    ids = tuple(dict.fromkeys(dossier_ids))
    with desk.unit(actor, Permission.FINISH_MANY, request) as unit:
        return unit.once(
            tuple[BatchRow, ...], (ids, note), lambda: tuple(_row(unit, one, note) for one in ids)
        )


def _row(unit: Unit, dossier_id: int, note: str) -> BatchRow:
    before = dossiers.by_id(unit.connection, dossier_id)
    name = before.applicant.full_name
    try:
        move_of(before.state, DossierEvent.FINISH)
    except IllegalMove:
        return BatchRow(dossier_id, before.shown_code, name, before.state, is_done=False)
    done = moved(unit, before, DossierEvent.FINISH, note, finished(unit))
    return BatchRow(dossier_id, before.shown_code, name, done.state, is_done=True)
