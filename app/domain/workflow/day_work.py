"""What was done in a day: which dossiers came in, were finished, given up, handed over."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.domain.workflow.states import DossierEvent, DossierState


@dataclass(frozen=True, slots=True)
class Step:
    """What one row of the ledger says of a dossier; `before` is None where it was received."""

    dossier_id: int
    event: DossierEvent
    before: DossierState | None
    after: DossierState


@dataclass(frozen=True, slots=True)
class DayWork:
    """Ids of dossiers in the order in which it happened, each once."""

    received: tuple[int, ...] = ()
    finished: tuple[int, ...] = ()
    given_up: tuple[int, ...] = ()
    returned: tuple[int, ...] = ()


@dataclass(slots=True)
class _Found:
    received: dict[int, None] = field(default_factory=dict)
    finished: dict[int, None] = field(default_factory=dict)
    given_up: dict[int, None] = field(default_factory=dict)
    returned: dict[int, None] = field(default_factory=dict)

    def of(self, state: DossierState) -> dict[int, None] | None:
        """Where a dossier belongs that came to `state`; None while it is open."""
        if state.is_given_up:
            return self.given_up
        return {
            DossierState.FINISHED: self.finished,
            DossierState.RETURNED: self.returned,
        }.get(state)


def work_of(steps: Iterable[Step]) -> DayWork:
    """What `steps`, in the order of the ledger, come to.

    What was taken back again was not done. A dossier that was reopened later did end before.
    """
    found = _Found()
    for step in steps:
        if step.before is None:
            found.received[step.dossier_id] = None
        elif step.event is DossierEvent.TAKE_BACK:
            done = found.of(step.before)
            if done is not None:
                done.pop(step.dossier_id, None)
        elif step.before is not step.after:
            done = found.of(step.after)
            if done is not None:
                done[step.dossier_id] = None
    return DayWork(
        received=tuple(found.received),
        finished=tuple(found.finished),
        given_up=tuple(found.given_up),
        returned=tuple(found.returned),
    )
