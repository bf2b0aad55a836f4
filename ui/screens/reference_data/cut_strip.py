"""Cuts a limit below what the law gives, by a decision that somebody else approved."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.catalogue.procedure import LimitRule
from app.domain.deadline.time_limit import (
    MOST_WORKING_HOURS,
    WITHOUT_AMOUNT,
    InvalidTimeLimit,
    TimeLimit,
    Unit,
)
from app.domain.errors import DeskError, FieldError
from ui.widgets.fields.choice import ChoiceField
from ui.widgets.fields.field_row import FieldRow
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.personal import CountField
from ui.widgets.text.labels import label


class CutStrip(QFrame):
    """Number, unit, decision and approver; hidden behind a button until it is wanted.

    Signals:
        cut_wanted: the shorter `TimeLimit` (None: as the law gives it), decision and approver.
    """

    cut_wanted = Signal(object, str, str)

    def __init__(self, say: Callable[[DeskError], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self.open = QPushButton(self.tr("Cắt giảm thời hạn…"))
        self.open.setObjectName("plain")
        self.amount = CountField(
            self.tr("Còn"), say, field="limit", least=1, most=MOST_WORKING_HOURS, start=""
        )
        units = [
            (Unit.WORKING_DAY, self.tr("ngày làm việc")),
            (Unit.SAME_DAY, self.tr("trong ngày")),
            (Unit.DAY, self.tr("ngày (cả ngày nghỉ)")),
            (Unit.WORKING_HOUR, self.tr("giờ làm việc")),
        ]
        self.unit: ChoiceField[Unit] = ChoiceField(self.tr("Đơn vị"), units)
        self.decision = LineField(self.tr("Quyết định số"), say)
        self.approver = LineField(self.tr("Người phê duyệt"), say)
        self.keep = QPushButton(self.tr("Ghi thời hạn cắt giảm"))
        self.back = QPushButton(self.tr("Trở lại theo quy định"))
        self.back.setObjectName("plain")
        self._arrange()
        self.open.clicked.connect(self._on_open)
        self.keep.clicked.connect(self._on_keep)
        self.back.clicked.connect(self._on_back)
        self.unit.changed.connect(self._on_unit)

    def show_rule(self, rule: LimitRule | None) -> None:
        """Offer to cut the limit of `rule`; without a limit there is nothing to cut."""
        self.fields.hide()
        self.setVisible(rule is not None and rule.limit is not None)
        self.open.show()
        self.back.setVisible(rule is not None and rule.statutory is not None)
        for field in (self.decision, self.approver):
            field.set_value("")
            field.clear_problem()

    def show_refusal(self, refusal: DeskError) -> None:
        """Say at its field why it was not taken; what was typed stays."""
        named = refusal.field if isinstance(refusal, FieldError) else ""
        field = {"approver": self.approver, "limit": self.amount}.get(named, self.decision)
        field.show_problem(self._say(refusal))
        field.input.setFocus()

    def _arrange(self) -> None:
        self.fields = QFrame()
        self.fields.setObjectName("strip")
        self.fields.setProperty("kind", "info")
        inside = QVBoxLayout(self.fields)
        inside.setContentsMargins(12, 8, 12, 10)
        inside.setSpacing(6)
        words = self.tr(
            "Thời hạn ngắn hơn được hẹn với người dân; thời hạn theo quy định vẫn hiện bên cạnh. "
            "Hồ sơ đã nhận giữ hẹn cũ."
        )
        inside.addWidget(label(words, "small", wraps=True))
        inside.addWidget(FieldRow(((self.amount, 1), (self.unit, 3))))
        inside.addWidget(FieldRow(((self.decision, 1), (self.approver, 1))))
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.keep)
        inside.addLayout(foot)
        row = QHBoxLayout()
        row.addWidget(self.open)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.fields)

    @Slot()
    def _on_open(self) -> None:
        self.open.hide()
        self.fields.show()
        self.amount.input.setFocus()

    def _on_unit(self) -> None:
        self.amount.setEnabled(self.unit.value() not in WITHOUT_AMOUNT)

    @Slot()
    def _on_keep(self) -> None:
        unit = self.unit.value()
        try:
            limit = TimeLimit(unit, 0 if unit in WITHOUT_AMOUNT else self.amount.count())
        except (FieldError, InvalidTimeLimit):
            self.amount.show_problem(self.tr("Từ 1 đến {0}.").format(MOST_WORKING_HOURS))
            self.amount.input.setFocus()
            return
        self.cut_wanted.emit(limit, self.decision.value(), self.approver.value())

    @Slot()
    def _on_back(self) -> None:
        self.cut_wanted.emit(None, self.decision.value(), self.approver.value())
