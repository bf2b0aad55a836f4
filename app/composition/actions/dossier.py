"""The dossier screen's actions."""

from functools import partial
from pathlib import Path

from app.composition.actions.money import money_actions
from app.composition.session.printer import lend, print_form
from app.composition.session.session import Session
from app.composition.session.words import say
from app.domain.dossier.held_data import read_bases
from app.domain.dossier.opened import Opened
from app.exchange.target import Kind, Target
from app.printing.preview import page_images
from app.usecases.catalogue import procedures
from app.usecases.dossier import correction, ending, extending, preview, progress, taking_back
from app.usecases.printing import prints
from app.usecases.proof.making import make_proof
from app.usecases.queries import lookup
from ui.screens.dossier.actions import DossierActions


def dossier_actions(session: Session) -> DossierActions:
    """Bind them to `session`."""
    return DossierActions(
        now=session.clock.now,
        calendar=session.bound(lookup.calendar),
        due_soon_hours=lambda: session.settings.due_soon_hours,
        extensions_allowed=lambda: session.settings.extensions_allowed,
        bases=lambda: read_bases(session.settings.connected_bases),
        open=session.bound(lookup.dossier_view),
        explain=session.bound(preview.explain_dossier),
        start=session.bound(progress.start_processing),
        correct=lambda opened, wanted, reason: correction.correct_dossier(
            session.desk, session.actor, opened, wanted, reason=reason
        ),
        procedures=lambda text: lookup.find_procedures(
            session.desk, session.actor, text, session.clock.now()
        ),
        cases=partial(_cases, session),
        ask_papers=lambda opened, papers, reason, held, outside: progress.request_supplement(
            session.desk,
            session.actor,
            opened,
            papers=papers,
            reason=reason,
            held_reason=held,
            outside_reason=outside,
        ),
        complete=lambda opened, note: progress.complete_supplement(
            session.desk, session.actor, opened, note=note
        ),
        receive_papers=lambda opened, came, note: progress.complete_supplement(
            session.desk, session.actor, opened, note=note, came=came
        ),
        extend=lambda opened, due_at, cause, reason, approver: extending.extend_promise(
            session.desk,
            session.actor,
            opened,
            due_at=due_at,
            cause=cause,
            reason=reason,
            approver=approver,
        ),
        notify=lambda opened, way, note: extending.note_notice(
            session.desk, session.actor, opened, way=way, note=note
        ),
        finish=lambda opened, note: progress.finish_processing(
            session.desk, session.actor, opened, note=note
        ),
        return_result=lambda opened, to_whom, identity, reason, post="": progress.return_result(
            session.desk,
            session.actor,
            opened,
            to_whom=to_whom,
            identity=identity,
            unpaid_reason=reason,
            tracking=post,
        ),
        cancel=lambda opened, reason, withdrawn: ending.cancel_dossier(
            session.desk, session.actor, opened, reason=reason, withdrawn=withdrawn
        ),
        refuse=lambda opened, reason: ending.refuse_dossier(
            session.desk, session.actor, opened, reason=reason
        ),
        reopen=lambda opened, reason, approver: ending.reopen_dossier(
            session.desk, session.actor, opened, reason=reason, approver=approver
        ),
        take_back=session.bound(taking_back.take_back),
        print_form=lambda wanted, paper, reason: print_form(session, wanted, paper, reason=reason),
        paper_came=session.bound(prints.note_paper_out),
        lend=lambda print_id: lend(session, print_id),
        pictures=lambda print_id, dpi: page_images(
            prints.stored_pdf(session.desk, session.actor, print_id), dpi
        ),
        save_proof=lambda opened, file: _save_proof(session, opened, file),
        money=money_actions(session),
        say=say,
    )


def _save_proof(session: Session, opened: Opened, file: Path) -> int:
    """The dialog asked already whether an earlier file may go."""
    target = Target(file, Kind.PDF, session.folder, replaces=True)
    target.check()
    made = make_proof(session.desk, session.actor, opened)
    with session.desk.writing_into(file.parent):
        target.write(made.pdf)
    return made.pages


def _cases(session: Session, code: str) -> tuple[str, ...]:
    """The cases of the procedure of `code` in force now; none of one that is not."""
    found = procedures.current_procedure(session.desk, session.actor, code)
    return () if found is None else tuple(found.procedure.cases)
