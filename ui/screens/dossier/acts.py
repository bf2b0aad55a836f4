"""What can be done with a dossier as it stands, and the bar of buttons that does it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.answers import DossierMoney
from app.domain.payment import left_of
from app.domain.states import DossierEvent, DossierState, moves_from
from ui.widgets.flow import FlowRow


class Deed(StrEnum):
    """Acts of the screen."""

    RETURN = "RETURN"
    FINISH = "FINISH"
    COMPLETE = "COMPLETE"
    START = "START"
    ASK_PAPERS = "ASK_PAPERS"
    CORRECT = "CORRECT"
    PRINT = "PRINT"
    CANCEL = "CANCEL"
    COLLECT = "COLLECT"
    WAIVE = "WAIVE"
    REFUND = "REFUND"
    VOID = "VOID"


MONEY_DEEDS = (Deed.COLLECT, Deed.WAIVE, Deed.REFUND, Deed.VOID)
"""Offered beside the money, not with what moves the dossier on."""
DESK_DEEDS = tuple(deed for deed in Deed if deed not in MONEY_DEEDS)
_EVENTS = {
    Deed.RETURN: DossierEvent.RETURN,
    Deed.FINISH: DossierEvent.FINISH,
    Deed.COMPLETE: DossierEvent.COMPLETE,
    Deed.START: DossierEvent.START,
    Deed.ASK_PAPERS: DossierEvent.REQUEST_SUPPLEMENT,
    Deed.CORRECT: DossierEvent.CORRECT,
    Deed.CANCEL: DossierEvent.STOP,
    Deed.COLLECT: DossierEvent.COLLECT,
    Deed.WAIVE: DossierEvent.WAIVE,
    Deed.REFUND: DossierEvent.REFUND,
    Deed.VOID: DossierEvent.VOID,
}
_LEADS = (Deed.RETURN, Deed.COMPLETE, Deed.FINISH)


@dataclass(frozen=True, slots=True)
class DeedWords:
    """An act's words and its key."""

    words: str
    key: str


def words_of(deed: Deed) -> DeedWords:
    """The words of `deed`, in the language in force."""
    translate = QCoreApplication.translate
    words = {
        Deed.RETURN: DeedWords(translate("Deed", "Trả kết quả"), "F4"),
        Deed.FINISH: DeedWords(translate("Deed", "Xử lý xong"), "Alt+X"),
        Deed.COMPLETE: DeedWords(translate("Deed", "Đã bổ sung đủ"), "Alt+B"),
        Deed.START: DeedWords(translate("Deed", "Bắt đầu xử lý"), "Alt+L"),
        Deed.ASK_PAPERS: DeedWords(translate("Deed", "Yêu cầu bổ sung"), "Alt+B"),
        Deed.CORRECT: DeedWords(translate("Deed", "Sửa thông tin"), "Alt+S"),
        Deed.PRINT: DeedWords(translate("Deed", "In lại"), "F8"),
        Deed.CANCEL: DeedWords(translate("Deed", "Dừng hoặc rút hồ sơ"), "Alt+H"),
        Deed.COLLECT: DeedWords(translate("Deed", "Thu tiền"), "Alt+T"),
        Deed.WAIVE: DeedWords(translate("Deed", "Miễn, giảm"), "Alt+M"),
        Deed.REFUND: DeedWords(translate("Deed", "Hoàn tiền"), "Alt+O"),
        Deed.VOID: DeedWords(translate("Deed", "Hủy phiếu"), "Alt+U"),
    }
    return words[deed]


def deeds_of(state: DossierState) -> tuple[Deed, ...]:
    """What can be done in `state`, the most likely first."""
    possible = moves_from(state)
    return tuple(deed for deed in DESK_DEEDS if deed is Deed.PRINT or _EVENTS[deed] in possible)


def money_deeds_of(state: DossierState, money: DossierMoney) -> tuple[Deed, ...]:
    """What can be done with a dossier's money now."""
    can_give_back = any(left_of(slip.slip, money.payments) for slip in money.payments)
    makes_sense = {
        Deed.COLLECT: money.account.outstanding > 0,
        Deed.WAIVE: any(line.exemption is None for line in money.lines),
        Deed.REFUND: can_give_back,
        Deed.VOID: can_give_back,
    }
    possible = moves_from(state)
    return tuple(deed for deed in MONEY_DEEDS if makes_sense[deed] and _EVENTS[deed] in possible)


class ActBar(FlowRow):
    """The buttons of `deeds`; the first that moves the dossier on is the primary one.

    Signals:
        wanted: a `Deed`.
    """

    wanted = Signal(object)

    def __init__(self, deeds: Sequence[Deed] = DESK_DEEDS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[Deed, QPushButton] = {}
        for deed in deeds:
            words = words_of(deed)
            button = _DeedButton(deed, f"{words.words}   {words.key}")
            button.setAccessibleName(f"{words.words} ({words.key})")
            button.clicked.connect(self._on_clicked)
            self.buttons[deed] = button
            self.add(button)
        keys = {words_of(deed).key for deed in deeds}
        for key in sorted(key for key in keys if key.startswith("Alt+")):
            _DeedKey(self, key)

    def show_deeds(self, deeds: Sequence[Deed]) -> None:
        """Offer these."""
        lead = next((deed for deed in deeds if deed in _LEADS), None)
        for deed, button in self.buttons.items():
            button.setVisible(deed in deeds)
            name = "primary" if deed is lead else "danger" if deed is Deed.CANCEL else ""
            if button.objectName() != name:
                button.setObjectName(name)
                button.style().unpolish(button)
                button.style().polish(button)
        self.arrange()

    def press(self, key: str) -> bool:
        """Do what `key` stands for now; False if nothing does."""
        for deed, button in self.buttons.items():
            if words_of(deed).key == key and not button.isHidden() and button.isEnabled():
                self.wanted.emit(deed)
                return True
        return False

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _DeedButton):
            self.wanted.emit(button.deed)


class _DeedButton(QPushButton):
    def __init__(self, deed: Deed, words: str) -> None:
        super().__init__(words)
        self.deed = deed
        self.setAutoDefault(False)


class _DeedKey(QShortcut):
    """A key of the bar, from anywhere in the screen."""

    def __init__(self, bar: ActBar, key: str) -> None:
        super().__init__(QKeySequence(key), bar)
        self._bar = bar
        self._key = key
        self.setContext(Qt.ShortcutContext.WindowShortcut)
        self.activated.connect(self._on_activated)

    def _on_activated(self) -> None:
        self._bar.press(self._key)
