"""Where Esc leads: the way one came, without the circles one went."""

from typing import NamedTuple

from ui.screen import Place

MOST_STEPS = 8
"""Steps kept beyond home: Esc must come to an end."""


class Step(NamedTuple):
    """A screen that was gone to; of a dossier, which one."""

    place: Place
    dossier_id: int | None = None


class Trail:
    """The steps from home to where one is; each stands in it once, where it was last gone to."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    @property
    def here(self) -> Step:
        """Where one is."""
        return self._steps[-1]

    def go(self, step: Step) -> None:
        """Go on to `step`; home begins the trail anew."""
        if step.place is Place.HOME:
            self._steps.clear()
        if step in self._steps:
            self._steps.remove(step)
        self._steps.append(step)
        del self._steps[1:-MOST_STEPS]

    def back(self) -> bool:
        """To the step before; False at the beginning."""
        if len(self._steps) < 2:
            return False
        self._steps.pop()
        return True
