"""The day is closed here; and how it was."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.answers.day import DAY_SERIES, DaySheet
from app.domain.clock import time_and_day
from app.domain.forms.paper_number import paper_number
from ui.keys import Key, with_key
from ui.widgets.keys import bind_submit
from ui.widgets.layout.card import TitledCard
from ui.widgets.layout.waiting import Waiting
from ui.widgets.text.labels import label


def number_of(sheet: DaySheet) -> str:
    """The number of a sheet that was made."""
    return paper_number(DAY_SERIES, sheet.number, sheet.series)


class ClosingCard(TitledCard):
    """What closing does and the button for it, or the sheet that was made.

    Signals:
        wanted: the day is to be closed.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", spacing=8, parent=parent)
        self.words = label("", "", wraps=True)
        self.problem = label("", "problemText", wraps=True)
        self.chain = label("", "quiet", wraps=True)
        self.button = QPushButton("")
        self.button.setObjectName("primary")
        self._waiting = Waiting(self, self.button)
        self.button.clicked.connect(self.submit)
        bind_submit(self, self.submit, Qt.ShortcutContext.WindowShortcut)
        for widget in (self.words, self.problem):
            self.column.addWidget(widget)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.chain)

    def show_live(self, sheet: DaySheet) -> None:
        """Offer to close the day as it is now."""
        self._begin()
        if sheet.nth > 1:
            self.title.setText(self.tr("Có việc sau phiếu trước"))
            self.words.setText(
                self.tr(
                    "Kết thúc lần nữa để lập phiếu bổ sung có số riêng; không lập thì việc này vào "
                    "phiếu của ngày làm việc sau."
                )
            )
            self.button.setText(with_key(self.tr("Lập phiếu bổ sung"), Key.DO))
        else:
            self.title.setText(self.tr("Kết thúc ngày"))
            self.words.setText(
                self.tr(
                    "Đếm việc trong ngày, ghi số cuối của sổ cái và lập phiếu có số để ký. Phiếu "
                    "đã lập không sửa được."
                )
            )
            self.button.setText(with_key(self.tr("Kết thúc ngày"), Key.DO))
        self.button.show()
        self._show_chain(sheet)

    def show_sheet(self, sheet: DaySheet) -> None:
        """Show that a sheet was made."""
        self._begin()
        self.title.setText(self.tr("✓ Phiếu {0}").format(number_of(sheet)))
        words = self.tr("{0} lập lúc {1}.").format(sheet.officer, time_and_day(sheet.closed_at))
        if sheet.nth > 1:
            words += " " + self.tr("Bổ sung {0} của ngày.").format(sheet.nth - 1)
        self.words.setText(words)
        self.button.hide()
        self._show_chain(sheet)

    def show_nothing(self) -> None:
        """The day was not closed."""
        self._begin()
        self.title.setText(self.tr("Ngày này không có phiếu"))
        self.words.setText(self.tr("Việc của ngày đó được đếm trong phiếu của ngày làm việc sau."))
        self.button.hide()
        self.chain.setText("")

    def set_busy(self, *, is_busy: bool) -> None:
        """It is being closed: not twice."""
        self._waiting.set_busy(is_busy=is_busy)

    def say_problem(self, words: str) -> None:
        """Say why it was not closed."""
        self.problem.setText(f"■ {words}" if words else "")
        self.problem.setVisible(bool(words))

    def submit(self) -> None:
        """Close the day, if that is offered."""
        if self.button.isEnabled() and not self.button.isHidden():
            self.wanted.emit()

    def _begin(self) -> None:
        self.say_problem("")
        self.set_busy(is_busy=False)

    def _show_chain(self, sheet: DaySheet) -> None:
        head = sheet.head
        words = self.tr("Sổ cái quầy {0}: đến dòng {1}; mã kiểm in trên phiếu.")
        self.chain.setText(words.format(head.chain, head.seq))
