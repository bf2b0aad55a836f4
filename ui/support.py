"""Asks where the support bundle is to be written, and writes it there."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from ui.screen import Notices
from ui.tokens import Tone
from ui.widgets.file_dialog import ask_new_file
from ui.work import Work


class SupportActions(NamedTuple):
    """What is done for it.

    Attributes:
        save: writes the bundle to a file; how many bytes; on the queue for outside.
        now: the clock.
    """

    save: Callable[[Path], int]
    now: Callable[[], datetime]


class SupportSaver:
    """The way from a button to the file.

    Args:
        over: the widget the dialog lies over.
        actions: what is done.
        work: where it is done.
        notices: say what came of it.
    """

    def __init__(
        self, over: QWidget, actions: SupportActions, work: Work, notices: Notices
    ) -> None:
        self._over, self._actions, self._work, self._notices = over, actions, work, notices

    def ask(self) -> None:
        """Ask for a file, then write it."""
        ask_new_file(
            self._over,
            self._over.tr("Ghi gói hỗ trợ"),
            (self._over.tr("Gói hỗ trợ (*.json)"),),
            self.save_to,
            name=f"MotCua-ho-tro-{self._actions.now():%Y%m%d-%H%M}.json",
        )

    def save_to(self, file: Path) -> None:
        """Write the bundle to `file`."""
        self._work.outside.run(
            self._over,
            lambda: self._actions.save(file),
            lambda size: self._on_saved(file, size),
            lambda error: self._notices.take(error, lambda: self.save_to(file)),
        )

    def _on_saved(self, file: Path, size: int) -> None:
        words = self._over.tr("Đã ghi gói hỗ trợ ({0} KB), gửi được cho người hỗ trợ: {1}")
        self._notices.notify(words.format(max(1, size >> 10), file), Tone.DONE)
