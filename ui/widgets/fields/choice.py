"""Choices as a row of chips, and as a plain list under a label; both by keyboard alone."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)

from ui.theme import px, set_look, tokens
from ui.tips import set_tip
from ui.widgets.text.labels import FieldLabel
from ui.widgets.text.labels import label as text_label

T = TypeVar("T")


_LONGEST = 170
"""Pixels at 100 % of a choice for which room is made; a longer one ends in "…"."""
_AROUND = 46
"""Pixels at 100 % beside the words: borders, and the arrow."""
_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1,
}  # fmt: skip


class Chip(QPushButton):
    """A checkable chip of a row; arrows choose another, Enter goes on to the next field."""

    entered = Signal()
    stepped = Signal(int)
    pointed = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_meant = self.isDown() and event.button() is Qt.MouseButton.LeftButton
        super().mouseReleaseEvent(event)
        if is_meant:
            self.pointed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            event.accept()
            return
        if by := _STEPS.get(event.key()):
            self.stepped.emit(by)
            event.accept()
            return
        super().keyPressEvent(event)


class ChipRow(QWidget, Generic[T]):
    """One choice of few, all in sight; Tab comes to the chosen one.

    Signals:
        chosen: another chip was chosen by the person.
        entered: Enter was pressed on a chip.
        pointed: a chip was clicked by the mouse, after `chosen`; no letter has a use on it.
    """

    chosen = Signal()
    entered = Signal()
    pointed = Signal()

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
        for nth, (_, words) in enumerate(choices):
            chip = Chip(words)
            chip.setObjectName("filterChip" if is_small else "chip")
            chip.setProperty("isSmall", is_small)
            chip.setCheckable(True)
            chip.setAccessibleName(f"{name}: {words}")
            chip.entered.connect(self.entered)
            chip.pointed.connect(self.pointed)
            chip.stepped.connect(self._on_stepped)
            self._group.addButton(chip, nth)
        self._group.button(0).setChecked(True)
        self._show_stop()
        self._place(len(choices))
        self._group.idToggled.connect(self._on_toggled)
        self._group.idClicked.connect(lambda _nth: self.chosen.emit())
        policy = QSizePolicy.Policy.Ignored if is_small else QSizePolicy.Policy.Preferred
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Bring the keyboard to the chosen chip; a focus proxy would be a second Tab stop."""
        self._group.button(self._group.checkedId()).setFocus(reason)

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

    def choose_value(self, value: T) -> None:
        """Choose `value` as if its chip had been clicked."""
        self.choose(self._values.index(value))

    def chips(self) -> list[Chip]:
        """The chips in order."""
        return [chip for chip in self._group.buttons() if isinstance(chip, Chip)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            # Larger letters ask for more width without a new size of the row.
            self._share()
        return super().event(event)

    def sizeHint(self) -> QSize:
        """As wide as all chips beside each other, even while they stand in several rows."""
        return QSize(self._needed(len(self._values)), super().sizeHint().height())

    def _needed(self, across: int) -> int:
        """How wide the row is with so many chips beside each other, none of them cut."""
        widths = [chip.sizeHint().width() for chip in self.chips()]
        columns = [max(widths[nth::across]) for nth in range(across)]
        return sum(columns) + self._grid.spacing() * (across - 1)

    def _share(self) -> None:
        fitting = (n for n in range(len(self._values), 1, -1) if self._needed(n) <= self.width())
        self._place(next(fitting, 1))

    def _place(self, across: int) -> None:
        """Put so many chips beside each other; the others stand in further rows."""
        if across == self._across:
            return
        self._grid.setColumnStretch(self._across, 0)
        self._across = across
        for nth, chip in enumerate(self.chips()):
            self._grid.addWidget(chip, nth // across, nth % across)
        self._grid.setColumnStretch(across, 1)
        self.updateGeometry()

    def _on_toggled(self, _nth: int, checked: bool) -> None:  # noqa: FBT001 - Qt's signature
        if checked:
            self._show_stop()

    def _on_stepped(self, by: int) -> None:
        nth = min(max(self._group.checkedId() + by, 0), len(self._values) - 1)
        if nth != self._group.checkedId():
            self.choose(nth)
            self._group.button(nth).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_stop(self) -> None:
        """Only the chosen chip is a stop of the Tab key."""
        for chip in self.chips():
            chip.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if chip.isChecked() else Qt.FocusPolicy.ClickFocus
            )


class ChoiceList(QComboBox):
    """A list that opens on Space or Alt+Down; Enter goes on, and the wheel scrolls the form.

    Letters choose only in the list that is open.
    """

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel brings no keyboard here

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            event.accept()
            return
        if event.text().strip() and event.text().isprintable():
            # A name typed on from the field before would choose by its letters what nobody meant.
            event.accept()
            return
        super().keyPressEvent(event)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:  # noqa: N802 - Qt's name
        """Words with no room end in "…": the style would cut them amid a letter."""
        super().initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room.width()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style sheet takes the arrow away; without it a list looks like a line to type in."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tokens(self)
        painter.setPen(QPen(QColor(colours.quiet if self.isEnabled() else colours.edge), px(2)))
        half, middle = px(4), self.height() // 2
        right = self.width() - px(11)
        painter.drawPolyline(
            [
                QPoint(right - 2 * half, middle - half // 2),
                QPoint(right - half, middle + half // 2),
                QPoint(right, middle - half // 2),
            ]
        )

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
        self._choices: list[tuple[T, str]] = list(choices)
        self._mark = self._problem = ""
        self.input = ChoiceList()
        # The usual one of a list that drops down heeds no style sheet.
        self.input.setItemDelegate(QStyledItemDelegate(self.input))
        self.input.addItems([words for _, words in choices])
        self.input.setAccessibleName(label)
        self.input.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.input.setMinimumContentsLength(4)
        self.label = FieldLabel(label, self.input)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._below = text_label("", "fieldBelow", wraps=True)
        self._below.setProperty("kind", "problem")
        self._below.hide()
        for widget in (self.label, self.input, self._below):
            column.addWidget(widget)
        column.addStretch(1)
        self.input.activated.connect(self._on_activated)
        self.input.entered.connect(self.entered)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Bring the keyboard to the input; a focus proxy would be a Tab stop out of its place."""
        self.input.setFocus(reason)

    def show_problem(self, sentence: str) -> None:
        """Say below why the choice is refused, until another is made."""
        self._problem = sentence
        self._below.setText("■ " + sentence)
        self._below.setVisible(bool(sentence))
        self._dress()

    @property
    def problem(self) -> str:
        """The refusal shown, empty if there is none."""
        return self._problem

    def _on_activated(self) -> None:
        self.show_mark("")
        self.show_problem("")
        self.changed.emit()

    def value(self) -> T:
        """The chosen value."""
        return self._choices[self.input.currentIndex()][0]

    def set_value(self, value: T) -> None:
        """Choose `value` without a signal."""
        if self.offers(value):
            self.input.setCurrentIndex(self._values().index(value))

    def set_choices(self, choices: Sequence[tuple[T, str]]) -> None:
        """Offer `choices`; what was chosen stays to choose, even if not among them."""
        chosen, words = self._choices[self.input.currentIndex()]
        self._choices = []
        self.input.clear()
        for value, named in choices:
            self.add_choice(value, named)
        if not self.offers(chosen):
            self.add_choice(chosen, words)
        self.set_value(chosen)

    def add_choice(self, value: T, words: str) -> None:
        """Offer one value more."""
        self._choices.append((value, words))
        self.input.addItem(words)

    @property
    def mark(self) -> str:
        """Where the value was read from, empty if it was chosen."""
        return self._mark

    def show_mark(self, source: str) -> None:
        """Say where the value was read from; empty clears it."""
        self._mark = source
        set_tip(self.input, source)
        self._dress()

    def _dress(self) -> None:
        state = "problem" if self._problem else "marked" if self._mark else ""
        self.input.setAccessibleDescription(self._problem or self._mark)
        set_look(self.input, "state", state)

    def whole_width(self) -> int:
        """How wide it is with none of its choices cut; of very long ones the beginning."""
        metrics = self.input.fontMetrics()
        widest = max((metrics.horizontalAdvance(words) for _, words in self._choices), default=0)
        return min(widest, px(_LONGEST)) + px(_AROUND)

    def offers(self, value: T) -> bool:
        """Whether `value` can be chosen."""
        return value in self._values()

    def words_of(self, value: T) -> str:
        """The words `value` is offered by; empty if it is not offered."""
        return next((words for offered, words in self._choices if offered == value), "")

    def _values(self) -> list[T]:
        return [value for value, _ in self._choices]
