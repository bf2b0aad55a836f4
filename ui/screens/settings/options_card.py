"""A card of settings: lines, lists of choices and ticks, each known by its key."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLayout, QPushButton, QWidget

from app.domain.errors import DeskError
from ui.tips import set_tip
from ui.widgets.fields.choice import ChoiceField
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.name_field import NameField
from ui.widgets.text.labels import label

TRUE, FALSE = "true", "false"


@dataclass(frozen=True, slots=True)
class Option:
    """One setting: its key, its words, and either free text, choices or a tick.

    `choices` are (value, words); `is_tick` a yes or no; `is_name` a person's name. `span` is the
    width out of six.
    """

    key: str
    words: str
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    is_tick: bool = False
    is_name: bool = False
    span: int = 3


class OptionsCard(QFrame):
    """The card.

    Signals:
        changed: something was typed or chosen.
        pressed: the button was pressed, where the card has one.
    """

    changed = Signal()
    pressed = Signal()

    def __init__(
        self,
        title: str,
        options: Sequence[Option],
        say: Callable[[DeskError], str],
        note: str = "",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.button: QPushButton | None = None
        self._fields: dict[str, LineField | ChoiceField[str] | QCheckBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 12, 14, 14)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(9)
        self._grid.addWidget(label(title, "section"), 0, 0, 1, 6)
        row = 1
        if note:
            self._grid.addWidget(label(note, "small", wraps=True), row, 0, 1, 6)
            row += 1
        row = self._place(options, say, row)
        if action:
            self.button = QPushButton(action)
            self.button.clicked.connect(self.pressed)
            self._grid.addWidget(self.button, row, 0, 1, 6, Qt.AlignmentFlag.AlignLeft)
        self._grid.setRowStretch(row + 1, 1)
        for column in range(6):
            self._grid.setColumnStretch(column, 1)

    def add_below(self, *parts: QWidget | QLayout) -> None:
        """Add what is no setting, row by row, below the settings."""
        row = self._grid.rowCount() - 1  # the one that takes the room left over
        self._grid.setRowStretch(row, 0)
        for nth, part in enumerate(parts):
            if isinstance(part, QLayout):
                self._grid.addLayout(part, row + nth, 0, 1, 6)
            else:
                self._grid.addWidget(part, row + nth, 0, 1, 6)
        self._grid.setRowStretch(row + len(parts), 1)

    def values(self) -> dict[str, str]:
        """Every setting of the card as text."""
        return {key: self._value(field) for key, field in self._fields.items()}

    def fill(self, values: Mapping[str, str]) -> None:
        """Show `values`; keys of other cards are left alone."""
        for key, field in self._fields.items():
            text = values.get(key, "")
            if isinstance(field, QCheckBox):
                field.setChecked(text == TRUE)
            elif isinstance(field, LineField):
                field.set_value(text)
            else:
                if not field.offers(text):
                    field.add_choice(text, text)
                field.set_value(text)

    def show_problem(self, key: str, sentence: str) -> bool:
        """Say beside its field why a value is refused; False if the key is not of this card."""
        field = self._fields.get(key)
        if field is None:
            return False
        if isinstance(field, LineField):
            field.show_problem(sentence)
        field.setFocus()
        return True

    def choice(self, key: str) -> ChoiceField[str]:
        """The list of choices of `key`."""
        field = self._fields[key]
        assert isinstance(field, ChoiceField)  # noqa: S101 - a key of the wrong kind is a bug here
        return field

    def line(self, key: str) -> LineField:
        """The line of `key`."""
        field = self._fields[key]
        assert isinstance(field, LineField)  # noqa: S101 - a key of the wrong kind is a bug here
        return field

    def _place(self, options: Sequence[Option], say: Callable[[DeskError], str], row: int) -> int:
        """Place the options from `row` on; the row after the last."""
        column = 0
        for option in options:
            if column + option.span > 6:
                row, column = row + 1, 0
            field = self._field(option, say)
            self._grid.addWidget(field, row, column, 1, option.span, Qt.AlignmentFlag.AlignTop)
            column += option.span
        return row + 1

    def _field(self, option: Option, say: Callable[[DeskError], str]) -> QWidget:
        if option.is_tick:
            tick = QCheckBox(option.words)
            set_tip(tick, option.hint)
            tick.clicked.connect(lambda _checked: self.changed.emit())
            self._fields[option.key] = tick
            return tick
        if option.choices:
            chosen: ChoiceField[str] = ChoiceField(option.words, option.choices)
            set_tip(chosen.input, option.hint)
            chosen.changed.connect(self.changed)
            self._fields[option.key] = chosen
            return chosen
        line = (NameField if option.is_name else LineField)(option.words, say)
        line.input.setPlaceholderText(option.hint)
        line.changed.connect(self.changed)
        self._fields[option.key] = line
        return line

    def _value(self, field: LineField | ChoiceField[str] | QCheckBox) -> str:
        if isinstance(field, QCheckBox):
            return TRUE if field.isChecked() else FALSE
        return field.value()
