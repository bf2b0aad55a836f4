"""Addresses met before, offered quietly below the field while one is typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.domain.address import MOST_OFFERED
from ui.theme import px


class AddressStrip(QWidget):
    """Up to three lines, each taken by Ctrl and its number.

    Signals:
        taken: the address that was chosen.
        offered: whether anything is offered from now on.
    """

    taken = Signal(str)
    offered = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setProperty("kind", "info")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._offers: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 3, 6, 3)
        column.setSpacing(1)
        self._buttons = [self._button(nth) for nth in range(MOST_OFFERED)]
        for button in self._buttons:
            column.addWidget(button)
        self.hide()

    @property
    def offers(self) -> tuple[str, ...]:
        """The addresses offered now."""
        return self._offers

    def offer(self, addresses: Sequence[str]) -> None:
        """Offer the first three of `addresses`; none hides the strip."""
        self._offers = tuple(addresses[:MOST_OFFERED])
        for nth, button in enumerate(self._buttons):
            address = self._offers[nth] if nth < len(self._offers) else ""
            button.setVisible(bool(address))
            button.setAccessibleName(self.tr("Điền địa chỉ: {0}").format(address))
            button.setToolTip(address)
        self.setVisible(bool(self._offers))
        self._fit()
        self.offered.emit(bool(self._offers))

    def take(self, nth: int) -> bool:
        """Choose the offer at `nth`; False if there is none."""
        if nth >= len(self._offers):
            return False
        address = self._offers[nth]
        self.offer(())
        self.taken.emit(address)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """An address ends in "…" where the column is too narrow; the tool tip is whole."""
        room = self.width() - px(32)
        for nth, button in enumerate(self._buttons):
            words = f"Ctrl+{nth + 1}   {button.toolTip()}"
            button.setText(
                button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
            )

    def _button(self, nth: int) -> QPushButton:
        button = QPushButton()
        button.setObjectName("offer")
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field keeps the keyboard
        button.clicked.connect(lambda: self.take(nth))
        return button
