"""How the scanner of this machine is set up, and two ways to find out whether it works."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.devices.wedge import BurstRules
from app.domain.errors import DeskError
from ui.screens.settings.options_card import Option, OptionsCard
from ui.widgets.scanner.scan_probe import ScanProbe

PORT, PREFIX = "scanner_port", "scanner_prefix"


class ScannerCard(OptionsCard):
    """Port and prefix; the probe unfolds below, and judges by the prefix as it is typed here.

    Attributes:
        trial: the button that unfolds the probe.
        sheet: the button that prints the set-up sheet.
    """

    def __init__(
        self,
        title: str,
        options: Sequence[Option],
        say: Callable[[DeskError], str],
        now: Callable[[], datetime],
        note: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, options, say, note, parent=parent)
        self.trial = QPushButton(self.tr("Thử máy quét"))
        self.trial.setCheckable(True)
        self.sheet = QPushButton(self.tr("In tờ cài máy quét"))
        self.probe = ScanProbe(now)
        self.probe.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.trial, self.sheet):
            row.addWidget(button)
        row.addStretch(1)
        self.add_below(row, self.probe)
        self.trial.toggled.connect(self._on_toggled)
        self.line(PREFIX).changed.connect(self._set_rules)

    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's signature
        self.probe.setVisible(is_open)
        self.trial.setText(self.tr("Thôi thử") if is_open else self.tr("Thử máy quét"))
        if is_open:
            self._set_rules()
            self.probe.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_rules(self) -> None:
        self.probe.set_rules(replace(BurstRules(), prefix=self.line(PREFIX).value()))
