"""Closures as a part of the calendar: what is typed is reviewed, and done when that is agreed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.answers.closures import ClosureDeclared, ClosureReview
from app.domain.deadline.calendar_year import Closure
from app.domain.errors import DeskError
from ui.operation import Operation, Report
from ui.screen import Notices
from ui.screens.reference_data.closures.actions import ClosureActions
from ui.screens.reference_data.closures.declare_card import DeclareCard
from ui.screens.reference_data.closures.listed_card import ListedCard
from ui.screens.reference_data.closures.review_card import ReviewCard
from ui.widgets.file_dialog import ask_new_file
from ui.widgets.running_strip import RunningStrip
from ui.widgets.saving_first import save_first
from ui.widgets.text.labels import label, number_text
from ui.widgets.text.notice_strip import NoticeStrip
from ui.work import Work


class ClosuresPart(QFrame):
    """Declares, reviews, undoes; lists what was declared, with its papers.

    Signals:
        dossier_wanted: a dossier of a review is to be opened, by its id.
    """

    dossier_wanted = Signal(int)

    def __init__(
        self,
        actions: ClosureActions,
        work: Work,
        notices: Notices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions, self._work, self._notices = actions, work, notices
        self._stopped_words = ""
        self._asks_to_close = False
        self.declare = DeclareCard(actions.say, actions.now)
        self.review = ReviewCard(actions.say)
        self.listed = ListedCard()
        self.strip = NoticeStrip()
        self.running = RunningStrip()
        self.declare.review_wanted.connect(self.look_at)
        self.declare.changed.connect(self._on_typed)
        self.review.confirmed.connect(self.carry_out)
        self.review.dropped.connect(self._on_dropped)
        self.review.opened.connect(self.dossier_wanted)
        self.listed.undoing_wanted.connect(self.look_at_undoing)
        self.listed.calls_wanted.connect(self.choose_calls)
        self.listed.slips_wanted.connect(self.print_slips)
        self.running.stopped.connect(self._on_stopped)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Đóng cửa đột xuất"), "section"))
        for part in (self.declare, self.strip, self.running, self.review, self.listed):
            column.addWidget(part)

    def may_close(self) -> bool:
        """Whether nothing is typed that was not declared; asked a second time, it may go."""
        if self._asks_to_close or not self.declare.is_typed:
            return True
        self._asks_to_close = True
        self.strip.say(
            self.tr("▲ Lần đóng cửa đang ghi chưa khai báo: đóng lần nữa để bỏ."), "warning"
        )
        return False

    def load(self) -> None:
        """List what was declared."""
        self._work.reading.run(
            self, self._actions.listed, self.listed.show_entries, self._notices.take
        )

    @Slot(object)
    def look_at(self, closure: Closure) -> None:
        """Review what declaring this closure would move."""
        self._look(lambda report: self._actions.preview(closure, report))

    @Slot(int)
    def look_at_undoing(self, number: int) -> None:
        """Review what undoing the declaration `number` would move."""
        self._look(lambda report: self._actions.preview_undoing(number, report))

    @Slot(object, str)
    def carry_out(self, review: ClosureReview, reason: str) -> None:
        """Do what was reviewed, all of it or nothing, once the office is saved."""
        self._begin(self.tr("Đang sao lưu rồi tính lại hẹn trả…"))
        actions, number = self._actions, review.undoes

        def done(report: Report) -> ClosureDeclared:
            if number is None:
                return actions.declare(review.closure, review.digest, report)
            return actions.undo(number, reason, review.digest, report)

        def saved() -> None:
            self._follow(
                self._work.writing.run_long(
                    self, done, self._on_done, self._on_failed, changes=lambda one: one.changed
                )
            )

        words = self.tr("Chưa sao lưu được vào {0}: {1}. Vẫn làm tiếp.")
        save_first(self, self._work, self._notices, actions.save_first, saved, words)

    @Slot(int)
    def choose_calls(self, number: int) -> None:
        """Ask where the call list of a declaration is to be kept."""
        kinds = (self.tr("Bảng tính Excel (*.xlsx)"), self.tr("Tệp CSV (*.csv)"))
        ask_new_file(
            self, self.tr("Lưu danh sách gọi điện"), kinds,
            lambda file: self.save_calls(number, file), name=f"goi-dien-dong-cua-{number}.xlsx",
        )  # fmt: skip

    def save_calls(self, number: int, file: Path) -> None:
        """Write the call list of a declaration to `file`."""
        words = self.tr("✓ Đã ghi {0} hồ sơ vào {1}.")
        self._work.outside.run(
            self,
            lambda: self._actions.save_calls(number, file),
            lambda count: self.strip.say(words.format(number_text(count), file), "done"),
            self._on_failed,
        )

    @Slot(int)
    def print_slips(self, number: int) -> None:
        """Print the slips that the declaration `number` makes anew, one after the other."""
        self._begin(
            self.tr("Đang in phiếu hẹn cấp lại…"), self.tr("Đã dừng; phiếu đã in vẫn dùng được.")
        )
        words = self.tr("✓ Đã gửi {0} phiếu hẹn cấp lại tới máy in.")

        def printed(count: int) -> None:
            self._end()
            self.strip.say(words.format(number_text(count)), "done")

        self._follow(
            self._work.outside.run_long(
                self,
                lambda report: self._actions.print_slips(number, report),
                printed,
                self._on_failed,
            )
        )

    def _look(self, ask: Callable[[Report], ClosureReview]) -> None:
        self.review.hide()
        self._begin(self.tr("Đang xem hồ sơ nào đổi hẹn…"))
        self._follow(self._work.outside.run_long(self, ask, self._on_review, self._on_failed))

    def _follow(self, operation: Operation) -> None:
        self.running.follow(operation)

    def _on_typed(self) -> None:
        self._asks_to_close = False

    def _begin(self, words: str, stopped: str = "") -> None:
        """Say what is being done, and keep what is to be said if it is stopped."""
        self._stopped_words = stopped or self.tr("Đã dừng; chưa đổi gì.")
        self.strip.say(words, "info")
        self._enable(is_free=False)

    def _end(self) -> None:
        self.strip.say("")
        self._enable(is_free=True)

    def _enable(self, *, is_free: bool) -> None:
        for part in (self.declare, self.review, self.listed):
            part.setEnabled(is_free)

    def _on_review(self, review: ClosureReview) -> None:
        self._end()
        self.review.show_review(review)

    def _on_done(self, done: ClosureDeclared) -> None:
        self._end()
        self.review.hide()
        self.declare.clear()
        words = self.tr(
            "✓ Đã ghi số {0}: {1} hồ sơ đổi hẹn trả. Gọi báo người dân và in phiếu hẹn cấp lại."
        )
        if not done.moved:
            words = self.tr("✓ Đã ghi số {0}; không hẹn nào đổi.")
        self.strip.say(words.format(done.number, number_text(done.moved)), "done")
        self.load()

    def _on_dropped(self) -> None:
        self.review.hide()
        self.strip.say("")
        self.declare.first.input.setFocus()

    def _on_stopped(self) -> None:
        self._enable(is_free=True)
        self.strip.say(self._stopped_words, "info")

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, DeskError):
            self.strip.say("■ " + self._actions.say(error), "problem")
        else:
            self._notices.take(error)
