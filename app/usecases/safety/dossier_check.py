"""Does every dossier stand as its ledger rows tell, and in a state its times agree with?"""

from collections.abc import Callable

from sqlalchemy import Connection

from app.domain.dossier.dossier import Dossier
from app.domain.errors import Damaged
from app.domain.workflow.moves import state_row
from app.usecases.ledger_values import require_as_recorded
from db.stores import dossiers, ledger


class StateContradicted(Damaged):
    """A dossier's state and times contradict each other. Facts: code, state."""


def check_dossiers(connection: Connection, step: Callable[[], None]) -> int:
    """Replay every dossier from the ledger, and hold it against what is stored; `step` for each.

    Returns:
        How many rows of dossiers tell of a slip of money.

    Raises:
        DossierAltered, StateContradicted, LedgerUnreadable: name the first that does not fit.
    """
    slips = 0
    rows = ledger.by_dossier(connection)
    for dossier in dossiers.every(connection):
        number, own = next(rows, (0, ()))
        require_as_recorded(own if number == dossier.id else (), dossier)
        _check_state(dossier)
        slips += sum(ledger.names_a_slip(row.detail) for row in own)
        step()
    return slips


def _check_state(dossier: Dossier) -> None:
    row = state_row(dossier.state)
    waits = any(pause.completed_at is None for pause in dossier.pauses)
    fits = row.is_waiting == (waits and dossier.ended_at is None)
    if not fits or row.is_open != (dossier.ended_at is None):
        raise StateContradicted(code=dossier.code, state=dossier.state)
