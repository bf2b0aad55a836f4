"""Completes a limit the catalogue leaves open, on the spot and with its source."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.deadline.time_limit import (
    MOST,
    MOST_WORKING_HOURS,
    WITHOUT_AMOUNT,
    InvalidTimeLimit,
    TimeLimit,
    Unit,
)
from app.domain.errors import DeskError, FieldError
from app.domain.text import line
from app.domain.typed_day import NotADayOfYear, read_day_of_year
from app.wording.deadline import day_of_year_text
from ui.widgets.fields.choice import ChoiceField
from ui.widgets.fields.field_row import FieldRow
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.personal import CountField
from ui.widgets.text.labels import label


class LimitStrip(QFrame):
    """Number, unit, latest day and source of a limit; shown only while the procedure lacks one.

    Signals:
        completed: the `TimeLimit` and its source.
    """

    completed = Signal(object, str)

    def __init__(self, say: Callable[[DeskError], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self.setObjectName("strip")
        self.setProperty("kind", "warning")
        self._title = label("", "stripText", wraps=True)
        self._same_day = label(
            self.tr("trong ngày; nhận sau 15 giờ: ngày làm việc tiếp theo"), "small", wraps=True
        )
        self._build(say)
        self.hide()

    def ask(self, note: str) -> None:
        """Ask for the limit; `note` is what the catalogue published instead of one."""
        published = self.tr(" Danh mục ghi: “{0}”.").format(note) if note else ""
        self._title.setText(
            self.tr(
                "▲ Danh mục chưa có thời hạn dùng được cho trường hợp này.{0} Ghi thời hạn theo "
                "quyết định công bố – máy không tự đoán ngày trả."
            ).format(published)
        )
        self.show()

    def show_refusal(self, sentence: str) -> None:
        """Say why the limit was not taken; what was typed stays."""
        self.source.show_problem(sentence)

    def stops(self) -> list[QWidget]:
        """Where Enter leads, in order."""
        return [self.amount.input, self.unit.input, self.source.input]

    def tab_stops(self) -> list[QWidget]:
        """Where Tab leads, in order: past the latest day too, which few limits have."""
        return [
            self.amount.input,
            self.unit.input,
            self.latest.input,
            self.source.input,
            self.button,
        ]

    def _build(self, say: Callable[[DeskError], str]) -> None:
        self.amount = CountField(
            self.tr("Số"), say, field="limit", least=1, most=MOST_WORKING_HOURS, start=""
        )
        units = [
            (Unit.WORKING_DAY, self.tr("ngày làm việc")),
            (Unit.SAME_DAY, self.tr("trong ngày")),
            (Unit.DAY, self.tr("ngày (cả ngày nghỉ)")),
            (Unit.WORKING_HOUR, self.tr("giờ làm việc")),
            (Unit.HOUR, self.tr("giờ đồng hồ")),
            (Unit.MONTH, self.tr("tháng")),
            (Unit.NONE, self.tr("không quy định")),
        ]
        self.unit: ChoiceField[Unit] = ChoiceField(self.tr("Đơn vị"), units)
        self.latest = LineField(
            self.tr("Chậm nhất ngày (nếu có)"),
            say,
            read=lambda text: read_day_of_year(text, field="limit"),
            show=day_of_year_text,
        )
        self.latest.input.setPlaceholderText("14/12")
        self.source = LineField(
            self.tr("Căn cứ (số quyết định, trang)"),
            say,
            read=lambda text: line(text, field="source", limit=400),
        )
        self.button = QPushButton(self.tr("Ghi thời hạn"))
        self.button.setObjectName("plain")
        row = FieldRow(((self.amount, 1), (self.unit, 3), (self.latest, 3)))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(row)
        column.addWidget(self._same_day)
        column.addWidget(self.source)
        column.addLayout(foot)
        self._same_day.hide()
        self.unit.changed.connect(self._on_unit)
        self.button.clicked.connect(self._on_submitted)
        self.source.entered.connect(self._on_submitted)

    def _on_unit(self) -> None:
        self.amount.setEnabled(self.unit.value() not in WITHOUT_AMOUNT)
        self.latest.setEnabled(self.unit.value() is not Unit.NONE)
        self._same_day.setVisible(self.unit.value() is Unit.SAME_DAY)

    def _on_submitted(self) -> None:
        unit = self.unit.value()
        try:
            source = line(self.source.value(), field="source", limit=400, required=True)
        except FieldError as refusal:
            self.source.show_problem(self._say(refusal))
            self.source.input.setFocus()
            return
        try:
            latest = self._latest()
        except NotADayOfYear as refusal:
            self.latest.show_problem(self._say(refusal))
            self.latest.input.setFocus()
            return
        try:
            limit = TimeLimit(unit, 0 if unit in WITHOUT_AMOUNT else self.amount.count(), latest)
        except (FieldError, InvalidTimeLimit):
            most = MOST_WORKING_HOURS if unit is Unit.WORKING_HOUR else MOST
            self.amount.show_problem(self.tr("Từ 1 đến {0}.").format(most))
            self.amount.input.setFocus()
            return
        self.completed.emit(limit, source)

    def _latest(self) -> str:
        if self.unit.value() is Unit.NONE:
            return ""
        return read_day_of_year(self.latest.value(), field="limit")
