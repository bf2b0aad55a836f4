"""Choices as a row of chips, and as a plain list under a label; both by keyboard alone."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

T = TypeVar("T")
SMALL = 0.9
"""Letters of small chips against the body's."""


class Chip(QPushButton):
    """A checkable chip of a row; Left and Right move, Enter goes on to the next field."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class ChipRow(QWidget, Generic[T]):
    """One choice of few, all in sight.

    Signals:
        chosen: another chip was chosen by the person.
        entered: Enter was pressed on a chip.
    """

    chosen = Signal()
    entered = Signal()

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[T, str]],
        *,
        is_small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._values = [value for value, _ in choices]
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4 if is_small else 6)
        self._across = 0
        self._is_small = is_small
        for nth, (_, words) in enumerate(choices):
            chip = Chip(words)
            chip.setObjectName("filterChip" if is_small else "chip")
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            chip.setAccessibleName(f"{name}: {words}")
            chip.entered.connect(self.entered)
            self._group.addButton(chip, nth)
        self._group.button(0).setChecked(True)
        self.setFocusProxy(self._group.button(0))
        self._place(len(choices))
        self._size_chips()
        self._group.idToggled.connect(self._on_toggled)
        self._group.idClicked.connect(lambda _nth: self.chosen.emit())
        policy = QSizePolicy.Policy.Ignored if is_small else QSizePolicy.Policy.Preferred
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)

    def value(self) -> T:
        """The value of the chosen chip."""
        return self._values[self._group.checkedId()]

    def set_value(self, value: T) -> None:
        """Choose `value` without a signal."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)

    def choose(self, nth: int) -> None:
        """Choose the chip at `nth` as if it had been clicked."""
        self._group.button(nth).click()

    def chips(self) -> list[Chip]:
        """The chips in order."""
        return [chip for chip in self._group.buttons() if isinstance(chip, Chip)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        gaps = self._grid.spacing() * (len(self._values) - 1)
        needed = sum(chip.sizeHint().width() for chip in self.chips()) + gaps
        self._place(len(self._values) if needed <= self.width() else -(-len(self._values) // 2))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._size_chips()

    def _size_chips(self) -> None:
        """Small chips follow the text scale, a little below it."""
        if not self._is_small:
            return
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * SMALL)
        for chip in self.chips():
            chip.setFont(font)

    def _place(self, across: int) -> None:
        """Put the chips in one row, or in two where they would not fit."""
        if across == self._across:
            return
        self._grid.setColumnStretch(self._across, 0)
        self._across = across
        for nth, chip in enumerate(self.chips()):
            self._grid.addWidget(chip, nth // across, nth % across)
        self._grid.setColumnStretch(across, 1)
        self.updateGeometry()

    def _on_toggled(self, nth: int, checked: bool) -> None:  # noqa: FBT001 - Qt's signature
        if checked:
            self.setFocusProxy(self._group.button(nth))


class ChoiceList(QComboBox):
    """A list that opens on Space or Alt+Down; Enter goes on, and the wheel scrolls the form."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()


class ChoiceField(QWidget, Generic[T]):
    """A labelled list of choices.

    Signals:
        changed: another value was chosen by the person.
        entered: Enter was pressed.
    """

    changed = Signal()
    entered = Signal()

    def __init__(
        self, label: str, choices: Sequence[tuple[T, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values: list[T] = [value for value, _ in choices]
        self.label = QLabel(label)
        self.label.setObjectName("fieldLabel")
        self.input = ChoiceList()
        self.input.addItems([words for _, words in choices])
        self.input.setAccessibleName(label)
        self.input.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.input.setMinimumContentsLength(4)
        self.label.setBuddy(self.input)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.label)
        column.addWidget(self.input)
        column.addStretch(1)
        self.setFocusProxy(self.input)
        self.input.activated.connect(self._on_activated)
        self.input.entered.connect(self.entered)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _on_activated(self) -> None:
        self.show_mark("")
        self.changed.emit()

    def value(self) -> T:
        """The chosen value."""
        return self._values[self.input.currentIndex()]

    def set_value(self, value: T) -> None:
        """Choose `value` without a signal."""
        if value in self._values:
            self.input.setCurrentIndex(self._values.index(value))

    def set_choices(self, choices: Sequence[tuple[T, str]]) -> None:
        """Offer `choices`; what was chosen stays to choose, even if not among them."""
        chosen, words = self.value(), self.input.currentText()
        self._values = []
        self.input.clear()
        for value, named in choices:
            self.add_choice(value, named)
        if chosen not in self._values:
            self.add_choice(chosen, words)
        self.set_value(chosen)

    def add_choice(self, value: T, words: str) -> None:
        """Offer one value more."""
        self._values.append(value)
        self.input.addItem(words)

    def show_mark(self, source: str) -> None:
        """Say where the value was read from; empty clears it."""
        self.input.setProperty("state", "marked" if source else "")
        self.input.setAccessibleDescription(source)
        style = self.input.style()
        style.unpolish(self.input)
        style.polish(self.input)

    def offers(self, value: T) -> bool:
        """Whether `value` can be chosen."""
        return value in self._values
