"""Which time is looked at: typed, or a month back and forth."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.domain.register.period import Period, month_period, typed_period
from ui.keys import Key, with_key
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.keys import bind_key
from ui.widgets.layout.flow import FlowRow
from ui.widgets.layout.waiting import rest
from ui.widgets.text.labels import label

_DAY = timedelta(days=1)


class PeriodLine(QWidget):
    """The time; its months are never ones to come.

    Args:
        today: the present day.
        say: the sentence of a refusal.

    Signals:
        chosen: another time.
    """

    chosen = Signal(object)

    def __init__(self, today: Callable[[], date], say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.period = month_period(today().year, today().month)
        self.field = LineField(self.tr("Thời gian"), say, read=self._read)
        self.field.label.hide()
        self.field.entered.connect(self._on_entered)
        self.before = QPushButton(with_key(self.tr("Tháng trước"), Key.BEFORE))
        self.after = QPushButton(with_key(self.tr("Tháng sau"), Key.AFTER))
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)
        bind_key(self, Key.BEFORE, self._go_back, Qt.ShortcutContext.WindowShortcut)
        bind_key(self, Key.AFTER, self._go_on, Qt.ShortcutContext.WindowShortcut)
        hint = label(self.tr("Gõ tháng 11/2026, năm 2026 hoặc từ ngày – đến ngày"), "quiet")
        row = FlowRow()
        for widget in (self.before, self.field, self.after, hint):
            row.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        self.show_period(self.period)

    def start(self) -> None:
        """Take the focus to have another time typed."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.input.selectAll()

    def show_period(self, period: Period) -> None:
        """Stand on `period` without a signal."""
        self.period = period
        self.field.set_value(period.text)
        rest(self.after, rests=period.last >= self._today(), instead=self.before)

    def _go_back(self) -> None:
        before = self.period.first.replace(day=1) - _DAY
        self._choose(month_period(before.year, before.month))

    def _go_on(self) -> None:
        if self.period.last < self._today():
            after = self.period.last + _DAY
            self._choose(month_period(after.year, after.month))

    def _typed(self, text: str) -> Period:
        return typed_period(text, today=self._today(), field="period")

    def _read(self, text: str) -> str:
        return self._typed(text).text

    def _on_entered(self) -> None:
        if not self.field.has_problem:
            self._choose(self._typed(self.field.value()))

    def _choose(self, period: Period) -> None:
        self.show_period(period)
        self.chosen.emit(period)
