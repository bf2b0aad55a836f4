"""The dossier screen's verbs."""

from app.domain.actor import Actor
from app.domain.answers import DossierChanged
from app.printing.preview import page_images
from app.usecases import correction, lookup, preview, printing, progress
from app.usecases.desk import Desk
from app.usecases.progress import Opened
from app.wiring.money import money_actions
from app.wiring.printer import lend, print_form
from app.wiring.session import Session
from app.wiring.tongue import say
from ui.screens.dossier.actions import Corrected, DossierActions, PrintDone, Seen
from ui.widgets.paper_pane import PagePicture


def dossier_actions(session: Session) -> DossierActions:
    """Bind them to `session`."""
    verbs = _Verbs(session)
    return DossierActions(
        now=session.clock.now,
        calendar=lambda: lookup.calendar(session.desk),
        due_soon_hours=lambda: lookup.settings(session.desk).due_soon_hours,
        open=lambda dossier_id: lookup.dossier_view(session.desk, dossier_id),
        explain=lambda dossier: preview.explain_dossier(session.desk, dossier),
        start=verbs.start,
        correct=verbs.correct,
        ask_papers=verbs.ask_papers,
        complete=verbs.complete,
        finish=verbs.finish,
        return_result=verbs.return_result,
        cancel=verbs.cancel,
        print_form=verbs.print_form,
        paper_came=verbs.paper_came,
        lend=lambda print_id: lend(session, print_id),
        pictures=verbs.pictures,
        money=money_actions(session),
        say=say,
    )


class _Verbs:
    """What changes or prints a dossier."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def _here(self) -> tuple[Desk, Actor]:
        return self._session.desk, self._session.actor

    def start(self, seen: Seen) -> DossierChanged:
        return progress.start_processing(*self._here, _opened(seen))

    def correct(self, seen: Seen, corrected: Corrected, reason: str) -> DossierChanged:
        wanted = correction.Correction(
            applicant=corrected.applicant,
            representative=corrected.representative,
            no_representative=corrected.representative is None,
            documents=corrected.documents,
            note=corrected.note,
        )
        return correction.correct_dossier(*self._here, _opened(seen), wanted, reason=reason)

    def ask_papers(self, seen: Seen, papers: tuple[str, ...], reason: str) -> DossierChanged:
        return progress.request_supplement(*self._here, _opened(seen), papers=papers, reason=reason)

    def complete(self, seen: Seen, note: str) -> DossierChanged:
        return progress.complete_supplement(*self._here, _opened(seen), note=note)

    def finish(self, seen: Seen, note: str) -> DossierChanged:
        return progress.finish_processing(*self._here, _opened(seen), note=note)

    def return_result(self, seen: Seen, to_whom: str, identity: str) -> DossierChanged:
        return progress.return_result(
            *self._here, _opened(seen), to_whom=to_whom, identity=identity
        )

    def cancel(self, seen: Seen, reason: str, withdrawn: bool) -> DossierChanged:
        return progress.cancel_dossier(
            *self._here, _opened(seen), reason=reason, withdrawn=withdrawn
        )

    def print_form(self, dossier_id: int, form: str, paper: str, reason: str) -> PrintDone:
        done = print_form(self._session, dossier_id, form, paper, reason=reason)
        return PrintDone(
            done.printer, done.pages, done.copy_number, done.print_id, done.asks_for_paper
        )

    def paper_came(self, print_id: int) -> None:
        printing.note_paper_out(*self._here, print_id)

    def pictures(self, print_id: int, dpi: float) -> tuple[PagePicture, ...]:
        pages = page_images(printing.stored_pdf(self._session.desk, print_id), dpi)
        return tuple(PagePicture(p.data, p.width, p.height, p.stride) for p in pages)


def _opened(seen: Seen) -> Opened:
    return Opened(seen.dossier_id, seen.version)
