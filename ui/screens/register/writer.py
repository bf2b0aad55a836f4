"""The register on its way to a file or a printer, and the card that starts and stops it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.answers.register import RegisterSums
from app.domain.errors import DeskError
from app.domain.register.period import Period
from ui.keys import Key, with_key
from ui.screen import Notices
from ui.screens.register.actions import RegisterActions
from ui.tokens import Tone
from ui.widgets.file_dialog import ask_new_file
from ui.widgets.layout.flow import FlowRow
from ui.widgets.layout.waiting import Waiting
from ui.widgets.running_strip import RunningStrip
from ui.widgets.text.labels import label, number_text
from ui.widgets.text.notice_strip import NoticeStrip
from ui.work import Work


class WriterCard(QFrame):
    """Form 07 of the time that is looked at.

    Args:
        actions: what it asks of the desk.
        work: the queues.
        notices: what is said in passing, and errors without a place of their own.
        period: the time that is looked at.
    """

    def __init__(
        self,
        actions: RegisterActions,
        work: Work,
        notices: Notices,
        period: Callable[[], Period],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._actions, self._work, self._notices, self._period = actions, work, notices, period
        self.print_button = QPushButton(with_key(self.tr("In sổ"), Key.REPRINT))
        self.pdf_button = QPushButton(with_key(self.tr("Lưu PDF…"), Key.SAVE_FILE))
        self.sheet_button = QPushButton(self.tr("Lưu Excel…"))
        self._waiting = Waiting(self, self.print_button, self.pdf_button, self.sheet_button)
        self.strip = NoticeStrip()
        self.running = RunningStrip()
        self.print_button.clicked.connect(self.print_register)
        self.pdf_button.clicked.connect(self.choose_paper)
        self.sheet_button.clicked.connect(self.choose_sheet)
        self.running.stopped.connect(self._on_stopped)
        buttons = FlowRow()
        for button in (self.print_button, self.pdf_button, self.sheet_button):
            buttons.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Mẫu 07 – Sổ theo dõi hồ sơ"), "section", wraps=True))
        words = self.tr("Mỗi hồ sơ một số, từ 01 mỗi năm, không bỏ số nào.")
        column.addWidget(label(words, "quiet", wraps=True))
        for widget in (buttons, self.running, self.strip):
            column.addWidget(widget)

    def print_register(self) -> None:
        """Print the register of the time that is looked at."""
        if self._begin():
            period = self._period()
            self.running.follow(
                self._work.outside.run_long(
                    self,
                    lambda report: self._actions.print_register(period, report),
                    self._on_printed,
                    self._on_failed,
                )
            )

    def choose_paper(self) -> None:
        """Ask where the register is to be kept as PDF."""
        self._choose(self.tr("Tệp PDF (*.pdf)"), "pdf")

    def choose_sheet(self) -> None:
        """Ask where the register is to be kept as a sheet."""
        self._choose(self.tr("Bảng tính Excel (*.xlsx)"), "xlsx")

    def save_to(self, file: Path) -> None:
        """Write the register of the time that is looked at to `file`, as its suffix says."""
        if self._begin():
            period = self._period()

            def saved(sums: RegisterSums) -> None:
                self._end()
                words = self.tr("✓ Đã ghi {0} số vào {1}.")
                self.strip.say(words.format(number_text(sums.numbers), file), "done")

            self.running.follow(
                self._work.outside.run_long(
                    self,
                    lambda report: self._actions.save(period, file, report),
                    saved,
                    self._on_failed,
                )
            )

    def _choose(self, kind: str, suffix: str) -> None:
        name = f"so-theo-doi-{self._period().stem}.{suffix}"
        ask_new_file(self, self.tr("Lưu sổ theo dõi hồ sơ"), (kind,), self.save_to, name=name)

    def _begin(self) -> bool:
        """Whether nothing is being written; then something is."""
        if not self.print_button.isEnabled():
            return False
        self.strip.say(self.tr("Đang ghi sổ…"), "info")
        self._enable(is_free=False)
        return True

    def _end(self) -> None:
        self.strip.say("")
        self._enable(is_free=True)

    def _enable(self, *, is_free: bool) -> None:
        self._waiting.set_busy(is_busy=not is_free)

    def _on_printed(self, printer: str) -> None:
        self._end()
        self._notices.notify(self.tr("Đã gửi sổ tới {0}.").format(printer), Tone.DONE)

    def _on_stopped(self) -> None:
        self._enable(is_free=True)
        self.strip.say(self.tr("Đã dừng; chưa ghi gì."), "info")

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, DeskError):
            self.strip.say(self._actions.say(error), "problem")
        else:
            self._notices.take(error)
