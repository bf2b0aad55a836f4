"""What the closures of the calendar ask, bound to a session."""

from pathlib import Path

from app.answers.closures import ClosureDeclared, ClosureReview
from app.composition.session.printer import print_form
from app.composition.session.session import Session
from app.composition.session.words import say
from app.domain.deadline.calendar_year import Closure
from app.domain.forms.codes import RECEIPT_FORM
from app.domain.forms.print_request import PrintRequest
from app.domain.safety.schedule import Occasion
from app.exchange.target import Target, kind_of_table
from app.usecases.office import closures
from app.usecases.printing import closure_papers
from app.usecases.queries import closures as queries
from app.usecases.queries import lookup
from ui.operation import Report
from ui.screens.reference_data.closures.actions import ClosureActions


def closure_actions(session: Session) -> ClosureActions:
    """Bind them to `session`."""

    def preview(closure: Closure, report: Report) -> ClosureReview:
        return closures.preview_closure(session.desk, session.actor, closure, report=report)

    def preview_undoing(number: int, report: Report) -> ClosureReview:
        return closures.preview_undoing(session.desk, session.actor, str(number), report=report)

    def declare(closure: Closure, reviewed: str, report: Report) -> ClosureDeclared:
        return closures.declare_closure(
            session.desk, session.actor, closure, reviewed=reviewed, report=report
        )

    def undo(number: int, reason: str, reviewed: str, report: Report) -> ClosureDeclared:
        return closures.undo_closure(
            session.desk,
            session.actor,
            str(number),
            reason=reason,
            reviewed=reviewed,
            report=report,
        )

    def save_calls(number: int, file: Path) -> int:
        _, rows = queries.closure_calls(session.desk, session.actor, str(number))
        is_practice = lookup.is_practice(session.desk, session.actor)
        content = closure_papers.call_list_file(rows, file.name, is_practice=is_practice)
        Target(file, kind_of_table(file), session.folder, replaces=True).write(content)
        return len(rows)

    def print_slips(number: int, report: Report) -> int:
        ids = closure_papers.slips_of(session.desk, session.actor, str(number))
        for nth, dossier_id in enumerate(ids):
            report(nth, len(ids))
            slip = PrintRequest(RECEIPT_FORM, dossier_id)
            print_form(session, slip, reason=closure_papers.AGAIN)
        return len(ids)

    return ClosureActions(
        listed=session.bound(queries.closures),
        preview=preview,
        preview_undoing=preview_undoing,
        declare=declare,
        undo=undo,
        save_calls=save_calls,
        print_slips=print_slips,
        save_first=lambda: session.save(Occasion.IMPORT),
        now=session.clock.now,
        say=say,
    )
