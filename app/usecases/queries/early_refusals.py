"""Who was refused before receipt today: their papers can be printed again."""

from datetime import datetime, time

from app.answers.dossier import EarlyRefusal
from app.domain.actor import Actor
from app.domain.clock import VIETNAM
from app.domain.forms.codes import REFUSAL_FORM
from app.domain.forms.paper_number import paper_number
from app.domain.permission import Permission
from app.printing.registry import form_of
from app.usecases.desk import Desk
from db.stores import prints


def early_refusals(desk: Desk, actor: Actor) -> tuple[EarlyRefusal, ...]:
    """Refusals before receipt of today, newest first."""
    form, today = form_of(REFUSAL_FORM), desk.clock.now().date()
    with desk.view(actor, Permission.EARLY_REFUSALS) as view:
        since = datetime.combine(today, time.min, VIETNAM)
        found = []
        for row, number, made_at, body in prints.early_refusals(view.connection, since):
            content = form.from_json(body)
            found.append(
                EarlyRefusal(
                    refusal_id=row,
                    number=paper_number(number.series, number.number, number.station),
                    refused_at=made_at,
                    applicant=content.applicant_name,
                    procedure=content.procedure_name,
                )
            )
        return tuple(found)
