"""“Chưa nhận hồ sơ”: over the form, the two ways of not taking papers in."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.answers.dossier import EarlyRefusal
from app.domain.clock import in_vietnam
from app.domain.dossier.held_data import AskReason, Base, held
from app.domain.errors import DeskError, FieldError
from ui.keys import Key, with_key
from ui.widgets.fields.choice import ChipRow, ChoiceField
from ui.widgets.fields.text_area import TextArea
from ui.widgets.keys import bind_submit
from ui.widgets.layout.form_scroll import FormScroll
from ui.widgets.layout.waiting import Waiting
from ui.widgets.text.plain import button, plain_label
from ui.words import word_for


class Way(StrEnum):
    """What becomes of papers that are not taken in."""

    GUIDE = "GUIDE"
    REFUSE = "REFUSE"


class TurningAwayCard(QFrame):
    """Over the form until it is closed; nothing in the form changes.

    Signals:
        submitted: what was chosen is to be done.
        closed: the form is to be gone on with.
        print_wanted: a refusal of today (`EarlyRefusal`) is to be printed again.
        viewer_wanted: what the printer did not take is to be opened in the desktop's viewer.
    """

    submitted = Signal()
    closed = Signal()
    print_wanted = Signal(object)
    viewer_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Chưa nhận hồ sơ"))
        self._bases: frozenset[Base] = frozenset()
        self._missing: tuple[str, ...] = ()
        self._title = plain_label("", "section")
        ways = [(Way.GUIDE, self.tr("Hướng dẫn bổ sung")), (Way.REFUSE, self.tr("Từ chối"))]
        self.way: ChipRow[Way] = ChipRow(self.tr("Chưa nhận hồ sơ"), ways)
        self.said = plain_label("", "body")
        self.papers = TextArea(self.tr("Giấy tờ khác cần nộp, mỗi dòng một loại (nếu có)"))
        self.why = TextArea(self.tr("Vì sao cần giấy tờ ngoài danh mục"))
        unchosen: tuple[AskReason | None, str] = (None, self.tr("chọn lý do"))
        self.why_held = ChoiceField(
            self.tr("Cơ sở dữ liệu đã có giấy này; vẫn yêu cầu vì"),
            [unchosen, *((each, word_for(each)) for each in AskReason)],
        )
        self.reason = TextArea(self.tr("Lý do từ chối, ghi trên phiếu"), lines=3)
        self.problem = plain_label("", "problemText")
        self.viewer = button(self.tr("Mở bằng trình đọc PDF"), "link")
        self.button = button("", "primary")
        self.leave = button(with_key(self.tr("Quay lại"), Key.ESCAPE), "plain")
        self._today = QWidget()
        self._listed = QVBoxLayout(self._today)
        self._rows: list[QWidget] = []
        self._waiting = Waiting(self, self.button)
        self._arrange()
        self.way.chosen.connect(self._on_way)
        self.way.pointed.connect(self._focus_first)
        self.way.entered.connect(self._focus_first)
        self.why_held.entered.connect(self.focusNextChild)
        self.papers.changed.connect(self._show_reasons)
        self.button.clicked.connect(self.submitted)
        self.leave.clicked.connect(self.closed)
        self.viewer.clicked.connect(self.viewer_wanted)
        bind_submit(self, self._on_submit_key)
        self.hide()

    def begin(self, who: str, missing: Sequence[str], bases: frozenset[Base]) -> None:
        """Stand empty for somebody's papers.

        Args:
            who: the applicant's name, as far as it is typed.
            missing: names of what everybody must bring and was not ticked.
            bases: databases the office is connected to.
        """
        title = self.tr("Chưa nhận hồ sơ của {0}").format(who) if who else self.accessibleName()
        self._title.setText(title)
        self._missing, self._bases = tuple(missing), bases
        for field in (self.papers, self.why, self.reason):
            field.set_value("")
        self.why_held.set_value(None)
        self.way.set_value(Way.GUIDE)
        self.show_sentence("")
        self._on_way()

    def focus_first(self) -> None:
        """Stand ready where the way is chosen."""
        self.way.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_busy(self, *, is_busy: bool) -> None:
        """What was chosen is under way: it cannot be done twice."""
        self._waiting.set_busy(is_busy=is_busy)

    def show_sentence(self, sentence: str, *, offers_viewer: bool = False) -> None:
        """Say what is wrong beside no field; empty takes it away."""
        self.problem.setText(f"■ {sentence}" if sentence else "")
        self.problem.setVisible(bool(sentence))
        self.viewer.setVisible(offers_viewer)

    def say_first(self) -> None:
        """Nothing is saved while this is asked."""
        words = self.tr("Đang chọn việc chưa nhận hồ sơ. {0} để quay lại rồi lưu.")
        self.show_sentence(words.format(Key.ESCAPE))

    def show_problem(self, problem: DeskError, sentence: str) -> bool:
        """Say at its field what is wrong; False if none here is meant."""
        name = problem.field.partition(".")[0] if isinstance(problem, FieldError) else ""
        is_guide = self.way.value() is Way.GUIDE
        field = {"papers": self.papers, "reason": self.why if is_guide else self.reason}.get(name)
        if field is None:
            return False
        field.show_problem(sentence)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def show_refusals(self, refusals: Sequence[EarlyRefusal]) -> None:
        """Offer the papers of those refused today once more."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(one) for one in refusals]
        for row in self._rows:
            self._listed.addWidget(row)
        self._today.setVisible(bool(refusals))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def _row(self, one: EarlyRefusal) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        at = f"{in_vietnam(one.refused_at):%H:%M}"
        words = self.tr("Số {0} · {1} · {2} · {3}").format(
            one.number, at, one.applicant, one.procedure
        )
        again = button(self.tr("In lại"), "link")
        again.setAccessibleName(self.tr("In lại phiếu từ chối số {0}").format(one.number))
        again.clicked.connect(lambda: self.print_wanted.emit(one))
        row.addWidget(plain_label(words, "body"), 1)
        row.addWidget(again, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _arrange(self) -> None:
        scroll = FormScroll((0, 0, 8, 0), 10)
        scroll.column.addWidget(self._title)
        scroll.column.addWidget(self.way)
        for widget in (
            self.said, self.papers, self.why, self.why_held, self.reason, self.problem
        ):  # fmt: skip
            scroll.column.addWidget(widget)
        scroll.column.addWidget(self.viewer, 0, Qt.AlignmentFlag.AlignLeft)
        scroll.column.addWidget(self._today)
        scroll.column.addStretch(1)
        self._listed.setContentsMargins(0, 6, 0, 0)
        self._listed.setSpacing(4)
        self._listed.addWidget(plain_label(self.tr("Đã từ chối tiếp nhận hôm nay"), "strong"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.button)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(10)
        whole.addWidget(scroll, 1)
        whole.addLayout(buttons)

    def _on_way(self) -> None:
        """Show what the chosen way asks for."""
        is_guide = self.way.value() is Way.GUIDE
        self.show_sentence("")
        for field in (self.papers, self.why, self.reason):
            field.clear_problem()
        self.said.setText(self._guided() if is_guide else self._refused())
        self.papers.setVisible(is_guide)
        self.reason.setVisible(not is_guide)
        does = self.tr("In phiếu hướng dẫn, cất nháp") if is_guide else self.tr("Từ chối, in phiếu")
        self.button.setText(with_key(does, Key.DO))
        self._name(self.button, "primary" if is_guide else "dangerPrimary")
        self._show_reasons()

    def _guided(self) -> str:
        if not self._missing:
            return self.tr("Không thiếu giấy tờ bắt buộc nào theo danh mục.")
        rows = "\n".join(f"•  {name}" for name in self._missing)
        return self.tr("Phiếu ghi giấy tờ còn thiếu theo danh mục:") + f"\n{rows}"

    def _refused(self) -> str:
        return self.tr(
            "Phiếu từ chối (Mẫu 03) có số và được ghi vào sổ; hồ sơ này không được tiếp nhận và "
            "bản nháp bị bỏ."
        )

    def _show_reasons(self) -> None:
        """Ask for each reason only while something it is for is named."""
        is_guide, more = self.way.value() is Way.GUIDE, self.papers.lines()
        self.why.setVisible(is_guide and bool(more))
        self.why_held.setVisible(is_guide and bool(held((*self._missing, *more), self._bases)))

    def _focus_first(self) -> None:
        field = self.papers if self.way.value() is Way.GUIDE else self.reason
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_submit_key(self) -> None:
        if self.button.isEnabled():
            self.submitted.emit()

    @staticmethod
    def _name(made: QPushButton, name: str) -> None:
        made.setObjectName(name)
        made.style().unpolish(made)
        made.style().polish(made)
