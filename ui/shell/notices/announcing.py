"""What the desk says in passing, given to whoever reads the screen aloud."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from ui.shell.notices.notice_board import Notice
from ui.tokens import Tone


class Announcer(QObject):
    """Has a screen reader say notices; one that is no good news breaks into what it says.

    Args:
        window: in whose name.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    @Slot(object)
    def announce(self, notice: Notice) -> None:
        """Have `notice` said, if anybody listens."""
        if not QAccessible.isActive():
            return
        event = QAccessibleAnnouncementEvent(self._window, notice.words)
        if notice.tone is Tone.OVERDUE:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
