"""Completes a limit the catalogue leaves open, on the spot and with its source."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.deadline.time_limit import (
    MOST,
    MOST_WORKING_HOURS,
    InvalidTimeLimit,
    TimeLimit,
    Unit,
)
from app.domain.errors import DeskError, FieldError
from app.domain.text import line
from ui.widgets.fields.choice import ChoiceField
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.personal import CountField
from ui.widgets.text.labels import label

WITHOUT_AMOUNT = {Unit.SAME_DAY, Unit.NONE}


class LimitStrip(QFrame):
    """Number, unit and source of a limit; shown only while the procedure lacks one.

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
        self.source = LineField(
            self.tr("Căn cứ (số quyết định, trang)"),
            say,
            read=lambda text: line(text, field="source", limit=400),
        )
        self.button = QPushButton(self.tr("Ghi thời hạn"))
        self.button.setObjectName("plain")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.amount, 1)
        row.addWidget(self.unit, 3)
        row.addWidget(self.source, 4)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(row)
        column.addLayout(foot)
        self.unit.changed.connect(self._on_unit)
        self.button.clicked.connect(self._on_submitted)
        self.source.entered.connect(self._on_submitted)

    def _on_unit(self) -> None:
        self.amount.setEnabled(self.unit.value() not in WITHOUT_AMOUNT)

    def _on_submitted(self) -> None:
        unit = self.unit.value()
        try:
            source = line(self.source.value(), field="source", limit=400, required=True)
        except FieldError as refusal:
            self.source.show_problem(self._say(refusal))
            self.source.input.setFocus()
            return
        try:
            limit = TimeLimit(unit, 0 if unit in WITHOUT_AMOUNT else self.amount.count())
        except (FieldError, InvalidTimeLimit):
            most = MOST_WORKING_HOURS if unit is Unit.WORKING_HOUR else MOST
            self.amount.show_problem(self.tr("Từ 1 đến {0}.").format(most))
            self.amount.input.setFocus()
            return
        self.completed.emit(limit, source)
