"""Which time stands as promised, and which pause moved it: what the province asks of promises."""

from datetime import datetime

from app.domain.dossier.dossier import Dossier, PromiseKind

_AFTER_A_PAUSE = frozenset({PromiseKind.PAUSED, PromiseKind.RESTARTED})


def appointment(dossier: Dossier) -> datetime | None:
    """The last time promised to the applicant (NgayHenTra), None where none ever was.

    While the dossier waits for its applicant the promise before the pause still stands: an empty
    NgayHenTra would say that the procedure sets no limit.
    """
    if dossier.due_at is not None or not dossier.promises:
        return dossier.due_at
    return dossier.promises[-1].due_at


def moved_promises(dossier: Dossier) -> list[tuple[datetime | None, datetime | None]]:
    """For each pause, in order, the time promised before it and the one promised after it.

    The n-th completed pause made the n-th promise of kind PAUSED or RESTARTED. A pause that is
    open, or that the end of the dossier closed, made none.
    """
    promises = dossier.promises
    made = [at for at, promise in enumerate(promises) if promise.kind in _AFTER_A_PAUSE]
    found: list[tuple[datetime | None, datetime | None]] = []
    for position, pause in enumerate(dossier.pauses):
        if pause.completed_at is not None and position < len(made):
            at = made[position]
            found.append((promises[at - 1].due_at if at else None, promises[at].due_at))
        else:
            found.append((promises[-1].due_at if promises else None, None))
    return found
