"""Cyclic garbage is collected between two events of the GUI thread, never anywhere else.

Left to itself, Python collects cycles whenever and on whatever thread something is allocated. A
cycle that holds a widget then takes the program down: freed by a worker, Qt objects are deleted off
their thread; freed while Qt goes through all widgets (a redress asks each one for its Python
methods), they are deleted under Qt's feet. While the application lives and while work is done in
queues, the collector is therefore switched off and run from a timer of the GUI thread.
"""

import gc
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 400


class GuiGarbage(QObject):
    """Collects on the thread it lives on, from its construction until `stop`."""

    _at_work: ClassVar[int] = 0

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_on = True
        GuiGarbage._at_work += 1
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(collect_due)
        self._timer.start()

    def stop(self) -> None:
        """Leave collecting to Python again, once nobody needs it otherwise."""
        if not self._is_on:
            return
        self._is_on = False
        self._timer.stop()
        GuiGarbage._at_work -= 1
        if GuiGarbage._at_work == 0:
            gc.enable()


def collect_due() -> None:
    """Collect each generation whose threshold is passed, as Python itself would; here and now."""
    for generation, (count, threshold) in enumerate(
        zip(gc.get_count(), gc.get_threshold(), strict=True)
    ):
        if count <= threshold:
            return
        gc.collect(generation)
