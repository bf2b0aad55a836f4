"""How the data stand: the last checks, room on the disk, a check now, and the support bundle."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.answers.watched import Checked, Watched
from app.domain.clock import time_and_day
from ui.checks import Checks
from ui.operation import Operation
from ui.widgets.layout.waiting import Waiting
from ui.widgets.running_strip import RunningStrip
from ui.widgets.text.labels import label, number_text
from ui.widgets.text.notice_strip import NoticeStrip

_GB = 1 << 30


class SafetyCard(QFrame):
    """One card.

    Args:
        checks: the deep check; one that is under way is followed here, whoever began it.

    Signals:
        support_wanted: the support bundle is to be written.
        checked: a check has ended.
    """

    support_wanted = Signal()
    checked = Signal()

    def __init__(self, checks: Checks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._checks = checks
        self.deep = label("", "", wraps=True)
        self.quick = label("", "quiet", wraps=True)
        self.room = label("", "quiet", wraps=True)
        self.strip = NoticeStrip()
        self.running = RunningStrip()
        self.check = QPushButton(self.tr("Kiểm tra ngay"))
        self.support = QPushButton(self.tr("Ghi gói hỗ trợ…"))
        self._waiting = Waiting(self, self.check)
        self.check.clicked.connect(checks.run)
        self.support.clicked.connect(self.support_wanted)
        self._build()
        checks.started.connect(self._on_started)
        checks.passed.connect(self._on_ended)
        checks.failed.connect(self._on_ended)
        self.running.stopped.connect(self._on_stopped)
        if checks.running is not None:
            self._on_started(checks.running)

    def show_state(self, watched: Watched) -> None:
        """Say how the data stand."""
        self.deep.setText(self._of_deep(watched.deep))
        self.quick.setText("" if watched.quick is None else self._of_quick(watched.quick))
        self.quick.setVisible(watched.quick is not None)
        room = f"{watched.room / _GB:.1f}".replace(".", ",")
        words = self.tr("Ổ đĩa chứa dữ liệu còn trống {0} GB.").format(room)
        self.room.setText(f"▲ {words}" if watched.is_room_low else words)
        worst = watched.worst
        self.strip.say(f"■ {worst.problem}" if worst is not None else "", "problem")

    def _of_deep(self, found: Checked | None) -> str:
        if found is None:
            return self.tr("Chưa kiểm tra toàn bộ lần nào; chương trình tự kiểm tra mỗi tuần.")
        if found.problem:
            words = self.tr("■ Kiểm tra toàn bộ lúc {0}: có chỗ hỏng.")
            return words.format(time_and_day(found.at))
        words = self.tr(
            "✓ Kiểm tra toàn bộ lúc {0}: nguyên vẹn {1} hồ sơ, {2} dòng sổ cái, {3} giấy tờ. "
            "Chương trình tự kiểm tra mỗi tuần."
        )
        counts = map(number_text, (found.dossiers, found.ledger_rows, found.papers))
        return words.format(time_and_day(found.at), *counts)

    def _of_quick(self, found: Checked) -> str:
        words = (
            self.tr("■ Kiểm tra nhanh lúc {0}, sau khi chương trình tắt đột ngột: có chỗ hỏng.")
            if found.problem
            else self.tr("Kiểm tra nhanh lúc {0}, sau khi chương trình tắt đột ngột: không hỏng.")
        )
        return words.format(time_and_day(found.at))

    def _build(self) -> None:
        what = self.tr(
            "Gói hỗ trợ là một tệp để gửi người hỗ trợ khi chương trình có lỗi: phiên bản, nhật ký "
            "đã che, số đếm. Không có hồ sơ, tên, số giấy tờ, điện thoại; mở ra đọc được trước khi "
            "gửi."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Kiểm tra và hỗ trợ"), "section"))
        for part in (self.deep, self.quick, self.room, self.strip, self.running):
            column.addWidget(part)
        column.addWidget(label(what, "quiet", wraps=True))
        row = QHBoxLayout()
        row.addWidget(self.check)
        row.addWidget(self.support)
        row.addStretch(1)
        column.addLayout(row)

    def _on_started(self, operation: Operation) -> None:
        self._waiting.set_busy(is_busy=True)
        self.running.follow(operation)

    def _on_ended(self) -> None:
        self._waiting.set_busy(is_busy=False)
        self.checked.emit()

    @Slot()
    def _on_stopped(self) -> None:
        self._waiting.set_busy(is_busy=False)
        self.strip.say(self.tr("Đã dừng kiểm tra; kết quả lần trước giữ nguyên."), "info")
