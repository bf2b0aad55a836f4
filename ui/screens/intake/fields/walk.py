"""The walk through the form: where Enter leads, and the Tab key."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget


class Walk(QObject):
    """Goes from field to field.

    Args:
        screen: where the keyboard is.
        stops: where Enter leads, in order; only those in sight.
        order: where Tab leads, in order.
        last: where Enter leads after the last stop.
        is_given: whether a stop says already what another field told it; Enter goes past it.
    """

    def __init__(
        self,
        screen: QWidget,
        stops: Sequence[QWidget],
        order: Sequence[QWidget],
        last: QWidget,
        is_given: Callable[[QWidget], bool],
    ) -> None:
        super().__init__(screen)
        self._is_given = is_given
        self._screen, self.stops, self._order, self._last = screen, stops, order, last
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    @Slot()
    def go_on(self) -> None:
        """Enter: go to the next stop in sight, at last to saving."""
        at = self._screen.focusWidget()
        nth = self.stops.index(at) + 1 if at in self.stops else self._after(at)
        later = (stop for stop in self.stops[nth:] if self._is_due(stop))
        next(later, self._last).setFocus(Qt.FocusReason.TabFocusReason)

    def _is_due(self, stop: QWidget) -> bool:
        return stop.isVisible() and stop.isEnabled() and not self._is_given(stop)

    def _after(self, widget: QWidget | None) -> int:
        """Which stop comes next behind an input that is not one of them."""
        if widget not in self._order:
            return 0
        behind = self._order[self._order.index(widget) + 1 :]
        later = [stop for stop in behind if stop in self.stops]
        return self.stops.index(later[0]) if later else len(self.stops)
