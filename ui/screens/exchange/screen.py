"""The screen: loads, shows, and carries out its two actions."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.answers.exchange import Acknowledged, Exported, OutboxSummary, RejectedEvent, ScoreProblem
from app.domain.changes import Changed
from app.domain.errors import DeskError
from ui.screen import Notices, Screen
from ui.screens.exchange.actions import ExchangeActions
from ui.screens.exchange.numbers import Numbers
from ui.screens.exchange.problems_card import ProblemsCard
from ui.screens.exchange.rejected_card import RejectedCard
from ui.widgets.file_dialog import ask_file, ask_folder
from ui.widgets.keys import bind_key
from ui.widgets.layout.form_scroll import FormScroll
from ui.widgets.layout.screen_head import ScreenHead
from ui.widgets.running_strip import RunningStrip
from ui.widgets.text.labels import label, number_text
from ui.widgets.text.notice_strip import NoticeStrip
from ui.work import Work


@dataclass(frozen=True, slots=True)
class _Loaded:
    summary: OutboxSummary
    rejected: tuple[RejectedEvent, ...]
    problems: tuple[ScoreProblem, ...]
    folder: str


class ExchangeScreen(Screen):
    """Numbers on top, the two actions, then what the clerk should correct before sending."""

    def __init__(
        self,
        actions: ExchangeActions,
        work: Work,
        notices: Notices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions, self._work, self._notices = actions, work, notices
        self._folder = ""
        self._is_busy = False
        self._is_stale = True
        self._build()

    def on_shown(self) -> None:
        """Ask anew and stand on the first action."""
        self._load()
        self._stand()

    def on_changed(self, changed: Changed) -> None:
        """Something was registered or acknowledged."""
        if changed & (Changed.OUTBOX | Changed.DOSSIERS):
            self._is_stale = True
            if self.isVisible():
                self._load()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of this screen for the F1 map."""
        return (
            ("Alt+X", self.tr("Xuất gói ra USB")),
            ("Alt+N", self.tr("Nhận tệp trả lời")),
            ("Enter", self.tr("Mở hồ sơ đang chọn")),
        )

    def export_to(self, folder: Path) -> None:
        """Write the package into `folder`."""
        self._set_busy(self.tr("Đang ghi và đọc lại gói…"))
        export = self._work.outside.run_long(
            self,
            lambda progress: self._actions.export(folder, progress),
            self._on_exported,
            self._on_refused,
            changes=Changed.OUTBOX,
        )
        self.running.follow(export)

    def take_answers(self, file: Path) -> None:
        """Take the answer file."""
        self._set_busy(self.tr("Đang đọc tệp trả lời…"))
        self._work.outside.run(
            self,
            lambda: self._actions.acknowledge(file),
            self._on_acknowledged,
            self._on_refused,
        )

    def _build(self) -> None:
        self.export_button = QPushButton(self.tr("Xuất gói ra USB…   Alt+X"))
        self.export_button.setObjectName("primary")
        self.answer_button = QPushButton(self.tr("Nhận tệp trả lời…   Alt+N"))
        self.export_button.clicked.connect(self._choose_folder)
        self.answer_button.clicked.connect(self._choose_file)
        bind_key(self, "Alt+X", self._choose_folder)
        bind_key(self, "Alt+N", self._choose_file)
        self.strip = NoticeStrip()
        self.running = RunningStrip()
        self.running.stopped.connect(self._on_stopped)
        self._numbers = Numbers()
        self.problems_card = ProblemsCard(self._actions.problem_words)
        self.problems_card.opened.connect(self.dossier_wanted)
        self.rejected_card = RejectedCard()
        self._arrange()

    def _arrange(self) -> None:
        buttons = (self.answer_button, self.export_button)
        head = ScreenHead(self.tr("Đồng bộ"), buttons=buttons)
        scroll = FormScroll((18, 14, 18, 18), 12)
        scroll.setObjectName("groundScroll")
        scroll.inside.setObjectName("groundInside")
        body = scroll.column
        body.addWidget(head)
        body.addWidget(self.strip)
        body.addWidget(self.running)
        body.addWidget(self._numbers)
        body.addWidget(
            label(
                self.tr(
                    "Xuất gói không phải là đã gửi xong: hồ sơ chỉ hết chờ khi tỉnh trả lời đã "
                    "nhận. Xuất lại bao nhiêu lần cũng không trùng."
                ),
                "quiet",
                wraps=True,
            )
        )
        body.addWidget(self.problems_card)
        body.addWidget(self.rejected_card)
        body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _load(self) -> None:
        self._is_stale = False
        actions = self._actions
        self._work.reading.run(
            self,
            lambda: _Loaded(
                actions.summary(), actions.rejected(), actions.score_problems(),
                actions.last_folder(),
            ),
            self._on_loaded,
            self._notices.take,
        )  # fmt: skip

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._folder = loaded.folder
        self._numbers.show_summary(loaded.summary)
        self.problems_card.show_problems(loaded.problems)
        self.rejected_card.show_events(loaded.rejected)
        was_here = self.export_button.hasFocus() or self.answer_button.hasFocus()
        self.export_button.setEnabled(loaded.summary.pending_events > 0 and not self._is_busy)
        if was_here:
            self._stand()

    def _stand(self) -> None:
        """Stand on the first action that can be done."""
        first = self.export_button if self.export_button.isEnabled() else self.answer_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _choose_folder(self) -> None:
        if self._is_busy or not self.export_button.isEnabled():
            return
        title = self.tr("Chọn thư mục trên USB")
        ask_folder(self, title, self.export_to, start=self._folder)

    @Slot()
    def _choose_file(self) -> None:
        if self._is_busy:
            return
        kinds = (self.tr("Tệp trả lời (*.mcr *.json)"), self.tr("Mọi tệp (*)"))
        ask_file(self, self.tr("Chọn tệp trả lời của tỉnh"), kinds, self.take_answers)

    def _on_exported(self, done: Exported) -> None:
        self._set_busy("")
        self.strip.say(
            self.tr(
                "✓ Đã ghi và đọc lại {0} bản tin của {1} hồ sơ: {2}. Rút USB an toàn rồi nộp lên "
                "tỉnh; hồ sơ vẫn chờ đến khi có tệp trả lời."
            ).format(number_text(done.events), number_text(done.dossiers), done.path),
            "done",
        )
        self._load()

    @Slot()
    def _on_stopped(self) -> None:
        self._set_busy("")
        self.strip.say(self.tr("Đã dừng; chưa ghi gói nào."), "info")
        self._load()

    def _on_acknowledged(self, done: Acknowledged) -> None:
        self._set_busy("")
        words = self.tr("✓ Tỉnh đã nhận {0}, từ chối {1}, nhắc lại {2}.").format(
            done.accepted, done.rejected, done.repeated
        )
        if done.unknown:
            words += " " + self.tr("▲ {0} bản tin không phải của máy này.").format(
                len(done.unknown)
            )
        if done.mismatched:
            words += " " + self.tr(
                "▲ {0} bản tin có nội dung khác bản đã gửi: vẫn chờ, "
                "hãy báo đơn vị quản lý hệ thống."
            ).format(len(done.mismatched))
        is_troubled = done.rejected or done.unknown or done.mismatched
        self.strip.say(words, "warning" if is_troubled else "done")
        self.changed.emit(done.changed)
        self._load()

    def _on_refused(self, error: Exception) -> None:
        self._set_busy("")
        if isinstance(error, DeskError):
            self.strip.say("■ " + self._actions.say(error), "problem")
        else:
            self.strip.say("")
            self._notices.take(error)
        self._load()

    def _set_busy(self, words: str) -> None:
        self._is_busy = bool(words)
        self.export_button.setEnabled(not words)
        self.answer_button.setEnabled(not words)
        if words:
            self.strip.say(words, "info")
