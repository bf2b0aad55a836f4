"""One sitting at one data folder: who acts, and the desk opened when it is first asked for."""

import threading
from pathlib import Path

from app.composition.session.loose_papers import LoosePapers
from app.composition.session.paper_doubt import PaperDoubt
from app.domain.actor import PROGRAM, Actor
from app.domain.clock import Clock
from app.usecases.desk import Desk
from app.usecases.office import opening
from app.usecases.queries import lookup


class Session:
    """What the bindings of all screens share."""

    def __init__(self, folder: Path, clock: Clock, *, officer: str = "", station: int = 1) -> None:
        self.folder = folder
        self.clock = clock
        self.station = station
        self._officer = officer
        self._desk: Desk | None = None
        self._opening = threading.Lock()
        self.paper_doubt = PaperDoubt()
        self.loose_papers = LoosePapers(folder)

    @property
    def desk(self) -> Desk:
        """The opened desk; the first caller waits while it opens."""
        with self._opening:
            if self._desk is None:
                self._desk = opening.open_desk(self.folder, self.clock)
            return self._desk

    @property
    def actor(self) -> Actor:
        """Who acts: the officer named at the start, else the one in the settings."""
        if self._officer:
            return Actor(self._officer, self.station)
        return Actor(lookup.settings(self.desk, PROGRAM).officer, self.station)

    def use(self, desk: Desk) -> None:
        """Take a desk that was just made."""
        with self._opening:
            self._desk = desk

    def close(self) -> None:
        """Close the desk, if it was opened, and take back what was lent to a viewer."""
        self.loose_papers.clear()
        with self._opening:
            if self._desk is not None:
                self._desk.close()
                self._desk = None
