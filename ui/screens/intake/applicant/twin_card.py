"""The form and the open dossier of the same person and procedure, side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.answers.people import Twin
from app.domain.clock import in_vietnam, time_and_day
from app.domain.dossier.numbers import grouped_phone
from app.domain.typed_date import show_birth_date
from ui.keys import Key, with_key
from ui.screens.intake.parts.weekdays import day_words, time_words
from ui.screens.intake.state.form import FormState
from ui.widgets.text.plain import button, plain_label
from ui.words import word_for

Row = tuple[str, str, str]
"""What is compared, as the form has it, as the dossier has it."""


class TwinCard(QFrame):
    """Over the form until it is closed; nothing in the form changes.

    Signals:
        opened: the id of the dossier, which is to be opened.
        closed: the form is to be gone on with.
    """

    opened = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("So sánh với hồ sơ đang mở"))
        self._twin: Twin | None = None
        self._inside = QWidget()
        self._title = plain_label("", "section")
        self._open = button(with_key(self.tr("Mở hồ sơ cũ"), Key.OPEN), "plain")
        self._go_on = button(with_key(self.tr("Vẫn tiếp nhận hồ sơ mới"), Key.ESCAPE), "plain")
        self._open.clicked.connect(self.open_twin)
        self._go_on.clicked.connect(self.closed)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("cardScroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._open)
        buttons.addWidget(self._go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._scroll, 1)
        column.addLayout(buttons)
        self.hide()

    def show_both(self, state: FormState, twin: Twin) -> None:
        """Compare the form with `twin`."""
        self._twin = twin
        self._title.setText(
            self.tr("Đang nhập và hồ sơ {0} còn mở của cùng người, cùng thủ tục").format(twin.code)
        )
        self._inside = _table(_rows(self, state, twin), self.tr("Đang nhập"), twin.code)
        self._scroll.setWidget(self._inside)

    def open_twin(self) -> None:
        """Leave the form for the open dossier; the draft stays."""
        if self._twin is not None:
            self.opened.emit(self._twin.dossier_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            event.accept()
            return
        super().keyPressEvent(event)


def _rows(card: TwinCard, state: FormState, twin: Twin) -> Sequence[Row]:
    typed, known = state.applicant, twin.applicant
    received = in_vietnam(twin.received_at)
    due = f"{time_words(twin.due_at)}, {day_words(twin.due_at)}" if twin.due_at else ""
    papers = [paper.name for paper in state.papers if paper.is_present]
    return (
        (card.tr("Trạng thái"), card.tr("chưa lưu"), word_for(twin.state)),
        (card.tr("Họ và tên"), typed.full_name, known.full_name),
        (card.tr("Số định danh"), typed.personal_id, known.personal_id),
        (card.tr("Ngày sinh"), typed.born, show_birth_date(known.born)),
        (card.tr("Điện thoại"), typed.phone, grouped_phone(known.phone)),
        (card.tr("Nơi ở"), typed.address, known.address),
        (card.tr("Thủ tục"), state.procedure_name, twin.procedure_name),
        (card.tr("Trường hợp"), state.case or "", twin.case or ""),
        (card.tr("Giấy tờ"), "\n".join(papers), "\n".join(twin.papers)),
        (card.tr("Nhận lúc"), "", time_and_day(received)),
        (card.tr("Hẹn trả"), "", due),
    )


def _table(rows: Sequence[Row], typed: str, known: str) -> QWidget:
    made = QWidget()
    made.setObjectName("cardInside")
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 8, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    for column, words in ((1, typed), (2, known)):
        grid.addWidget(plain_label(words, "strong"), 0, column)
    shown = [row for row in rows if row[1].strip() or row[2].strip()]
    for nth, (name, one, other) in enumerate(shown, 1):
        differs = bool(one.strip()) and one.split() != other.split()
        grid.addWidget(plain_label(name, "quiet", wraps=False), nth, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(plain_label(one or "–", "body"), nth, 1, Qt.AlignmentFlag.AlignTop)
        face = "warningText" if differs else "body"
        grid.addWidget(plain_label(other or "–", face), nth, 2, Qt.AlignmentFlag.AlignTop)
    grid.setRowStretch(len(shown) + 1, 1)
    return made
