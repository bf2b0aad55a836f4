"""How the intake screen is arranged: head, drafts, three columns, problems, the keys to save."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.domain.answers import Twin
from app.domain.clock import in_vietnam
from app.domain.procedure import Channel
from ui.screens.intake.applicant_panel import ApplicantPanel
from ui.screens.intake.ask_strip import AskStrip
from ui.screens.intake.drafts_strip import DraftsStrip
from ui.screens.intake.form_state import FormState
from ui.screens.intake.plain_label import plain_label
from ui.screens.intake.problem_strip import ProblemStrip
from ui.screens.intake.procedure_panel import ProcedurePanel
from ui.screens.intake.promise_panel import PromisePanel
from ui.screens.intake.receipt_picture import LargeReceipt
from ui.screens.intake.twin_card import TwinCard
from ui.widgets.fields_choice import ChipRow

NARROW_CHARACTERS = 150
"""Below this width in average letters the promise goes above the form and its details fold."""


class IntakeFrame:
    """Everything of the screen that is not one of its columns.

    Args:
        screen: the widget to arrange in.
        applicant: column 1.
        procedure: column 2.
        promise: column 3.
    """

    def __init__(
        self,
        screen: QWidget,
        applicant: ApplicantPanel,
        procedure: ProcedurePanel,
        promise: PromisePanel,
    ) -> None:
        self._screen = screen
        self._columns = (applicant, procedure, promise)
        self._is_narrow = False
        self._before_large: QWidget | None = None
        channels = [
            (Channel.DIRECT, screen.tr("Tại quầy")),
            (Channel.ONLINE, screen.tr("Nộp hộ trực tuyến")),
            (Channel.POSTAL, screen.tr("Bưu chính")),
        ]
        self.channel: ChipRow[Channel] = ChipRow(screen.tr("Cách nộp"), channels)
        self.kept = plain_label("", "small", wraps=False)
        self.drafts = DraftsStrip()
        self.problems = ProblemStrip()
        self.asked = AskStrip()
        self.save_only = QPushButton(screen.tr("Lưu, chưa in   Ctrl+F9"))
        self.save_only.setObjectName("plain")
        self.save_and_print = QPushButton(screen.tr("Lưu và in phiếu   F9"))
        self.save_and_print.setObjectName("primary")
        for button in (self.save_only, self.save_and_print):
            button.setAutoDefault(False)
        self._lay_out()
        self.large = LargeReceipt(screen.tr("Phiếu sẽ in, xem lớn"), screen)
        self.large.folded.connect(self.toggle_large)
        self.twin = TwinCard(screen)
        self.twin.closed.connect(self.close_twin)

    def arrange(self) -> None:
        """Three columns, or two with the promise above where the window is narrow."""
        letter = self._screen.fontMetrics().averageCharWidth()
        is_narrow = self._screen.width() < NARROW_CHARACTERS * letter
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._place()
        for card in (self.large, self.twin):
            if card.isVisible():
                self._place_over(card)

    def show_twin(self, state: FormState, twin: Twin) -> None:
        """Compare the form with an open dossier, over the form."""
        if self.twin.isHidden():
            self._before_large = QApplication.focusWidget()
        self.twin.show_both(state, twin)
        self.twin.show()
        self._place_over(self.twin)
        self.twin.raise_()
        self.twin.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_twin(self) -> bool:
        """Back to the form; False if nothing lay over it."""
        if self.twin.isHidden():
            return False
        self._focus_before()
        self.twin.hide()
        return True

    def toggle_large(self) -> None:
        """Show the receipt large over the form, or fold it away."""
        if self.large.isHidden():
            self._before_large = QApplication.focusWidget()
            self.large.show()
            self._place_over(self.large)
            self.large.raise_()
            self.large.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._focus_before()
        self.large.hide()

    def _focus_before(self) -> None:
        """Where one was; called first: hiding what has the focus hands it to the rail."""
        before = self._before_large
        if before is None or not isValid(before) or not before.isVisible():
            before = self._columns[1].search.field.input
        before.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_kept(self, at: datetime) -> None:
        """Say when the draft was stored."""
        words = self._screen.tr("Nháp đã lưu {0}")
        self.kept.setText(words.format(f"{in_vietnam(at):%H:%M:%S}"))

    def show_not_kept(self) -> None:
        """Say that the draft could not be stored."""
        self.kept.setText(self._screen.tr("▲ Chưa lưu được nháp – vẫn gõ tiếp được"))

    def show_new(self) -> None:
        """The form is new: nothing is stored yet."""
        self.kept.setText("")

    def show_saving(self, *, is_saving: bool) -> None:
        """While a dossier is being registered the buttons rest."""
        self.save_only.setEnabled(not is_saving)
        self.save_and_print.setEnabled(not is_saving)
        if is_saving:
            QTimer.singleShot(0, self.save_and_print, self.save_and_print.update)

    def _lay_out(self) -> None:
        screen = self._screen
        head = QHBoxLayout()
        head.setSpacing(20)
        head.addWidget(plain_label(screen.tr("Hồ sơ mới"), "title", wraps=False))
        head.addWidget(self.channel)
        head.addStretch(1)
        head.addWidget(self.kept)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        column = QVBoxLayout(screen)
        column.setContentsMargins(18, 10, 18, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.drafts)
        column.addLayout(self._grid, 1)
        column.addWidget(self.problems)
        column.addWidget(self.asked)
        column.addWidget(self._foot())
        self._place()

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(18, 8, 18, 8)
        row.setSpacing(10)
        keys = self._screen.tr("Esc: cất nháp, làm người khác    Enter: ô tiếp    F1: phím tắt")
        row.addWidget(plain_label(keys, "small"), 1)
        row.addWidget(self.save_only)
        row.addWidget(self.save_and_print)
        return foot

    def _place(self) -> None:
        applicant, procedure, promise = self._columns
        for widget in self._columns:
            self._grid.removeWidget(widget)
        promise.set_narrow(is_narrow=self._is_narrow)
        if self._is_narrow:
            self._grid.addWidget(promise, 0, 0, 1, 2)
            self._grid.addWidget(applicant, 1, 0)
            self._grid.addWidget(procedure, 1, 1)
            stretches, rows = (44, 56, 0), (0, 1)
        else:
            for nth, panel in enumerate(self._columns):
                self._grid.addWidget(panel, 0, nth)
            stretches, rows = (39, 50, 32), (1, 0)
        for nth, stretch in enumerate(stretches):
            self._grid.setColumnStretch(nth, stretch)
        for nth, stretch in enumerate(rows):
            self._grid.setRowStretch(nth, stretch)

    def _place_over(self, card: QWidget) -> None:
        applicant, procedure, _ = self._columns
        card.setGeometry(applicant.geometry().united(procedure.geometry()))
