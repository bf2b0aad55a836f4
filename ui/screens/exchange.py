"""Đồng bộ: what waits for the province, writing it to a stick, taking the answers back."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.answers import Acknowledged, Exported, OutboxSummary, RejectedEvent, ScoreProblem
from app.domain.changes import Changed
from app.domain.clock import in_vietnam
from app.domain.errors import DeskError
from ui.screen import Notices, Screen
from ui.widgets.fields_scroll import FormScroll
from ui.widgets.fields_strip import NoticeStrip
from ui.widgets.fields_table import PlainTable
from ui.widgets.labels import label, number_text
from ui.work import Work


@dataclass(frozen=True, slots=True)
class ExchangeActions:
    """Synchronous verbs; export and acknowledgement may take long and run outside.

    Attributes:
        summary: what waits.
        rejected: events the province refused, newest first.
        score_problems: waiting dossiers that would lower the commune's score.
        export: writes the waiting events into one file in a folder.
        acknowledge: takes an answer file.
        problem_words: a kind of score problem in plain words.
        say: words for refusals.
        last_folder: where the last package went, empty at first.
    """

    summary: Callable[[], OutboxSummary]
    rejected: Callable[[], tuple[RejectedEvent, ...]]
    score_problems: Callable[[], tuple[ScoreProblem, ...]]
    export: Callable[[Path], Exported]
    acknowledge: Callable[[Path], Acknowledged]
    problem_words: Callable[[str], str]
    say: Callable[[DeskError], str]
    last_folder: Callable[[], str]


@dataclass(frozen=True, slots=True)
class _Loaded:
    summary: OutboxSummary
    rejected: tuple[RejectedEvent, ...]
    problems: tuple[ScoreProblem, ...]
    folder: str


class ExchangeScreen(Screen):
    """Numbers on top, the two acts, then what the clerk should correct before sending."""

    def __init__(
        self,
        actions: ExchangeActions,
        work: Work,
        notices: Notices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions, self._work, self._notices = actions, work, notices
        self._problems: tuple[ScoreProblem, ...] = ()
        self._is_busy = False
        self._is_stale = True
        self._build()

    def on_shown(self) -> None:
        """Ask anew and stand on the first act."""
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
        self._work.outside.run(
            self, lambda: self._actions.export(folder), self._on_exported, self._on_refused
        )

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
        for button in (self.export_button, self.answer_button):
            button.setAutoDefault(False)
        self.export_button.clicked.connect(self._choose_folder)
        self.answer_button.clicked.connect(self._choose_file)
        for key, act in (("Alt+X", self._choose_folder), ("Alt+N", self._choose_file)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self.strip = NoticeStrip()
        self._numbers = [_Number() for _ in range(4)]
        self.problems = PlainTable(
            self.tr("Nên sửa trước khi gửi"),
            (self.tr("Mã hồ sơ"), self.tr("Người nộp"), self.tr("Sẽ bị trừ điểm vì")),
            stretched=2,
            chooses=True,
        )
        self.problems.opened.connect(self._on_opened)
        self.rejected = PlainTable(
            self.tr("Tỉnh từ chối"),
            (self.tr("Mã hồ sơ"), self.tr("Lúc"), self.tr("Lý do như tỉnh ghi")),
            stretched=2,
        )
        self._problems_none = label(
            self.tr(
                "Không có hồ sơ nào đang chờ gửi mà sẽ làm giảm điểm. Khi có, từng hồ sơ hiện ở "
                "đây với lý do; Enter mở hồ sơ để sửa."
            ),
            "quiet",
            wraps=True,
        )
        self._rejected_none = label(
            self.tr("Chưa có hồ sơ nào bị tỉnh từ chối. Tệp trả lời nhận vào sẽ hiện ở đây."),
            "quiet",
            wraps=True,
        )
        self._arrange()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Đồng bộ"), "title"))
        head.addStretch(1)
        head.addWidget(self.answer_button)
        head.addWidget(self.export_button)
        tiles = QGridLayout()
        tiles.setSpacing(12)
        for nth, tile in enumerate(self._numbers):
            tiles.addWidget(tile, 0, nth)
            tiles.setColumnStretch(nth, 1)
        scroll = FormScroll((18, 14, 18, 18), 12)
        scroll.setObjectName("groundScroll")
        scroll.inside.setObjectName("groundInside")
        body = scroll.column
        body.addLayout(head)
        body.addWidget(self.strip)
        body.addLayout(tiles)
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
        body.addWidget(_card(self.tr("Nên sửa trước khi gửi"), self.problems, self._problems_none))
        body.addWidget(_card(self.tr("Tỉnh từ chối"), self.rejected, self._rejected_none))
        body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _load(self) -> None:
        self._is_stale = False
        actions = self._actions
        self._work.records.run(
            self,
            lambda: _Loaded(
                actions.summary(), actions.rejected(), actions.score_problems(),
                actions.last_folder(),
            ),
            self._on_loaded,
            self._notices.take,
        )  # fmt: skip

    def _on_loaded(self, loaded: _Loaded) -> None:
        summary = loaded.summary
        self._folder = loaded.folder
        oldest = (
            self.tr("cũ nhất từ {0}").format(f"{in_vietnam(summary.oldest_at):%d/%m %H:%M}")
            if summary.oldest_at
            else self.tr("tất cả đã được tỉnh nhận")
        )
        shown = (
            (summary.pending_dossiers, self.tr("Hồ sơ chờ tỉnh nhận"), oldest),
            (
                summary.pending_events,
                self.tr("Bản tin đang chờ"),
                self.tr("mỗi thay đổi một bản tin"),
            ),
            (
                summary.never_exported,
                self.tr("Chưa xuất lần nào"),
                self.tr("chưa có trong gói nào"),
            ),
            (summary.rejected, self.tr("Tỉnh từ chối"), self.tr("cần sửa rồi gửi lại")),
        )
        for tile, (number, words, below) in zip(self._numbers, shown, strict=True):
            tile.show_number(number, words, below)
        self._show_problems(loaded.problems)
        self.rejected.show_rows(
            [
                (event.dossier_code, f"{in_vietnam(event.at):%d/%m %H:%M}", event.message)
                for event in loaded.rejected
            ]
        )
        self.rejected.setVisible(bool(loaded.rejected))
        self._rejected_none.setVisible(not loaded.rejected)
        was_here = self.export_button.hasFocus() or self.answer_button.hasFocus()
        self.export_button.setEnabled(summary.pending_events > 0 and not self._is_busy)
        if was_here:
            self._stand()

    def _stand(self) -> None:
        """Stand on the first act that can be done."""
        first = self.export_button if self.export_button.isEnabled() else self.answer_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_problems(self, problems: tuple[ScoreProblem, ...]) -> None:
        self._problems = problems
        words = self._actions.problem_words
        self.problems.show_rows(
            [
                (one.dossier_code, one.applicant, "; ".join(words(kind) for kind in one.problems))
                for one in problems
            ]
        )
        self.problems.setVisible(bool(problems))
        self._problems_none.setVisible(not problems)

    @Slot()
    def _choose_folder(self) -> None:
        if self._is_busy or not self.export_button.isEnabled():
            return
        dialog = QFileDialog(self, self.tr("Chọn thư mục trên USB"), getattr(self, "_folder", ""))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda chosen: self.export_to(Path(chosen)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot()
    def _choose_file(self) -> None:
        if self._is_busy:
            return
        dialog = QFileDialog(self, self.tr("Chọn tệp trả lời của tỉnh"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tệp trả lời (*.mcr *.json)"), self.tr("Mọi tệp (*)")])
        dialog.fileSelected.connect(lambda chosen: self.take_answers(Path(chosen)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_exported(self, done: Exported) -> None:
        self._set_busy("")
        self.strip.say(
            self.tr(
                "✓ Đã ghi và đọc lại {0} bản tin của {1} hồ sơ: {2}. Rút USB an toàn rồi nộp lên "
                "tỉnh; hồ sơ vẫn chờ đến khi có tệp trả lời."
            ).format(number_text(done.events), number_text(done.dossiers), done.path),
            "done",
        )
        self.changed.emit(Changed.OUTBOX)
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

    @Slot(int)
    def _on_opened(self, row: int) -> None:
        self.dossier_wanted.emit(self._problems[row].dossier_id)

    def _set_busy(self, words: str) -> None:
        self._is_busy = bool(words)
        self.export_button.setEnabled(not words)
        self.answer_button.setEnabled(not words)
        if words:
            self.strip.say(words, "info")


class _Number(QFrame):
    """A number with its words and a quiet line."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._number = label("–", "counter")
        self._words = label("", "strong", wraps=True)
        self._below = label("", "small", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(2)
        for widget in (self._number, self._words, self._below):
            column.addWidget(widget)

    def show_number(self, number: int, words: str, below: str) -> None:
        self._number.setText(number_text(number))
        self._words.setText(words)
        self._below.setText(below)
        self.setAccessibleName(f"{words}: {number}. {below}")


def _card(title: str, table: QWidget, none: QWidget) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(14, 12, 14, 12)
    column.setSpacing(8)
    column.addWidget(label(title, "section"))
    column.addWidget(none)
    column.addWidget(table)
    return card
