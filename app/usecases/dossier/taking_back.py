"""What ended a dossier is taken back, within seconds, by a move of its own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from app.answers.dossier import DossierChanged
from app.domain.actor import Actor
from app.domain.clock import from_utc_text
from app.domain.dossier.opened import Opened
from app.domain.errors import DeskError
from app.domain.permission import Permission
from app.domain.workflow.moves import WORKFLOW, row_of
from app.domain.workflow.states import DossierEvent
from app.usecases import endings
from app.usecases.desk import Desk
from app.usecases.ledger_values import replayed
from app.usecases.unit import Request, Unit
from db.stores import ledger

WITHIN = timedelta(seconds=10)
"""How long the desk offers to take back."""
_ON_ITS_WAY = timedelta(seconds=5)
"""From the last moment of the offer until the records are reached."""


class NothingToTakeBack(DeskError):
    """The last change of the dossier neither ended it nor waived its fee. Facts: code."""


class TooLateToTakeBack(DeskError):
    """The dossier ended longer ago than can be taken back. Facts: code, seconds (how many can)."""


def take_back(
    desk: Desk, actor: Actor, ended: Sequence[Opened], *, request: Request | None = None
) -> tuple[DossierChanged, ...]:
    """Dossiers finished, returned, stopped, withdrawn or refused just now go on, all or none.

    A fee waived or reduced just now is charged again as well, since nothing was numbered by it.
    Each stands as it stood before, its clock as if it had never stopped. Nothing is hidden: the
    end and its taking back are two rows of the ledger and two events, exported in between or not.

    Raises:
        NothingToTakeBack, TooLateToTakeBack: name the first that stays ended.
        PaperIsOut: the paper of an end was printed already, and has its number.
        UnknownDossier, ChangedMeanwhile: as named.
    """
    asked = tuple((one.dossier_id, one.version) for one in ended)
    with desk.unit(actor, Permission.TAKE_BACK, request) as unit:
        return unit.once(
            tuple[DossierChanged, ...],
            asked,
            lambda: tuple(_taken_back(unit, opened) for opened in ended),
        )


def _taken_back(unit: Unit, opened: Opened) -> DossierChanged:
    before = unit.dossier(opened)
    *earlier, last = ledger.of_dossier(unit.connection, before.id)
    event = DossierEvent(last.event)
    if not WORKFLOW.ends(event) and event is not DossierEvent.WAIVE:
        raise NothingToTakeBack(code=before.shown_code)
    if unit.now - from_utc_text(last.at) > WITHIN + _ON_ITS_WAY:
        raise TooLateToTakeBack(code=before.shown_code, seconds=WITHIN.seconds)
    endings.require_not_printed(unit, before)
    former = replace(replayed(earlier), id=before.id)
    if event is DossierEvent.WAIVE:
        charged = replace(before, fees=former.fees)
        reason = f"{row_of(DossierEvent.TAKE_BACK).progress}: {row_of(event).progress}"
        return unit.change(before, charged, DossierEvent.CHARGE, reason).answer
    return unit.change(before, former, DossierEvent.TAKE_BACK, row_of(event).progress).answer
