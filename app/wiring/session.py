"""One sitting at one data folder: who acts, and the desk opened when it is first asked for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.clock import Clock
from app.wiring.loose_papers import LoosePapers
from app.wiring.paper_doubt import PaperDoubt

if TYPE_CHECKING:
    # Load SQLAlchemy, or with the first answer: not before the window has been painted.
    from app.domain.actor import Actor
    from app.usecases.desk import Desk
    from app.usecases.glance import Glance


class Session:
    """What the bindings of all screens share."""

    def __init__(self, folder: Path, clock: Clock, *, officer: str = "", station: int = 1) -> None:
        self.folder = folder
        self.clock = clock
        self.station = station
        self._officer = officer
        self._desk: Desk | None = None
        self._glance: Glance | None = None
        self._opening = threading.Lock()
        self.paper_doubt = PaperDoubt()
        self.loose_papers = LoosePapers(folder)

    @property
    def desk(self) -> Desk:
        """The opened desk; the first caller waits while it opens."""
        with self._opening:
            if self._desk is None:
                from app.usecases import opening  # noqa: PLC0415 - loads SQLAlchemy

                self._end_glance()
                self._desk = opening.open_desk(self.folder, self.clock)
            return self._desk

    @contextmanager
    def glance(self) -> Iterator[Glance | None]:
        """The records as the driver alone reads them, until the desk is opened; None from then."""
        with self._opening:
            if self._desk is None and self._glance is None:
                from app.usecases import glance  # noqa: PLC0415 - not before the first paint

                self._glance = glance.take(self.folder)
            yield self._glance

    @property
    def actor(self) -> Actor:
        """Who acts: the officer named at the start, else the one in the settings."""
        from app.domain.actor import Actor  # noqa: PLC0415 - not before the first paint

        if self._officer:
            return Actor(self._officer, self.station)
        from app.usecases import lookup  # noqa: PLC0415 - loads SQLAlchemy

        return Actor(lookup.settings(self.desk).officer, self.station)

    def use(self, desk: Desk) -> None:
        """Take a desk that was just made."""
        with self._opening:
            self._end_glance()
            self._desk = desk

    def close(self) -> None:
        """Close the desk, if it was opened, and take back what was lent to a viewer."""
        self.loose_papers.clear()
        with self._opening:
            self._end_glance()
            if self._desk is not None:
                self._desk.close()
                self._desk = None

    def _end_glance(self) -> None:
        if self._glance is not None:
            self._glance.close()
            self._glance = None
