"""The dossier screen's actions."""

from app.composition.actions.money import money_actions
from app.composition.session.printer import lend, print_form
from app.composition.session.session import Session
from app.composition.session.words import say
from app.printing.preview import page_images
from app.usecases.dossier import correction, preview, progress
from app.usecases.printing import prints
from app.usecases.queries import lookup
from ui.screens.dossier.actions import DossierActions


def dossier_actions(session: Session) -> DossierActions:
    """Bind them to `session`."""
    return DossierActions(
        now=session.clock.now,
        calendar=lambda: lookup.calendar(session.desk, session.actor),
        due_soon_hours=lambda: lookup.settings(session.desk, session.actor).due_soon_hours,
        open=lambda dossier_id: lookup.dossier_view(session.desk, session.actor, dossier_id),
        explain=lambda dossier: preview.explain_dossier(session.desk, session.actor, dossier),
        start=lambda opened: progress.start_processing(session.desk, session.actor, opened),
        correct=lambda opened, wanted, reason: correction.correct_dossier(
            session.desk, session.actor, opened, wanted, reason=reason
        ),
        ask_papers=lambda opened, papers, reason: progress.request_supplement(
            session.desk, session.actor, opened, papers=papers, reason=reason
        ),
        complete=lambda opened, note: progress.complete_supplement(
            session.desk, session.actor, opened, note=note
        ),
        finish=lambda opened, note: progress.finish_processing(
            session.desk, session.actor, opened, note=note
        ),
        return_result=lambda opened, to_whom, identity: progress.return_result(
            session.desk, session.actor, opened, to_whom=to_whom, identity=identity
        ),
        cancel=lambda opened, reason, withdrawn: progress.cancel_dossier(
            session.desk, session.actor, opened, reason=reason, withdrawn=withdrawn
        ),
        print_form=lambda wanted, paper, reason: print_form(session, wanted, paper, reason=reason),
        paper_came=lambda print_id: prints.note_paper_out(session.desk, session.actor, print_id),
        lend=lambda print_id: lend(session, print_id),
        pictures=lambda print_id, dpi: page_images(
            prints.stored_pdf(session.desk, session.actor, print_id), dpi
        ),
        money=money_actions(session),
        say=say,
    )
