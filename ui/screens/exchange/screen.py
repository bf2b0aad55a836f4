"""The screen: loads, shows, and carries out its two actions."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.answers.exchange import (
    Acknowledged,
    Contradiction,
    Exported,
    OutboxSummary,
    RejectedEvent,
    ScoreProblem,
)
from app.answers.held import HeldReport
from app.domain.changes import Changed
from app.domain.clock import in_vietnam
from app.domain.errors import DeskError
from ui.keys import Key, with_key
from ui.screen import Notices, Screen
from ui.screens.exchange.actions import ExchangeActions
from ui.screens.exchange.contradictions_card import ContradictionsCard
from ui.screens.exchange.held_card import HeldCard
from ui.screens.exchange.numbers import Numbers
from ui.screens.exchange.problems_card import ProblemsCard
from ui.screens.exchange.rejected_card import RejectedCard
from ui.widgets.file_dialog import ask_file, ask_folder, ask_new_file
from ui.widgets.keys import bind_key
from ui.widgets.layout.form_scroll import FormScroll
from ui.widgets.layout.screen_head import ScreenHead
from ui.widgets.layout.waiting import Waiting
from ui.widgets.running_strip import RunningStrip
from ui.widgets.saving_first import save_first
from ui.widgets.text.labels import label, number_text
from ui.widgets.text.notice_strip import NoticeStrip
from ui.words import in_language
from ui.work import Work


@dataclass(frozen=True, slots=True)
class _Loaded:
    summary: OutboxSummary
    rejected: tuple[RejectedEvent, ...]
    contradictions: tuple[Contradiction, ...]
    problems: tuple[ScoreProblem, ...]
    folder: str
    office: str
    held: HeldReport


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
        self._is_new = False
        """It came to the front, and which action is the first is not known yet."""
        self._is_to_mend = False
        """Refusals came just now: the keyboard goes to them once they are listed."""
        self._build()

    def on_shown(self) -> None:
        """Ask anew and stand on the first action."""
        self._is_new = True
        self._load()
        self._stand()

    def on_changed(self, changed: Changed) -> None:
        """Something was registered or acknowledged."""
        if changed & (Changed.OUTBOX | Changed.DOSSIERS):
            self._is_stale = True
            if self.isVisible():
                self._load()

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

        def take_in() -> None:
            self._work.outside.run(
                self,
                lambda: self._actions.acknowledge(file),
                self._on_acknowledged,
                self._on_refused,
            )

        save_first(self, self._work, self._notices, self._actions.save_first, take_in)

    def _build(self) -> None:
        self.export_button = QPushButton(with_key(self.tr("Xuất gói ra USB…"), Key.PACKAGE))
        self.export_button.setObjectName("primary")
        self.answer_button = QPushButton(with_key(self.tr("Nhận tệp trả lời…"), Key.TAKE_FILE))
        self.export_button.clicked.connect(self._choose_folder)
        self.answer_button.clicked.connect(self._choose_file)
        bind_key(self, Key.PACKAGE, self._choose_folder)
        bind_key(self, Key.TAKE_FILE, self._choose_file)
        self._waiting = Waiting(self, self.export_button, self.answer_button)
        self.strip = NoticeStrip()
        self.running = RunningStrip()
        self.running.stopped.connect(self._on_stopped)
        self._numbers = Numbers()
        self.about = label("", "strong", wraps=True)
        self.contradictions_card = ContradictionsCard(self._actions.contradiction_words)
        self.contradictions_card.opened.connect(self.dossier_wanted)
        self.rejected_card = RejectedCard()
        self.rejected_card.opened.connect(self._on_rejected_opened)
        self.problems_card = ProblemsCard(self._actions.problem_words)
        self.problems_card.opened.connect(self.dossier_wanted)
        self.held_card = HeldCard(self._actions.today, self._actions.say)
        self.held_card.opened.connect(self.dossier_wanted)
        self.held_card.period.connect(self._on_period)
        self.held_card.saved.connect(self._on_save_wanted)
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
        body.addWidget(self.about)
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
        body.addWidget(self.contradictions_card)
        body.addWidget(self.rejected_card)  # first: what is only advised would push it below
        body.addWidget(self.problems_card)
        body.addWidget(self.held_card)
        body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _load(self) -> None:
        self._is_stale = False
        actions = self._actions
        self.held_card.begin()
        first, last = self.held_card.days()
        self._work.reading.run(
            self,
            lambda: _Loaded(
                actions.summary(), actions.rejected(), actions.contradictions(),
                actions.score_problems(),
                actions.last_folder(), actions.office(), actions.held_report(first, last),
            ),
            self._on_loaded,
            self._notices.take,
        )  # fmt: skip

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._folder = loaded.folder
        self._numbers.show_summary(loaded.summary)
        self.about.setText(self._about(loaded))
        self.problems_card.show_problems(loaded.problems)
        self.rejected_card.show_events(loaded.rejected)
        self.contradictions_card.show_contradictions(loaded.contradictions)
        self.held_card.show_report(loaded.held)
        is_new, self._is_new = self._is_new, False
        was_here = self.export_button.hasFocus() or (is_new and self.answer_button.hasFocus())
        self.export_button.setEnabled(loaded.summary.pending_events > 0 and not self._is_busy)
        is_to_mend, self._is_to_mend = self._is_to_mend, False
        if is_to_mend and loaded.rejected:
            self.rejected_card.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif was_here:
            self._stand()

    def _about(self, loaded: _Loaded) -> str:
        """Whose data the package would hold, how many dossiers and from when."""
        summary = loaded.summary
        if not summary.pending_dossiers or summary.oldest_at is None:
            return self.tr("{0}: không có hồ sơ nào chờ gửi.").format(loaded.office)
        return self.tr("Gói sẽ có: {0}, {1} hồ sơ chờ gửi, cũ nhất từ {2}.").format(
            loaded.office,
            number_text(summary.pending_dossiers),
            f"{in_vietnam(summary.oldest_at):%d/%m/%Y}",
        )

    def _stand(self) -> None:
        """Stand on the first action that can be done."""
        first = self.export_button if self.export_button.isEnabled() else self.answer_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _choose_folder(self) -> None:
        if self._is_busy or not self.export_button.isEnabled():
            return
        title = self.tr("Chọn thư mục trên USB")
        ask_folder(self, title, self.export_to, last=self._folder)

    @Slot()
    def _choose_file(self) -> None:
        if self._is_busy:
            return
        kinds = (self.tr("Tệp trả lời (*.mcr *.json)"), self.tr("Mọi tệp (*)"))
        ask_file(
            self,
            self.tr("Chọn tệp trả lời của tỉnh"),
            kinds,
            self.take_answers,
            last=self._folder,
        )

    def _on_exported(self, done: Exported) -> None:
        self._set_busy("")
        self.strip.say(
            self.tr(
                "✓ Đã ghi và đọc lại {0} bản ghi của {1} hồ sơ: {2}. Rút USB an toàn rồi nộp lên "
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
        words = self.tr("✓ Tỉnh đã nhận {0}, từ chối {1}, trùng {2}.").format(
            done.accepted, done.rejected, done.repeated
        )
        if done.unknown:
            words += " " + self.tr("▲ {0} bản ghi không phải của máy này.").format(
                len(done.unknown)
            )
        if done.mismatched:
            words += " " + self.tr(
                "▲ {0} bản ghi có nội dung khác bản đã gửi: vẫn chờ, "
                "hãy báo đơn vị quản lý hệ thống."
            ).format(len(done.mismatched))
        if done.contradictions:
            words += " " + self.tr("▲ {0} mâu thuẫn, xem bên dưới.").format(
                len(done.contradictions)
            )
        is_troubled = done.rejected or done.unknown or done.mismatched or done.contradictions
        self.strip.say(words, "warning" if is_troubled else "done")
        self._is_to_mend = bool(done.rejected)
        self.changed.emit(done.changed)
        self._load()

    def _on_rejected_opened(self, event: RejectedEvent) -> None:
        self.mend_wanted.emit(event.dossier_id, event.field, in_language(event.message))

    def _on_period(self, first: date, last: date) -> None:
        self._work.reading.run(
            self,
            lambda: self._actions.held_report(first, last),
            self.held_card.show_report,
            self._on_report_refused,
        )

    def _on_save_wanted(self, report: HeldReport) -> None:
        def save(file: Path) -> None:
            self._work.outside.run(
                self,
                lambda: self._actions.save_report(report, file),
                lambda _: self._notices.notify(self.tr("Đã lưu vào {0}.").format(file)),
                self._on_report_refused,
            )

        kinds = (self.tr("Bảng tính (*.xlsx)"), self.tr("Tệp CSV (*.csv)"))
        name = f"giay-to-da-co-du-lieu-{report.first:%Y-%m-%d}-{report.last:%Y-%m-%d}.xlsx"
        ask_new_file(self, self.tr("Lưu danh sách"), kinds, save, name=name)

    def _on_report_refused(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self.strip.say("■ " + self._actions.say(error), "problem")
        else:
            self._notices.take(error)

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
        self._waiting.set_busy(is_busy=bool(words))
        if words:
            self.strip.say(words, "info")
