"""What the dossier screen asks of the desk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.domain.answers import DossierChanged, DossierView
from app.domain.dossier import Applicant, Dossier, SubmittedDocument
from app.domain.errors import DeskError
from app.domain.explanation import Explanation
from app.domain.working_calendar import WorkingCalendar
from ui.screens.dossier.money_actions import MoneyActions
from ui.screens.dossier.seen import Seen
from ui.widgets.paper_pane import PagePicture

__all__ = ["Corrected", "DossierActions", "PrintDone", "Seen"]


@dataclass(frozen=True, slots=True)
class Corrected:
    """The dossier's correctable parts as they are to stand, unchecked as they were typed.

    `representative` None: nobody brings it for another (any more).
    """

    applicant: Applicant
    representative: Applicant | None
    documents: tuple[SubmittedDocument, ...]
    note: str


@dataclass(frozen=True, slots=True)
class PrintDone:
    """A print that was handed to a printer; `asks_for_paper`: did it come out right?"""

    printer: str
    pages: int
    copy_number: int
    print_id: int = 0
    asks_for_paper: bool = False


@dataclass(frozen=True, slots=True)
class DossierActions:
    """Synchronous verbs on the records lane; those marked outside run beside the records.

    Each act raises `DeskError` when it is refused, among them `ChangedMeanwhile`.

    Attributes:
        now: the clock.
        calendar: the office's calendar, for the time left.
        due_soon_hours: working hours left from which a dossier is due soon.
        open: the dossier with its timeline and prints.
        explain: how its promise was counted.
        start: processing begins.
        correct: what is to stand, and the reason.
        ask_papers: names of papers, one each, and the reason.
        complete: the papers have come; a note.
        finish: the result is ready; a note.
        return_result: to whom, and the document they showed.
        cancel: the reason; withdrawn by the applicant, or stopped by the desk.
        print_form: (outside) form and paper ("" for the office's usual one) of a dossier, and the
            reason if it is printed again; without one, `ReprintReasonMissing` asks for it.
        paper_came: a print was looked at and is as it should be.
        lend: (outside) a copy of a stored print for the desktop's own PDF viewer.
        pictures: (outside) the pages of a stored print at this many dots per inch.
        money: what it costs, and slips of money.
        say: the sentence of a refusal.
    """

    now: Callable[[], datetime]
    calendar: Callable[[], WorkingCalendar]
    due_soon_hours: Callable[[], int]
    open: Callable[[int], DossierView]
    explain: Callable[[Dossier], Explanation]
    start: Callable[[Seen], DossierChanged]
    correct: Callable[[Seen, Corrected, str], DossierChanged]
    ask_papers: Callable[[Seen, tuple[str, ...], str], DossierChanged]
    complete: Callable[[Seen, str], DossierChanged]
    finish: Callable[[Seen, str], DossierChanged]
    return_result: Callable[[Seen, str, str], DossierChanged]
    cancel: Callable[[Seen, str, bool], DossierChanged]
    print_form: Callable[[int, str, str, str], PrintDone]
    paper_came: Callable[[int], None]
    lend: Callable[[int], Path]
    pictures: Callable[[int, float], tuple[PagePicture, ...]]
    money: MoneyActions
    say: Callable[[DeskError], str]
