"""Waits for the applicant as the clock sees them: checked, in order, overlapping ones merged."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from app.domain.clock import to_minute
from app.domain.errors import DeskError


class InvalidPause(DeskError):
    """A pause that ends before it begins. Facts: asked_at, completed_at."""


class PauseBeforeReceipt(DeskError):
    """A pause that begins before the dossier was received. Facts: asked_at, received_at."""


class Waiting(Protocol):
    """What the clock needs of a pause; `app.domain.dossier.dossier.Pause` is one."""

    @property
    def asked_at(self) -> datetime:
        """When papers or payment were asked for."""
        ...

    @property
    def completed_at(self) -> datetime | None:
        """When they were there; None while the dossier waits."""
        ...


@dataclass(frozen=True, slots=True)
class Wait:
    """A pause without its story, in Vietnam time and whole minutes; an open one has no end."""

    asked_at: datetime
    completed_at: datetime | None = None


def merged(pauses: Iterable[Waiting], received_at: datetime) -> tuple[Wait, ...]:
    """`pauses` in order of time, overlapping ones made one; one that is open swallows the rest.

    Raises:
        InvalidPause, PauseBeforeReceipt: as named.
    """
    found: list[Wait] = []
    for wait in sorted((_checked(p, received_at) for p in pauses), key=lambda w: w.asked_at):
        last = found[-1] if found else None
        if last is None or (last.completed_at is not None and last.completed_at <= wait.asked_at):
            found.append(wait)
        elif last.completed_at is not None:
            found[-1] = Wait(last.asked_at, _later(last.completed_at, wait.completed_at))
    return tuple(found)


def is_open(waits: tuple[Wait, ...]) -> bool:
    """Whether one of the merged `waits` still lasts."""
    return bool(waits) and waits[-1].completed_at is None


def _checked(pause: Waiting, received_at: datetime) -> Wait:
    asked_at = to_minute(pause.asked_at)
    completed_at = None if pause.completed_at is None else to_minute(pause.completed_at)
    if completed_at is not None and completed_at < asked_at:
        raise InvalidPause(asked_at=asked_at, completed_at=completed_at)
    if asked_at < to_minute(received_at):
        raise PauseBeforeReceipt(asked_at=asked_at, received_at=received_at)
    return Wait(asked_at, completed_at)


def _later(one: datetime, other: datetime | None) -> datetime | None:
    return None if other is None else max(one, other)


class PauseMode(StrEnum):
    """What a wait for the applicant does to the limit (`docs/deadlines.md`, Pauses)."""

    PAUSE = "PAUSE"
    RESTART = "RESTART"


class PauseKind(StrEnum):
    """What the dossier waits for: papers, or a payment due by law."""

    SUPPLEMENT = "SUPPLEMENT"
    PAYMENT = "PAYMENT"
