"""The pile that waits for signature and seal: tick what came back signed, and say so once."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.answers.certification import AwaitingSignature
from app.answers.dossier import DossierChanged
from app.domain.changes import Changed
from app.domain.errors import DeskError
from ui.keys import Key, with_key
from ui.models.board_cells import short_code
from ui.screen import Notices, Screen
from ui.screens.signing.actions import SigningActions
from ui.screens.signing.books_card import BooksCard
from ui.screens.signing.confirm import ConfirmStrip
from ui.screens.signing.pile_table import PileTable
from ui.taking_back import TakingBack
from ui.widgets.keys import bind_key
from ui.widgets.layout.screen_head import ScreenHead
from ui.widgets.text.empty import EmptyState
from ui.widgets.text.labels import label
from ui.widgets.text.notice_strip import NoticeStrip
from ui.work import Work


class SigningScreen(Screen):
    """The screen.

    Args:
        actions: what it asks of the desk.
        work: the queues.
        notices: what is said in passing, and errors without a place of their own.
    """

    def __init__(
        self, actions: SigningActions, work: Work, notices: Notices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions, self._work, self._notices = actions, work, notices
        self._taking_back = TakingBack(actions.take_back, work, notices, self)
        self._taking_back.changed.connect(self._on_taken_back)
        self._asked: tuple[int, ...] = ()
        self._is_busy = False
        self._build()

    def on_shown(self) -> None:
        self._load()
        self._focus()

    def on_changed(self, changed: Changed) -> None:
        if changed & Changed.DOSSIERS and self.isVisible() and not self._is_busy:
            self._load()

    def on_ticked(self, now: datetime) -> None:
        self.table.show_pile(self.table.pile, now)

    def go_back(self) -> bool:
        if not self.confirm.isHidden():
            self._dismiss()
        elif not self.books.isHidden():
            self.books.fold()
        else:
            return False
        return True

    def take_key(self, key: Key) -> bool:
        if key != Key.REPRINT or self.books.isHidden():
            return False
        self.books.print_book()
        return True

    def ask_signed(self) -> None:
        """Ask whether the ticked dossiers, else the one pointed at, are signed."""
        current = self.table.current()
        chosen = self.table.chosen() or ((current,) if current else ())
        if not chosen or self._is_busy:
            return
        self._asked = tuple(row.dossier_id for row in chosen)
        self.strip.say("")
        yes = self.tr("Đã ký {0} hồ sơ?").format(len(chosen))
        if len(chosen) == 1:
            yes = self.tr("Đã ký hồ sơ {0}?").format(short_code(chosen[0].code))
        self.confirm.ask(self._question(chosen), yes)

    def toggle_books(self) -> None:
        """Show the books, or fold them away."""
        if self.books.isHidden():
            self.books.start()
        else:
            self.books.fold()

    # Building

    def _build(self) -> None:
        self.count = label("", "quiet", wraps=True)
        self.all_button = QPushButton(with_key(self.tr("Chọn tất cả"), Key.SELECT_ALL))
        self.signed_button = QPushButton()
        self.signed_button.setObjectName("primary")
        self.confirm = ConfirmStrip()
        self.books = BooksCard(self._actions.books, self._work, self._notices)
        self.books_button = QPushButton(with_key(self.tr("Sổ chứng thực"), Key.BOOKS))
        self.books_button.clicked.connect(self.toggle_books)
        self.books.closed.connect(self._focus)
        bind_key(self, Key.BOOKS, self.toggle_books)
        self.strip = NoticeStrip()
        self.table = PileTable()
        self.empty = EmptyState()
        self.empty.explain(
            "stamp",
            self.tr("Không có hồ sơ nào chờ ký"),
            self.tr("Hồ sơ chứng thực hiện ở đây từ lúc tiếp nhận cho đến khi ký, đóng dấu xong."),
        )
        self.all_button.clicked.connect(self.table.toggle_all)
        self.signed_button.clicked.connect(self.ask_signed)
        self.table.ticked.connect(self._on_ticked_rows)
        self.table.opened.connect(self._on_opened)
        self.confirm.agreed.connect(self._do)
        self.confirm.dismissed.connect(self._dismiss)
        bind_key(self, Key.SIGNED, self.ask_signed)
        self._arrange()

    def _arrange(self) -> None:
        buttons = (self.books_button, self.all_button, self.signed_button)
        head = ScreenHead(self.tr("Chờ ký"), beside=self.count, buttons=buttons)
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.empty, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(10)
        column.addWidget(head)
        column.addWidget(self.strip)
        column.addWidget(self.confirm)
        column.addWidget(self.books)
        column.addWidget(card, 1)
        for button in (self.all_button, self.signed_button):
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # the one beside them never moves
            button.setSizePolicy(policy)
        self._show_pile(())
        self.empty.hide()  # nobody knows yet whether something waits

    # Showing

    def _load(self) -> None:
        self._work.reading.run(self, self._actions.pile, self._show_pile, self._notices.take)

    def _show_pile(self, pile: tuple[AwaitingSignature, ...]) -> None:
        self.table.show_pile(pile, self._actions.now())
        self.table.setVisible(bool(pile))
        self.empty.setVisible(not pile)
        self.all_button.setVisible(bool(pile))
        self.signed_button.setVisible(bool(pile))
        self.count.setText(self._summary(pile) if pile else "")
        if self.isVisible() and self.confirm.isHidden():
            self._focus()

    def _summary(self, pile: tuple[AwaitingSignature, ...]) -> str:
        return self.tr("{0} hồ sơ · {1} giấy tờ · {2} bản").format(
            len(pile), sum(row.documents for row in pile), sum(row.copies for row in pile)
        )

    def _question(self, chosen: tuple[AwaitingSignature, ...]) -> str:
        if len(chosen) == 1:
            words = self.tr("Hồ sơ {0} của {1} đã ký, đóng dấu xong, sẵn sàng trả?")
            return words.format(chosen[0].code, chosen[0].applicant)
        words = self.tr("{0} đã ký, đóng dấu xong, sẵn sàng trả? Ghi tất cả cùng một lúc.")
        return words.format(self._summary(chosen))

    def _focus(self) -> None:
        (self.table if self.table.pile else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_ticked_rows(self) -> None:
        count = len(self.table.chosen())
        words = self.tr("Đã ký {0} hồ sơ").format(count) if count else self.tr("Đã ký")
        self.signed_button.setText(with_key(words, Key.SIGNED))

    def _on_opened(self, nth: int) -> None:
        self.dossier_wanted.emit(self.table.pile[nth].dossier_id)

    # Doing

    def _do(self) -> None:
        ids, actions = self._asked, self._actions
        self._is_busy = True
        self.confirm.set_busy()
        self._work.writing.run(
            self, lambda: actions.mark_signed(ids), self._on_done, self._on_refused
        )

    def _on_done(self, done: tuple[DossierChanged, ...]) -> None:
        self._is_busy = False
        self.confirm.hide()
        self.changed.emit(Changed.DOSSIERS | Changed.OUTBOX)
        words = self.tr("Đã ký xong {0} hồ sơ, chuyển sang chờ người dân nhận ({1}).")
        self._taking_back.offer(words.format(len(done), Key.RETURN), done)
        self._load()

    def _on_taken_back(self, changed: Changed) -> None:
        self.changed.emit(changed)
        self._load()

    def _on_refused(self, error: Exception) -> None:
        self._is_busy = False
        self.confirm.hide()
        if isinstance(error, DeskError):
            self.strip.say(self._actions.say(error), "problem")
            self._load()
        else:
            self._notices.take(error, self._do)
        self._focus()

    def _dismiss(self) -> None:
        if not self._is_busy:
            self.confirm.hide()
            self._focus()
