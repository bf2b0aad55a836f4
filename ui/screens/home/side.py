"""The pane beside the board: the dossier pointed at, and what wants a decision today."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.answers.board import BoardRow, BoardView
from app.domain.clock import time_and_day
from app.domain.dossier.numbers import grouped_phone
from ui.keys import Key, with_key
from ui.models.board_cells import weekday
from ui.screen import Place
from ui.screens.home.matter import Matter
from ui.theme import px, tokens
from ui.tokens import Tone
from ui.widgets.layout.column_scroll import ColumnScroll
from ui.widgets.status.pill import Pill, paint_shape
from ui.widgets.text.labels import label
from ui.widgets.text.wrapped_link import WrappedLink
from ui.words import word_for


class SidePane(ColumnScroll):
    """Two cards; folds away with the pane.

    Signals:
        led: a matter was pressed; carries its `BoardView` or `Place`.
        open_wanted: the dossier pointed at is to be opened.
    """

    led = Signal(object)
    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dossier = DossierCard()
        self.matters = MattersCard()
        self.add(self.dossier)
        self.add(self.matters)
        self.matters.led.connect(self.led)
        self.dossier.open_wanted.connect(self.open_wanted)


class DossierCard(QFrame):
    """The dossier pointed at, with everything the table has to cut short."""

    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._pill = Pill()
        self._applicant = label("", "section", wraps=True)
        self._procedure = label("", wraps=True)
        self._code = label("", "quiet", wraps=True)
        self._values = [label("", wraps=True) for _ in range(4)]
        self._names = (
            self.tr("Hẹn trả"),
            self.tr("Điện thoại"),
            self.tr("Nhận lúc"),
            self.tr("Trạng thái"),
        )
        self._none = label(self.tr("Chọn một hồ sơ trong danh sách để xem nhanh ở đây."), "quiet",
                           wraps=True)  # fmt: skip
        self._open = QPushButton(self.tr("Mở hồ sơ   Enter"))
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._open.clicked.connect(self.open_wanted)
        self._build()
        self.show_row(None, None)

    def show_row(self, row: BoardRow | None, pill: tuple[str, Tone] | None) -> None:
        """Show this dossier, or how to choose one."""
        for widget in self._shown_with_row:
            widget.setVisible(row is not None)
        self._none.setVisible(row is None)
        if row is None:
            return
        if pill is not None:
            self._pill.show_status(*pill)
        self._applicant.setText(row.applicant)
        self._procedure.setText(row.procedure)
        self._code.setText(row.code)
        due = self.tr("không hẹn ngày") if not row.state.is_waiting else self.tr("đang dừng tính")
        if row.due_at is not None:
            due = time_and_day(row.due_at, weekday=weekday(row.due_at))
            if not row.calendar_confirmed:
                due += "\n" + self.tr("▲ lịch năm này chưa công bố")
        texts = (
            due,
            grouped_phone(row.phone) or self.tr("không có"),
            time_and_day(row.received_at),
            word_for(row.state),
        )
        for value, text in zip(self._values, texts, strict=True):
            value.setText(text)

    def _build(self) -> None:
        facts = QWidget()
        form = QFormLayout(facts)
        form.setContentsMargins(0, 4, 0, 4)
        form.setVerticalSpacing(4)
        form.setHorizontalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, value in zip(self._names, self._values, strict=True):
            form.addRow(label(name, "quiet"), value)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(6)
        self._shown_with_row: Sequence[QWidget] = (
            self._pill, self._applicant, self._procedure, self._code, facts, self._open,
        )  # fmt: skip
        for widget in (self._none, *self._shown_with_row):
            column.addWidget(widget)


class MattersCard(QFrame):
    """What wants a decision, most pressing first."""

    led = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._rows: list[MatterRow] = []
        self._none = label(self.tr("Không có việc nào cần xử lý ngay."), "quiet", wraps=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 14, 14, 14)
        self._column.setSpacing(4)
        self._column.addWidget(label(self.tr("Việc cần xử lý"), "section", wraps=True))
        self._column.addWidget(self._none)
        self.saved = label("", "small", wraps=True)
        self.saved.setContentsMargins(0, px(8), 0, 0)
        self._column.addWidget(self.saved)
        self.end = WrappedLink()
        self.end.show_words(with_key(self.tr("Kết thúc ngày"), Key.DAY))
        self.end.clicked.connect(lambda: self.led.emit(Place.DAY))
        self._column.addWidget(self.end)

    def show_saved(self, words: str) -> None:
        """Say below how old the last copy is; nothing for empty words."""
        self.saved.setText(words)
        self.saved.setVisible(bool(words))

    def show_matters(self, matters: Sequence[Matter]) -> None:
        """Show these, in this order."""
        self._none.setVisible(not matters)
        while len(self._rows) < len(matters):
            row = MatterRow()
            row.led.connect(self.led)
            self._rows.append(row)
            self._column.insertWidget(self._column.indexOf(self.saved), row)
        for nth, row in enumerate(self._rows):
            row.setVisible(nth < len(matters))
            if nth < len(matters):
                row.show_matter(matters[nth])

    def words(self) -> tuple[str, ...]:
        """What the card says now."""
        return tuple(row.words for row in self._rows if not row.isHidden())


class MatterRow(QWidget):
    """A shape, a sentence, and a quiet one below."""

    led = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape = _Shape()
        self._link = WrappedLink()
        self._link.clicked.connect(self._on_clicked)
        self._more: QLabel = label("", "small", wraps=True)
        self._leads_to: BoardView | Place | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._link)
        indent = QHBoxLayout()
        indent.setContentsMargins(px(6) + 1, 0, 0, 0)
        indent.addWidget(self._more)
        texts.addLayout(indent)
        row.addLayout(texts, 1)

    def show_matter(self, matter: Matter) -> None:
        """Show this one."""
        self._shape.tone = matter.tone
        self._shape.update()
        self._link.show_words(matter.words)
        self._link.setAccessibleName(f"{matter.words}. {matter.more}")
        self._more.setText(matter.more)
        self._leads_to = matter.leads_to

    @property
    def words(self) -> str:
        """The sentence."""
        return self._link.words

    def _on_clicked(self) -> None:
        self.led.emit(self._leads_to)


class _Shape(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.tone = Tone.RUNNING
        self.setFixedSize(px(16), px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(px(2), px(9), 0, 0)
        box.setSize(box.size().boundedTo(self.size()))
        box.setWidth(px(10))
        box.setHeight(px(10))
        paint_shape(painter, box, tokens(self).shade(self.tone))
