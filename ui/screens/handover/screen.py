"""Stacks of dossiers go to agencies, and are scanned back, by scanner alone."""

from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.answers.handover import HandoverMade, Reception
from app.domain.changes import Changed
from app.domain.errors import DeskError
from app.domain.scanning.scanned import PersonScan
from app.domain.workflow.handover import RecordNumber
from ui.keys import Key, nth_key, with_key
from ui.screen import Action, Notices, Screen
from ui.screens.handover.actions import HandoverActions
from ui.screens.handover.giving_card import GivingCard
from ui.screens.handover.lying_card import LyingCard
from ui.screens.handover.receiving_card import ReceivingCard
from ui.tokens import Tone
from ui.widgets.fields.choice import ChipRow
from ui.widgets.keys import bind_key, bind_submit
from ui.widgets.layout.screen_head import ScreenHead
from ui.work import Work


class HandoverScreen(Screen):
    """The screen.

    Args:
        actions: what it asks of the desk.
        work: the queues.
        notices: what is said in passing, and errors without a place of their own.
    """

    def __init__(
        self, actions: HandoverActions, work: Work, notices: Notices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions, self._work, self._notices = actions, work, notices
        self._last: RecordNumber | None = None
        self._build()

    @property
    def is_receiving(self) -> bool:
        """Whether a stack is scanned back."""
        return self.way.value() == "receive"

    @property
    def is_looking(self) -> bool:
        """Whether it is only looked at where dossiers lie."""
        return self.way.value() == "where"

    def on_shown(self) -> None:
        self._show_way()

    def on_changed(self, changed: Changed) -> None:
        if not changed & Changed.DOSSIERS or not self.isVisible():
            return
        if self.is_receiving:
            self.receiving.load()
        elif self.is_looking:
            self.lying.load()

    def go_back(self) -> bool:
        return self.is_receiving and self.receiving.fold()

    def take_dossier(self, dossier_id: int) -> bool:
        """A dossier's code was scanned: onto the stack, or back from it."""
        if self.is_looking:
            return False
        if self.is_receiving:
            return self.receiving.take(dossier_id)
        self.giving.take(dossier_id)
        return True

    def take_code(self, code: str, *, is_meant: bool) -> bool:  # noqa: ARG002 - see Screen
        """A code no dossier here has: the stack says so."""
        if self.is_looking:
            return False
        if self.is_receiving:
            return self.receiving.take(code)
        self.giving.take(code)
        return True

    def take_card(self, card: PersonScan) -> bool:  # noqa: ARG002 - see Screen
        """A card among the papers is none of the stack's."""
        if self.is_looking:
            return False
        line = self.receiving.line if self.is_receiving else self.giving.line
        line.refuse(self.tr("Vừa quét thẻ của một người, không phải mã hồ sơ."))
        return True

    def take_key(self, key: Key) -> bool:
        if key != Key.REPRINT:
            return False
        number = self._number
        if number is not None:
            self.print_record(number)
        return number is not None

    @property
    def _number(self) -> RecordNumber | None:
        """The record that would be printed: the one that is open, else the last made."""
        record = self.receiving.record if self.is_receiving else None
        return record.number if record is not None else self._last

    def print_record(self, number: RecordNumber) -> None:
        """Hand a record to the printer."""
        self._work.outside.run(
            self,
            lambda: self._actions.print_record(number),
            lambda printer: self._notices.notify(
                self.tr("Đã gửi biên bản {0} tới {1}.").format(number, printer), Tone.DONE
            ),
            lambda error: self._on_print_failed(number, error),
        )

    # Building

    def _build(self) -> None:
        self.way: ChipRow[str] = ChipRow(
            self.tr("Việc"),
            [
                ("give", with_key(self.tr("Giao đi"), nth_key(Key.CHOICE, 1))),
                ("receive", with_key(self.tr("Nhận lại"), nth_key(Key.CHOICE, 2))),
                ("where", with_key(self.tr("Đang ở đâu"), nth_key(Key.CHOICE, 3))),
            ],
        )
        self.way.chosen.connect(self._show_way)
        self.print_button = QPushButton(with_key(self.tr("In biên bản"), Key.REPRINT))
        self.print_button.clicked.connect(lambda: self.take_key(Key.REPRINT))
        self.giving = GivingCard(self._actions, self._work, self._notices)
        self.receiving = ReceivingCard(self._actions, self._work, self._notices)
        self.lying = LyingCard(self._actions, self._work, self._notices)
        self.giving.made.connect(self._on_made)
        for card in (self.giving, self.lying):
            card.dossier_wanted.connect(self.dossier_wanted)
        self.receiving.received.connect(self._on_received)
        self.receiving.opened.connect(self._offer_print)
        bind_submit(self, self._do)
        for nth, way in enumerate(("give", "receive", "where"), start=1):
            bind_key(self, nth_key(Key.CHOICE, nth), partial(self._choose, way))
        head = ScreenHead(self.tr("Bàn giao hồ sơ"), beside=self.way, buttons=(self.print_button,))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(10)
        column.addWidget(head)
        column.addWidget(self.giving, 1)
        column.addWidget(self.receiving, 1)
        column.addWidget(self.lying, 1)
        self.receiving.hide()
        self.lying.hide()

    def _show_way(self) -> None:
        cards: dict[str, GivingCard | ReceivingCard | LyingCard]
        cards = {"give": self.giving, "receive": self.receiving, "where": self.lying}
        card = cards[self.way.value()]
        for each in cards.values():
            each.setVisible(each is card)
        card.start()
        self._offer_print()

    def _offer_print(self) -> None:
        self.print_button.setEnabled(self._number is not None)

    def _choose(self, way: str) -> None:
        self.way.set_value(way)
        self._show_way()

    # Doing

    def _do(self) -> None:
        if self.is_receiving:
            self.receiving.receive()
        elif not self.is_looking:
            self.giving.hand_over()

    def _on_made(self, made: HandoverMade) -> None:
        self._last = made.number
        self._offer_print()
        self.changed.emit(made.changed)
        self.print_record(made.number)

    def _on_received(self, found: Reception) -> None:
        self._last = found.number
        self.changed.emit(found.changed)

    def _on_print_failed(self, number: RecordNumber, error: Exception) -> None:
        again = Action(self.tr("In biên bản"), lambda: self.print_record(number))
        if isinstance(error, DeskError):
            self._notices.notify(self._actions.say(error), Tone.DUE_SOON, again)
        else:
            self._notices.take(error, lambda: self.print_record(number))
