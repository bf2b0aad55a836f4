"""Which day is looked at: typed, or a day back and forth."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.domain.typed_day import read_day
from ui.keys import Key, with_key
from ui.models.board_cells import weekday
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.keys import bind_key
from ui.widgets.layout.waiting import rest
from ui.widgets.text.labels import label

_DAY = timedelta(days=1)


class DayLine(QWidget):
    """The day, never one to come.

    Args:
        today: the present day.
        say: the sentence of a refusal.

    Signals:
        chosen: another day.
    """

    chosen = Signal(object)

    def __init__(self, today: Callable[[], date], say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.day = today()
        self.field = LineField(self.tr("Ngày"), say, read=self._read)
        self.field.entered.connect(self._on_entered)
        self.before = self._button(self.tr("Hôm trước"), Key.BEFORE, -_DAY)
        self.after = self._button(self.tr("Hôm sau"), Key.AFTER, _DAY)
        self.field.label.hide()
        self._weekday = label("", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.before, self.field, self.after, self._weekday):
            row.addWidget(widget)
        self.show_day(self.day)

    def start(self) -> None:
        """Take the focus to have another day typed."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.input.selectAll()

    def show_day(self, day: date) -> None:
        """Stand on `day` without a signal."""
        self.day = day
        self.field.set_value(f"{day:%d/%m/%Y}")
        is_today = day == self._today()
        today = self.tr("{0}, hôm nay") if is_today else "{0}"
        self._weekday.setText(today.format(weekday(day)))
        rest(self.after, rests=is_today, instead=self.before)

    def _button(self, words: str, key: Key, step: timedelta) -> QPushButton:
        button = QPushButton(with_key(words, key))

        def move() -> None:
            day = self.day + step
            if day <= self._today():
                self._choose(day)

        button.clicked.connect(move)
        bind_key(self, key, move, Qt.ShortcutContext.WindowShortcut)
        return button

    def _read(self, text: str) -> str:
        return f"{read_day(text, today=self._today(), field='day'):%d/%m/%Y}"

    def _on_entered(self) -> None:
        if not self.field.has_problem:
            self._choose(read_day(self.field.value(), today=self._today(), field="day"))

    def _choose(self, day: date) -> None:
        self.show_day(day)
        self.chosen.emit(day)
