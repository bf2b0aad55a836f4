"""The books of certification: a month looked at, printed, gone on with in a volume, closed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.answers.certification import BookBlockState, BookPrint
from app.domain.certification.books import Book
from app.domain.certification.period import read_period
from app.domain.clock import time_and_day
from app.domain.errors import DeskError
from ui.keys import Key, with_key
from ui.screen import Notices
from ui.screens.signing.actions import BookActions
from ui.tokens import Tone
from ui.widgets.fields.choice import ChoiceField
from ui.widgets.fields.field_row import FieldRow
from ui.widgets.fields.line_field import LineField
from ui.widgets.file_dialog import ask_new_file
from ui.widgets.layout.flow import FlowRow
from ui.widgets.text.labels import label
from ui.widgets.text.notice_strip import NoticeStrip
from ui.words import word_for
from ui.work import Work


class BooksCard(QFrame):
    """Folded away until it is asked for.

    Args:
        actions: what it asks of the desk.
        work: the queues.
        notices: what is said in passing, and errors without a place of their own.

    Signals:
        closed: it was folded away.
    """

    closed = Signal()

    def __init__(
        self, actions: BookActions, work: Work, notices: Notices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._actions, self._work, self._notices = actions, work, notices
        self._printed: BookPrint | None = None
        self._asked = 0
        self._sure = ""
        self.book: ChoiceField[Book] = ChoiceField(
            self.tr("Sổ"), [(book, f"{word_for(book)} ({book.value})") for book in Book]
        )
        self.period = LineField(self.tr("Tháng (11/2026) hoặc cả năm (2026)"), actions.say)
        self.summary = label("", "strong", wraps=True)
        self.blocks = label("", "quiet", wraps=True)
        self.strip = NoticeStrip()
        self.print_button = self._button(with_key(self.tr("In sổ"), Key.REPRINT), self.print_book)
        self.save_button = self._button(self.tr("Lưu PDF…"), self._choose_file)
        self.volume_button = self._button("", lambda: self._twice("volume", self._open_volume))
        self.close_button = self._button("", lambda: self._twice("close", self._close_book))
        self._arrange()
        self.book.changed.connect(self._load)
        self.period.entered.connect(self._load)
        self.hide()

    def start(self) -> None:
        """Unfold with the present month, and take the focus."""
        now = self._actions.now()
        self.period.set_value(f"{now.month:02d}/{now.year}")
        self.show()
        self._load()
        self.book.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self) -> None:
        """Fold away."""
        self.hide()
        self.closed.emit()

    def print_book(self) -> None:
        """Print the part of the book that is shown."""
        printed = self._printed
        if printed is None:
            return
        self._work.outside.run(
            self,
            lambda: self._actions.print_book(printed),
            lambda printer: self._notices.notify(
                self.tr("Đã gửi sổ tới {0}.").format(printer), Tone.DONE
            ),
            self._on_refused,
        )

    def save_to(self, file: Path) -> None:
        """Write the part of the book that is shown as PDF."""
        printed = self._printed
        if printed is None:
            return
        self._work.outside.run(
            self,
            lambda: self._actions.save_book(printed, file),
            lambda _: self._notices.notify(self.tr("Đã lưu sổ vào {0}.").format(file)),
            self._on_refused,
        )

    # Building

    def _button(self, words: str, press: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(press)
        return button

    def _arrange(self) -> None:
        fields = FieldRow(((self.book, 3), (self.period, 2)))
        buttons = self._buttons = FlowRow()
        for button in (
            self.print_button, self.save_button, self.volume_button, self.close_button,
        ):  # fmt: skip
            buttons.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Sổ chứng thực"), "section"))
        column.addWidget(fields)
        for widget in (self.summary, self.blocks, self.strip, buttons):
            column.addWidget(widget)

    # Showing

    def _load(self) -> None:
        self.strip.say("")
        try:
            year, month = read_period(self.period.value(), field="period")
        except DeskError as refusal:
            self.period.show_problem(self._actions.say(refusal))
            return
        self._asked += 1
        asked, book, actions = self._asked, self.book.value(), self._actions

        def loaded(printed: BookPrint) -> None:
            if asked == self._asked:
                self._show(printed)

        self._work.reading.run(
            self, lambda: actions.book(book, year, month), loaded, self._on_refused
        )

    def _show(self, printed: BookPrint) -> None:
        self._printed = printed
        month = f"{printed.month:02d}/" if printed.month else ""
        copies = sum(row.copies for row in printed.rows if not row.is_not_done)
        self.summary.setText(
            self.tr("{0}: {1} số, {2} bản.").format(
                f"{month}{printed.year}", len(printed.rows), copies
            )
        )
        lines = [self._block_words(state) for state in printed.blocks]
        if printed.closing:
            lines.append(
                self.tr("✓ Đã khóa sổ {0}; số không dùng: {1}.").format(
                    time_and_day(printed.closing.at),
                    printed.closing.unused or self.tr("không có"),
                )
            )
        self.blocks.setText("\n".join(lines))
        self._sure = ""
        self._name_buttons(printed)

    def _name_buttons(self, printed: BookPrint) -> None:
        names = {
            "volume": (self.tr("Mở quyển mới"), self.tr("Bấm lần nữa: mở quyển mới của sổ này")),
            "close": (
                self.tr("Khóa sổ năm {0}").format(printed.year),
                self.tr("Bấm lần nữa: khóa hẳn, không vào số nữa"),
            ),
        }
        for name, button in (("volume", self.volume_button), ("close", self.close_button)):
            button.setText(names[name][self._sure == name])
            button.setVisible(printed.closing is None)
        self._buttons.arrange()

    def _block_words(self, state: BookBlockState) -> str:
        if state.is_endless:
            following = state.open[-1].first if state.open else 0
            return self.tr("Đã cấp {0} số; số tiếp theo {1}.").format(state.entries, following)
        block = state.block
        if state.is_elsewhere(self._actions.station):
            return self.tr("Khối {0}, quầy {1}: ở dữ liệu của quầy đó.").format(
                block.span, block.station
            )
        return self.tr("Khối {0}, quầy {1}: đã cấp {2} số, còn trống {3}.").format(
            block.span,
            block.station,
            state.entries,
            "; ".join(map(str, state.open)) or self.tr("không có"),
        )

    # Doing

    def _twice(self, name: str, do: Callable[[BookPrint], None]) -> None:
        """What cannot be undone is pressed twice; the button says so in between."""
        printed = self._printed
        if printed is None:
            return
        if self._sure == name:
            do(printed)
            return
        self._sure = name
        self._name_buttons(printed)

    def _open_volume(self, printed: BookPrint) -> None:
        def opened(volume: str) -> None:
            self._notices.notify(self.tr("Đã mở quyển {0}.").format(volume), Tone.DONE)
            self._load()

        self._work.writing.run(
            self, lambda: self._actions.open_volume(printed.book), opened, self._on_refused
        )

    def _close_book(self, printed: BookPrint) -> None:
        def closed(whole: BookPrint) -> None:
            self.period.set_value(str(whole.year))
            self._show(whole)

        self._work.writing.run(
            self,
            lambda: self._actions.close_book(printed.book, printed.year),
            closed,
            self._on_refused,
        )

    def _on_refused(self, error: Exception) -> None:
        self._sure = ""
        if self._printed is not None:
            self._name_buttons(self._printed)
        if isinstance(error, DeskError):
            self.strip.say(self._actions.say(error), "problem")
        else:
            self._notices.take(error)

    def _choose_file(self) -> None:
        printed = self._printed
        if printed is None:
            return
        when = f"{printed.year}-{printed.month:02d}" if printed.month else f"{printed.year}"
        name = printed.book.value.replace("/", "-").replace(",", "-")
        ask_new_file(
            self,
            self.tr("Lưu sổ chứng thực"),
            (self.tr("Tệp PDF (*.pdf)"),),
            self.save_to,
            name=f"so-{name}-{when}.pdf",
        )
