"""The first start: a few questions in the window itself, then the desk is ready."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.dossier import numbering
from app.domain.errors import DeskError, FieldError
from app.domain.text import line
from ui.screens.first_run.head_fields import HeadFields
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.name_field import NameField
from ui.widgets.layout.waiting import Waiting
from ui.widgets.text.labels import label
from ui.work import Work

NAME_LIMIT = 200
_HEAD = ("superior_body", "department", "place")


@dataclass(frozen=True, slots=True)
class FirstRunAnswers:
    """What the office said of itself, and the head of its papers."""

    office: str
    agency_code: str
    officer: str
    wants_practice: bool
    superior_body: str = ""
    department: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class FirstRunActions:
    """Synchronous calls, run on the records queue.

    Attributes:
        set_up: makes the data folder and fills it with practice data if that is wanted.
        say: words for refusals.
        folder: where the data will lie, shown to the office.
    """

    set_up: Callable[[FirstRunAnswers], None]
    say: Callable[[DeskError], str]
    folder: str


class FirstRunScreen(QWidget):
    """Asks for office, officer and practice data; what is typed stays after any refusal.

    Signals:
        ready: the data folder stands.
        failed: something unexpected (the exception).
    """

    ready = Signal()
    failed = Signal(object)

    def __init__(self, actions: FirstRunActions, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions = actions
        self._work = work
        self._is_busy = False
        self._build()
        self._connect()

    def on_shown(self) -> None:
        """Stand ready in the first field."""
        self.office.input.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def submit(self) -> None:
        """Check the answers, then set up; buttons rest meanwhile."""
        if self._is_busy:
            return
        answers = self._answers()
        if answers is None:
            return
        self._set_busy(is_busy=True)
        self._work.writing.run(
            self, lambda: self._actions.set_up(answers), self._on_ready, self._on_failed
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on from the box and does what the button says, as it does in the fields."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.practice.hasFocus():
                self.button.setFocus(Qt.FocusReason.TabFocusReason)
                return
            if self.button.hasFocus():
                self.submit()
                return
        super().keyPressEvent(event)

    def _build(self) -> None:
        say = self._actions.say
        self.office = LineField(self.tr("Tên cơ quan"), say, read=_read_line("office"))
        self.office.input.setPlaceholderText(self.tr("UBND xã …"))
        self.code = LineField(
            self.tr("Mã cơ quan"), say, read=lambda text: text.strip().upper() if text else ""
        )
        self.code.input.setPlaceholderText("H37.99.1")
        self.officer = NameField(self.tr("Họ tên người tiếp nhận"), say, read=_read_line("officer"))
        self.head = HeadFields(say, _read_line)
        self.practice = QCheckBox(
            self.tr("Chỉ để luyện tập: nạp người và hồ sơ giả định. Không đổi thành thật được")
        )
        self.problem = label("", "problemText", wraps=True)
        self.problem.hide()
        self.button = QPushButton(self.tr("Bắt đầu"))
        self.button.setObjectName("primary")
        self._waiting = Waiting(self, self.button)
        card = QFrame()
        card.setObjectName("card")
        card.setMaximumWidth(720)
        grid = QGridLayout(card)
        grid.setContentsMargins(28, 24, 28, 24)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        grid.addWidget(label(self.tr("Một Cửa – lần đầu mở"), "title"), 0, 0, 1, 2)
        hello = self.tr(
            "Vài câu hỏi, rồi bàn tiếp nhận sẵn sàng. Sau này sửa được ở Cài đặt; riêng việc chọn "
            "luyện tập thì không."
        )
        grid.addWidget(label(hello, "quiet", wraps=True), 1, 0, 1, 2)
        grid.addWidget(self.office, 2, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.code, 2, 1, Qt.AlignmentFlag.AlignTop)
        hint = self.tr("Mã đứng đầu mã hồ sơ, ví dụ H37.99.1; hỏi quản trị của tỉnh nếu chưa rõ.")
        grid.addWidget(label(hint, "small", wraps=True), 3, 0, 1, 2)
        grid.addWidget(self.officer, 4, 0, 1, 2)
        grid.addWidget(self.head, 5, 0, 1, 2)
        grid.addWidget(self.practice, 6, 0, 1, 2)
        grid.addWidget(self.problem, 7, 0, 1, 2)
        where = self.tr("Dữ liệu nằm ở: {0}").format(self._actions.folder)
        grid.addWidget(label(where, "small", wraps=True), 8, 0, 1, 2)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        grid.addLayout(foot, 9, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 8)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(middle)
        column.addStretch(2)

    def _connect(self) -> None:
        self.button.clicked.connect(self.submit)
        stops: list[QWidget] = [
            self.office.input, self.code.input, self.officer.input,
            *(field.input for field in self.head.fields), self.practice, self.button,
        ]  # fmt: skip
        for nth, stop in enumerate(stops[1:]):
            QWidget.setTabOrder(stops[nth], stop)
        self.office.entered.connect(self.code.input.setFocus)
        self.code.entered.connect(self.officer.input.setFocus)
        self.officer.entered.connect(self._on_officer)
        self.head.done.connect(self.practice.setFocus)
        self.office.changed.connect(lambda: self.head.propose(self.office.value()))

    @Slot()
    def _on_officer(self) -> None:
        """Go on past what the office's name has answered already."""
        empty = self.head.first_empty
        (empty or self.practice).setFocus()

    def _answers(self) -> FirstRunAnswers | None:
        """The answers, or None with every fault shown beside its field."""
        faults: list[tuple[LineField, DeskError]] = []
        texts = {}
        asked = (("office", self.office), ("officer", self.officer))
        head = zip(_HEAD, self.head.fields, strict=True)
        for name, field in (*asked, *head):
            needed = name not in _HEAD
            try:
                texts[name] = line(field.value(), field=name, limit=NAME_LIMIT, required=needed)
            except FieldError as refusal:
                faults.append((field, refusal))
        code = self.code.value().strip().upper()
        try:
            numbering.check_agency(code)
        except numbering.InvalidAgencyCode as wrong:
            faults.append((self.code, wrong))
        for field, fault in faults:
            field.show_problem(self._actions.say(fault))
        if faults:
            in_order = (self.office, self.code, self.officer, *self.head.fields)
            first = min((field for field, _ in faults), key=in_order.index)
            first.input.setFocus()
            return None
        return FirstRunAnswers(
            texts["office"],
            code,
            texts["officer"],
            self.practice.isChecked(),
            **{name: texts[name] for name in _HEAD},
        )

    def _set_busy(self, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        self._waiting.set_busy(is_busy=is_busy)
        self.problem.hide()
        self.button.setText(self.tr("Đang chuẩn bị…") if is_busy else self.tr("Bắt đầu"))

    def _on_ready(self, _none: None) -> None:
        self._set_busy(is_busy=False)
        self.ready.emit()

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(is_busy=False)
        if isinstance(error, DeskError):
            self.problem.setText("■ " + self._actions.say(error))
            self.problem.show()
        else:
            self.failed.emit(error)


def _read_line(field: str) -> Callable[[str], str]:
    return lambda text: line(text, field=field, limit=NAME_LIMIT)
