"""How the intake screen is arranged: head, drafts, three columns, problems, the keys to save."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.answers.people import Twin
from app.domain.catalogue.procedure import Channel
from app.domain.clock import in_vietnam
from ui.keys import Key, with_key
from ui.screens.intake.applicant.twin_card import TwinCard
from ui.screens.intake.citizen.check import QUESTION
from ui.screens.intake.draft.chips import DraftChips
from ui.screens.intake.fields.problem_strip import ProblemStrip
from ui.screens.intake.parts.strip import Strip
from ui.screens.intake.promise.panel import PromisePanel
from ui.screens.intake.promise.receipt_picture import LargeReceipt
from ui.screens.intake.state.form import FormState
from ui.screens.intake.turning_away.card import TurningAwayCard
from ui.theme import px
from ui.tips import set_tip
from ui.widgets.fields.choice import ChipRow
from ui.widgets.text.elided import ElidedLabel
from ui.widgets.text.plain import button, plain_label

NARROW_CHARACTERS = 150
"""Below this width in average letters the promise goes above the form and its details fold."""

LEAST_FORM = 175
"""Pixels at 100 % in which a field of the form shows whole, with its label and its offers."""
_SMALL = 9
"""Points of the words that say when the draft was kept."""


class IntakeFrame:
    """Everything of the screen that is not one of its columns.

    Args:
        screen: the widget to arrange in.
        applicant: column 1.
        procedure: column 2.
        promise: column 3.
        home: where the keyboard goes when what it was in is gone.
    """

    def __init__(
        self,
        screen: QWidget,
        applicant: QWidget,
        procedure: QWidget,
        promise: PromisePanel,
        home: QWidget,
    ) -> None:
        self._screen, self._home = screen, home
        self._applicant, self._procedure, self._promise = applicant, procedure, promise
        self._is_narrow = False
        self._before_card: QWidget | None = None
        channels = [
            (Channel.DIRECT, screen.tr("Tại quầy")),
            (Channel.ONLINE, screen.tr("Nộp hộ trực tuyến")),
            (Channel.POSTAL, screen.tr("Bưu chính")),
            (Channel.KIOSK, screen.tr("Ki-ốt")),
        ]
        self.channel: ChipRow[Channel] = ChipRow(screen.tr("Cách nộp"), channels)
        self.kept = ElidedLabel(_SMALL, is_right=True)
        # It takes the room that is left: the ways of filing never wrap to make room for it.
        self.kept.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.drafts = DraftChips()
        self.problems = ProblemStrip()
        self.asked = Strip(QUESTION)
        self.lacking = Strip(QUESTION)
        self.park = button("", "plain")
        self.park.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has Esc
        self.park.setEnabled(False)
        set_tip(self.park, screen.tr("Cất bản nháp này, tiếp người khác"))
        self.turn_away = button("", "plain")
        self.turn_away.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has its key
        set_tip(
            self.turn_away,
            screen.tr("Thiếu giấy hoặc không nhận được: in phiếu hướng dẫn, hoặc phiếu từ chối"),
        )
        self.save_only = button(with_key(screen.tr("Lưu, chưa in"), Key.SAVE_ONLY), "plain")
        self.save_and_print = button(with_key(screen.tr("Lưu và in phiếu"), Key.SAVE), "primary")
        self._keys = plain_label("", "small", wraps=False)
        self._said = ""
        # Said where there is room; in more than one line it would push the buttons out of sight.
        self._keys.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lay_out()
        self.large = LargeReceipt(screen.tr("Phiếu sẽ in, xem lớn"), screen)
        self.large.folded.connect(self.toggle_large)
        self.twin = TwinCard(screen)
        self.twin.closed.connect(self.close_twin)
        self.turning_away = TurningAwayCard(screen)
        self.turning_away.closed.connect(self.close_turning_away)

    def arrange(self) -> None:
        """Three columns, or two with the promise above where the window is narrow."""
        letter = self._screen.fontMetrics().averageCharWidth()
        is_narrow = self._screen.width() < NARROW_CHARACTERS * letter
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._place()
        self._say_keys()
        for form in (self._applicant, self._procedure):
            if form.minimumHeight() != px(LEAST_FORM):
                form.setMinimumHeight(px(LEAST_FORM))
        for card in (self.large, self.twin, self.turning_away):
            if card.isVisible():
                self._place_over(card)

    def _say_keys(self) -> None:
        """Name two keys between the buttons, where they fit in one line."""
        keys = self._screen.tr("{0}: ô tiếp    {1}: phím tắt").format(Key.ENTER, Key.HELP)
        fits = self._keys.fontMetrics().horizontalAdvance(keys) <= self._keys.width()
        said = keys if fits else ""
        if self._said != said:
            self._said = said
            self._keys.setText(said)

    def least_height(self, least: int) -> int:
        """Pixels the screen needs: `least` as its layout counts, and every line of the promise."""
        promise = self._promise
        if not self._is_narrow or promise.isHidden():
            return least
        whole = promise.heightForWidth(promise.width())
        return least + max(0, whole - promise.minimumSizeHint().height())

    def show_twin(self, state: FormState, twin: Twin) -> None:
        """Compare the form with an open dossier, over the form."""
        if self.twin.isHidden():
            self._before_card = QApplication.focusWidget()
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

    def show_turning_away(self) -> None:
        """Ask what becomes of papers that are not taken in, over the form."""
        if self.turning_away.isHidden():
            self._before_card = QApplication.focusWidget()
        self.turning_away.show()
        self._place_over(self.turning_away)
        self.turning_away.raise_()

    def close_turning_away(self) -> bool:
        """Back to the form; False if that was not asked."""
        if self.turning_away.isHidden():
            return False
        self._focus_before()
        self.turning_away.hide()
        return True

    def asks_what_becomes(self) -> bool:
        """Whether that is asked now: it is to be answered or left before anything is saved."""
        is_asked = self.turning_away.isVisible()
        if is_asked:
            self.turning_away.say_first()
        return is_asked

    def toggle_large(self) -> None:
        """Show the receipt large over the form, or fold it away."""
        if self.large.isHidden():
            self._before_card = QApplication.focusWidget()
            self.large.show()
            self._place_over(self.large)
            self.large.raise_()
            self.large.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self.close_large()

    def close_large(self) -> bool:
        """Fold the large receipt away; False if it was not shown."""
        if self.large.isHidden():
            return False
        self._focus_before()
        self.large.hide()
        return True

    def _focus_before(self) -> None:
        """Where one was; called first: hiding what has the focus hands it to the rail."""
        before = self._before_card
        if before is None or not isValid(before) or not before.isVisible():
            before = self._home
        before.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_kept(self, at: datetime) -> None:
        """Say when the draft was stored."""
        words = self._screen.tr("Nháp đã lưu {0}")
        self.kept.show_text(words.format(f"{in_vietnam(at):%H:%M:%S}"))

    def show_not_kept(self) -> None:
        """Say that the draft could not be stored."""
        self.kept.show_text(self._screen.tr("▲ Chưa lưu được nháp – vẫn gõ tiếp được"))

    def show_new(self) -> None:
        """The form is new: nothing is stored yet."""
        self.kept.show_text("")

    def show_saving(self, is_saving: bool) -> None:  # noqa: FBT001 - a signal's bool
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
        head.addWidget(self.kept, 1)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        column = QVBoxLayout(screen)
        column.setContentsMargins(18, 10, 18, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.drafts)
        column.addLayout(self._grid, 1)
        column.addWidget(self.problems)
        column.addWidget(self.lacking)
        column.addWidget(self.asked)
        column.addWidget(self._foot())
        self._place()

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(18, 8, 18, 8)
        row.setSpacing(10)
        row.addWidget(self.park)
        row.addWidget(self.turn_away)
        row.addWidget(self._keys, 1)
        row.addWidget(self.save_only)
        row.addWidget(self.save_and_print)
        return foot

    def _place(self) -> None:
        columns = (self._applicant, self._procedure, self._promise)
        for widget in columns:
            self._grid.removeWidget(widget)
        self._promise.set_narrow(is_narrow=self._is_narrow)
        self._name_buttons()
        if self._is_narrow:
            self._grid.addWidget(self._promise, 0, 0, 1, 2)
            self._grid.addWidget(self._applicant, 1, 0)
            self._grid.addWidget(self._procedure, 1, 1)
            stretches, rows = (44, 56, 0), (0, 1)
        else:
            for nth, column in enumerate(columns):
                self._grid.addWidget(column, 0, nth)
            stretches, rows = (39, 50, 32), (1, 0)
        for nth, stretch in enumerate(stretches):
            self._grid.setColumnStretch(nth, stretch)
        for nth, stretch in enumerate(rows):
            self._grid.setRowStretch(nth, stretch)

    def _name_buttons(self) -> None:
        """Those at the left say their key where there is room for it."""
        named = (
            (self.park, self._screen.tr("Cất nháp"), Key.ESCAPE),
            (self.turn_away, self._screen.tr("Chưa nhận…"), Key.TURN_AWAY),
        )
        for made, words, key in named:
            made.setText(words if self._is_narrow else with_key(words, key))

    def _place_over(self, card: QWidget) -> None:
        card.setGeometry(self._applicant.geometry().united(self._procedure.geometry()))
