"""Looks for the ports a scanner may be on, and prints the page that sets a scanner up."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from app.domain.errors import DeskError
from ui.screen import Notices
from ui.screens.settings.actions import SettingsActions
from ui.screens.settings.scanner_card import PORT, ScannerCard
from ui.widgets.text.notice_strip import NoticeStrip
from ui.work import Work


class ScannerTrial(QObject):
    """What the buttons of the scanner's card do beside the GUI thread.

    Args:
        strip: where it is said how it goes.
        refuse: says why the page cannot be printed.
    """

    def __init__(
        self,
        actions: SettingsActions,
        work: Work,
        notices: Notices,
        card: ScannerCard,
        strip: NoticeStrip,
        refuse: Callable[[Exception], None],
    ) -> None:
        super().__init__(card)
        self._actions, self._work, self._notices = actions, work, notices
        self._card, self._strip, self._refuse = card, strip, refuse
        card.sheet.clicked.connect(self._on_sheet)

    def look_for_ports(self) -> None:
        """Offer the ports there are now; the stored one stays to choose while it is unplugged."""
        self._work.outside.run(self, self._actions.scanner_ports, self._on_ports, self._on_no_ports)

    def _on_ports(self, ports: tuple[tuple[str, str], ...]) -> None:
        keyboard = ("", self.tr("gõ như bàn phím"))
        named = ((name, f"{name} – {words}" if words else name) for name, words in ports)
        self._card.choice(PORT).set_choices((keyboard, *named))

    def _on_no_ports(self, _error: Exception) -> None:
        self._on_ports(())

    @Slot()
    def _on_sheet(self) -> None:
        self._strip.say(self.tr("Đang in tờ cài máy quét…"), "info")
        self._work.outside.run(
            self, self._actions.print_scanner_sheet, self._on_printed, self._on_failed
        )

    def _on_printed(self, printer: str) -> None:
        self._strip.say(self.tr("✓ Đã gửi tờ cài máy quét tới {0}.").format(printer), "done")

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._refuse(error)
        else:
            self._strip.say("")
            self._notices.take(error)
