"""One sitting at one data folder: who acts, and the desk opened when it is first asked for."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from app.answers.safety import BackupRound
from app.composition.session.loose_papers import LoosePapers
from app.composition.session.paper_doubt import PaperDoubt
from app.domain.actor import PROGRAM, Actor, acting
from app.domain.clock import Clock
from app.domain.safety.schedule import Occasion
from app.settings import Settings
from app.usecases.desk import Desk
from app.usecases.office import opening
from app.usecases.queries import lookup
from app.usecases.safety import automatic
from db.guard import access

P = ParamSpec("P")
T = TypeVar("T")


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
                self._desk = opening.open_desk(
                    self.folder,
                    self.clock,
                    work=access.WINDOW,
                    before_migration=automatic.back_up_before_migration,
                )
            return self._desk

    @property
    def actor(self) -> Actor:
        """Who acts: the officer named at the start, else the one in the settings."""
        own = lookup.settings(self.desk, PROGRAM).officer
        return acting(self._officer, own, self.station)

    @property
    def settings(self) -> Settings:
        """What the office has set, as it stands now."""
        return lookup.settings(self.desk, self.actor)

    def bound(self, use_case: Callable[Concatenate[Desk, Actor, P], T]) -> Callable[P, T]:
        """`use_case` at this desk, by whoever acts when it is called."""

        def call(*args: P.args, **kwargs: P.kwargs) -> T:
            return use_case(self.desk, self.actor, *args, **kwargs)

        return call

    def save(self, occasion: Occasion) -> BackupRound:
        """Save to every place that is due, before something happens to the records."""
        return automatic.back_up_to_places(self.desk, self.actor, occasion)

    def use(self, desk: Desk) -> None:
        """Take a desk that was just made."""
        with self._opening:
            self._desk = desk

    @contextmanager
    def closed(self) -> Iterator[None]:
        """Let go of the records for the block; whoever asks for the desk meanwhile waits."""
        self.loose_papers.clear()
        with self._opening:
            self._let_go()
            yield

    def close(self) -> None:
        """Close the desk, if it was opened, and take back what was lent to a viewer."""
        self.loose_papers.clear()
        with self._opening:
            self._let_go()

    def _let_go(self) -> None:
        desk, self._desk = self._desk, None
        if desk is not None:
            desk.close()
