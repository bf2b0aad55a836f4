"""What a form's content is made of: the dossier, what it was received under, and the office."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.catalogue.paper_names import names_of
from app.domain.catalogue.procedure import Procedure
from app.domain.deadline.apology import Apology
from app.domain.deadline.closures import Declaration
from app.domain.deadline.explanation import Explanation
from app.domain.dossier.dossier import Dossier, Pause
from app.domain.money.payment import Payment
from app.domain.workflow.states import DossierEvent, DossierState
from app.domain.workflow.stays import Stay
from app.settings import Settings


@dataclass(frozen=True, slots=True)
class Ended:
    """How a dossier ended: what happened, where it stood before, when, by whom and why.

    `id` stands for the ledger row that tells of it.
    """

    id: int
    event: DossierEvent
    stage: DossierState
    at: datetime
    officer: str
    reason: str


@dataclass(frozen=True, slots=True)
class FormFacts:
    """The moment in which a content is frozen.

    `number` is that of the paper, empty if it has none yet. `payment` is the slip a form is about,
    `earlier` the dossier's slips before it, and `outstanding` what is still to be paid after it, in
    đồng. `capped_on` is the day of the year
    that cut the dossier's limit short. `asked` is the request for papers a form is about, `apology`
    the extension, `officer` who makes the paper, `counted` how the due time came about, for forms
    made on demand, `ended` the end it is about; `paid` was paid for the dossier in all,
    `given_back` came back of it, in đồng. `stays` are where its papers lay, for forms made on
    demand that say so. `closure` is the declaration that moved the last
    promise, `corrected` why the paper takes the place of one that was printed.
    """

    dossier: Dossier
    procedure: Procedure
    settings: Settings
    printed_at: datetime
    number: str = ""
    payment: Payment | None = None
    earlier: tuple[Payment, ...] = ()
    outstanding: int = 0
    capped_on: date | None = None
    asked: Pause | None = None
    apology: Apology | None = None
    officer: str = ""
    counted: Explanation | None = None
    ended: Ended | None = None
    paid: int = 0
    given_back: int = 0
    stays: tuple[Stay, ...] = ()
    closure: Declaration | None = None
    corrected: str = ""

    def called(self) -> Callable[[str], str]:
        """What papers are called on forms: by short names, unless the office wants all words."""
        if self.settings.published_names:
            return lambda name: name
        return names_of(paper.name for paper in self.procedure.documents)
