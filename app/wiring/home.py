"""The home screen's verbs: the first list comes before SQLAlchemy loads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from app.wiring.session import Session
from ui.screens.home.actions import HomeActions

if TYPE_CHECKING:
    # Named only: they need not load before the first paint.
    from array import array

    from app.domain.board import BoardCounts, BoardRow, BoardView
    from app.domain.working_calendar import WorkingCalendar
    from ui.models.urgency import Running


def home_actions(session: Session) -> HomeActions:
    """Bind them to `session`."""
    answers = _Answers(session)
    return HomeActions(
        now=session.clock.now,
        counts=answers.counts,
        ids=answers.ids,
        running=answers.running,
        rows=answers.rows,
        calendar=answers.calendar,
        due_soon_hours=answers.due_soon_hours,
    )


class _Answers:
    """Each from a glance at the records until they are opened, from then on by look-up."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def counts(self, now: datetime) -> BoardCounts:
        with self._session.glance() as glance:
            if glance is not None:
                return glance.counts(now)
        from app.usecases import lookup  # noqa: PLC0415 - loads SQLAlchemy

        return lookup.counts(self._session.desk, now)

    def ids(self, view: BoardView, now: datetime) -> array[int]:
        with self._session.glance() as glance:
            if glance is not None:
                return glance.ids(view, now)
        from app.usecases import lookup  # noqa: PLC0415 - loads SQLAlchemy

        return lookup.ids(self._session.desk, view, now)

    def running(self) -> Running:
        from ui.models.urgency import Running  # noqa: PLC0415 - not before the first paint

        with self._session.glance() as glance:
            if glance is not None:
                return Running(*glance.running())
        from app.usecases import lookup  # noqa: PLC0415 - loads SQLAlchemy

        return Running(*lookup.running(self._session.desk))

    def rows(self, wanted: Sequence[int]) -> tuple[BoardRow, ...]:
        with self._session.glance() as glance:
            if glance is not None:
                return glance.rows(wanted)
        from app.usecases import lookup  # noqa: PLC0415 - loads SQLAlchemy

        return lookup.rows(self._session.desk, wanted)

    def calendar(self) -> WorkingCalendar:
        with self._session.glance() as glance:
            if glance is not None:
                return glance.calendar
        from app.usecases import lookup  # noqa: PLC0415 - loads SQLAlchemy

        return lookup.calendar(self._session.desk)

    def due_soon_hours(self) -> int:
        with self._session.glance() as glance:
            if glance is not None:
                return glance.settings.due_soon_hours
        from app.usecases import lookup  # noqa: PLC0415 - loads SQLAlchemy

        return lookup.settings(self._session.desk).due_soon_hours
