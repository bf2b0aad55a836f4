"""What the dossier screen asks of the desk."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.answers.catalogue import ProcedureChoice
from app.answers.dossier import DossierChanged, DossierView
from app.domain.deadline.apology import DelayCause, NoticeWay
from app.domain.deadline.explanation import Explanation
from app.domain.deadline.working_calendar import WorkingCalendar
from app.domain.dossier.asked import AskedPaper, CamePaper
from app.domain.dossier.correction import Correction
from app.domain.dossier.dossier import Dossier
from app.domain.dossier.held_data import AskReason, Base
from app.domain.dossier.opened import Opened
from app.domain.errors import DeskError
from app.domain.forms.print_outcome import PrintOutcome
from app.domain.forms.print_request import PrintRequest
from app.printing.page_image import PageImage
from ui.screens.dossier.money.actions import MoneyActions


@dataclass(frozen=True, slots=True)
class DossierActions:
    """What the screen calls, on the records queue; what is marked outside runs beside the records.

    Each raises `DeskError` when it is refused, among them `ChangedMeanwhile`.

    Attributes:
        now: the clock.
        calendar: the office's calendar, for the time left.
        due_soon_hours: working hours left from which a dossier is due soon.
        extensions_allowed: how often a promise may be extended without an approver.
        bases: databases the office is connected to.
        open: the dossier with its timeline and prints.
        explain: how its promise was counted.
        start: processing begins.
        correct: what is to stand, and the reason.
        procedures: those in force that match a text.
        cases: the cases of the procedure in force of a code.
        ask_papers: papers, by name or with how many of which kind, the reason, why one is asked for
            whose data a base holds, and why one that the catalogue does not name.
        complete: what was waited for is there; a note.
        receive_papers: what came of the papers that are waited for, and a note.
        extend: the new time, the usual reason, what is particular, and who approves ("": nobody).
        notify: how the applicant was notified of the new time; a note.
        finish: the result is ready; a note.
        return_result: to whom, the document they showed, why though money is due, and the number of
            the post it went by.
        cancel: the reason; withdrawn by the applicant, or stopped by the desk.
        refuse: the reason.
        reopen: the reason, and who approves.
        take_back: what ended these dossiers just now is undone, in the ledger too.
        print_form: (outside) form and paper ("" for the office's usual one) of a dossier, and the
            reason if it is printed again; without one, `ReprintReasonMissing` asks for it.
        paper_came: a print was looked at and is as it should be.
        lend: (outside) a copy of a stored print for the desktop's own PDF viewer.
        pictures: (outside) the pages of a stored print at this many dots per inch.
        save_proof: its proof of time, written to this file; how many pages.
        money: what it costs, and slips of money.
        say: the sentence of a refusal.
    """

    now: Callable[[], datetime]
    calendar: Callable[[], WorkingCalendar]
    due_soon_hours: Callable[[], int]
    extensions_allowed: Callable[[], int]
    bases: Callable[[], frozenset[Base]]
    open: Callable[[int], DossierView]
    explain: Callable[[Dossier], Explanation]
    start: Callable[[Opened], DossierChanged]
    correct: Callable[[Opened, Correction, str], DossierChanged]
    procedures: Callable[[str], tuple[ProcedureChoice, ...]]
    cases: Callable[[str], tuple[str, ...]]
    ask_papers: Callable[
        [Opened, tuple[str | AskedPaper, ...], str, AskReason | None, str], DossierChanged
    ]
    complete: Callable[[Opened, str], DossierChanged]
    receive_papers: Callable[[Opened, tuple[CamePaper, ...], str], DossierChanged]
    extend: Callable[[Opened, datetime, DelayCause, str, str], DossierChanged]
    notify: Callable[[Opened, NoticeWay, str], DossierChanged]
    finish: Callable[[Opened, str], DossierChanged]
    return_result: Callable[..., DossierChanged]
    cancel: Callable[[Opened, str, bool], DossierChanged]
    refuse: Callable[[Opened, str], DossierChanged]
    reopen: Callable[[Opened, str, str], DossierChanged]
    take_back: Callable[[Sequence[Opened]], tuple[DossierChanged, ...]]
    print_form: Callable[[PrintRequest, str, str], PrintOutcome]
    paper_came: Callable[[int], None]
    lend: Callable[[int], Path]
    pictures: Callable[[int, float], Sequence[PageImage]]
    save_proof: Callable[[Opened, Path], int]
    money: MoneyActions
    say: Callable[[DeskError], str]
