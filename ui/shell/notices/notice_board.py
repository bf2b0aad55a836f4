"""The one place for what the desk says in passing: done, refused, passing trouble, bugs.

A refusal (`DeskError`) is said in its sentence. A passing trouble (disk, network, printer) offers
to try again. Everything else is a bug: it gets a number, stays until closed, and can be copied.
"""

from collections import deque
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLayout, QLineEdit, QPushButton, QWidget

from app.domain.changes import Changed
from app.domain.clock import Clock
from app.domain.errors import Damaged, DeskError
from app.incidents import record
from app.wording.causes import cause
from ui.keys import Key, with_key
from ui.screen import Action
from ui.shell.notices.toast import Toast
from ui.theme import px
from ui.tokens import Tone

MOST_SHOWN = 2
MOST_KEPT = 100
_WIDTH = 400
_RAIL = 92
"""Pixels at 100 % at the left that stay free."""
_WATCH_MS = 200
_MAIN = {"primary", "dangerPrimary"}
"""Buttons that do what a screen or a card is there for."""


class Notice(NamedTuple):
    """Something that was said, as the drawer keeps it."""

    at: datetime
    words: str
    tone: Tone
    action: Action | None = None


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def is_passing(error: Exception) -> bool:
    """Whether trying again later may help: files, network, time-outs."""
    return isinstance(error, OSError | TimeoutError)


class NoticeBoard(QObject):
    """Shows toasts over `window` and keeps what they said.

    Args:
        window: what they lie over.
        clock: when something was said.
        say: the sentence of a refusal (`app.wording.refusals.say`).

    Signals:
        said: a `Notice` was added to `kept`.
    """

    said = Signal(object)

    def __init__(
        self,
        window: QWidget,
        clock: Clock,
        say: Callable[[DeskError], str],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._clock = clock
        self._say = say
        self.kept: list[Notice] = []
        self.toasts: list[Toast] = []
        self._until = Changed.NOTHING
        self._place: QLayout | None = None
        # Screens change and move under what is said.
        self._watch = QTimer(self)
        self._watch.setInterval(_WATCH_MS)
        self._watch.timeout.connect(self.arrange)
        self._waiting: deque[tuple[str, tuple[Action, ...]]] = deque()

    def ask_in(self, place: QLayout) -> None:
        """Questions stand in `place`, beside the screen, from now on: they cover no field."""
        self._place = place

    def notify(self, words: str, tone: Tone = Tone.DONE, action: Action | None = None) -> None:
        """Say something in passing: six seconds, then kept in the drawer."""
        self._show(words, tone, (action,) if action else (), stays=False)

    def keep(self, words: str, tone: Tone) -> None:
        """Keep in the drawer what is said elsewhere in the window."""
        self._keep(Notice(self._clock.now(), words, tone))

    def ask(self, words: str, actions: tuple[Action, ...]) -> None:
        """Ask something that must not hold anybody up: a minute, at most two buttons with keys.

        One question stands at a time; others wait until it is answered or goes.
        """
        if any(toast.asks for toast in self.toasts):
            self._waiting.append((words, actions))
            return
        keys = (Key.ANSWER_FIRST, Key.ANSWER_SECOND)
        keyed = [
            Action(with_key(action.words, key), action.do)
            for action, key in zip(actions, keys, strict=False)
        ]
        self._show(words, Tone.RUNNING, tuple(keyed), asks=True)

    def answer(self, nth: int) -> None:
        """Press the button at `nth` of the question that stands; where none does, say so."""
        for toast in self.toasts:
            if toast.asks and nth < len(toast.buttons):
                toast.buttons[nth].click()
                return
        self.notify(self.tr("Không có câu hỏi nào đang chờ trả lời."), Tone.RUNNING)

    def offer_undo(
        self, words: str, undo: Callable[[], None], until: Changed = Changed.NOTHING
    ) -> None:
        """Say what was done; for ten seconds a button or Ctrl+H takes it back.

        A former offer goes: only the last action can be taken back. So does this one as soon as
        records of the kinds `until` are changed.
        """
        self._withdraw_undo()
        self._until = until
        action = Action(with_key(self.tr("Hoàn tác"), Key.TAKE_BACK), undo)
        self._show(words, Tone.DONE, (action,), undoes=True)

    def undo_last(self) -> None:
        """Take the last action back, as its notice offers; where none does, say so."""
        for toast in reversed(self.toasts):
            if toast.undoes:
                toast.buttons[0].click()
                return
        self.notify(self.tr("Không có việc nào vừa làm còn hoàn tác được."), Tone.RUNNING)

    def on_changed(self, changed: Changed) -> None:
        """Records were changed: an offer that would now be a lie goes."""
        if changed & self._until:
            self._withdraw_undo()

    def take(self, error: Exception, retry: Callable[[], None] | None = None) -> None:
        """Show an error: a refusal, a passing trouble with `retry`, or a bug with its number."""
        again = (Action(self.tr("Thử lại"), retry),) if retry is not None else ()
        if isinstance(error, Damaged):
            self._show(self._say(error), Tone.OVERDUE, (), stays=True)
        elif isinstance(error, DeskError):
            self._show(self._say(error), Tone.DUE_SOON, (), stays=False)
        elif is_passing(error):
            words = self.tr("Chưa làm được: {0}. Những gì đã nhập vẫn còn.").format(_why(error))
            self._show(words, Tone.DUE_SOON, again, stays=bool(again))
        else:
            self._take_bug(error, again)

    def words_of(self, error: DeskError) -> str:
        """The sentence of a refusal."""
        return self._say(error)

    def close_focused(self) -> bool:
        """Close the toast that has the focus; False if none has."""
        focused: QWidget | None = self._window.focusWidget()
        held = next((one for one in self.toasts if focused in one.findChildren(QWidget)), None)
        if held is not None:
            held.gone.emit()
        return held is not None

    def close_last(self) -> bool:
        """Close the newest toast that is no question; False if none is shown."""
        passing = [toast for toast in self.toasts if not toast.asks]
        if not passing:
            return False
        passing[-1].gone.emit()
        return True

    def arrange(self) -> None:
        """Stack the toasts at the lower right, further left where a main button would be hidden."""
        stacked = [one for one in self.toasts if not self._stands_beside(one)]
        if not stacked:
            self._watch.stop()
            return
        self._watch.start()
        width = min(px(_WIDTH), self._window.width() - px(36))
        heights = [max(toast.heightForWidth(width), px(44)) for toast in stacked]
        # Above the foot of a screen, whose keys must stay in sight.
        bottom = self._window.height() - px(66)
        high = sum(heights) + px(8) * (len(heights) - 1)
        lefts = range(self._window.width() - px(18) - width, px(_RAIL), -(width + px(18)))
        spots = [QRect(left, bottom - high, width, high) for left in lefts]
        spot = next((one for one in spots if not self._covers(one)), spots[0])
        bottom = spot.bottom() + 1
        for toast, height in zip(reversed(stacked), reversed(heights), strict=True):
            toast.setGeometry(spot.left(), bottom - height, width, height)
            bottom -= height + px(8)

    def _covers(self, spot: QRect) -> bool:
        """Whether a main button in sight, or what has the keyboard, lies under `spot`."""
        buttons = self._window.findChildren(QPushButton)
        held: list[QWidget] = [
            one for one in buttons if one.objectName() in _MAIN and one.isVisible()
        ]
        focused = self._window.focusWidget()
        if isinstance(focused, QLineEdit | QPushButton):
            held.append(focused)
        return any(
            spot.intersects(QRect(one.mapTo(self._window, QPoint()), one.size()))
            for one in held
            if not any(toast.isAncestorOf(one) for toast in self.toasts)
        )

    def _take_bug(self, error: Exception, again: tuple[Action, ...]) -> None:
        incident = record(error, self._clock.now())
        words = self.tr(
            "Chương trình gặp lỗi số {0}. Hồ sơ đã lưu vẫn còn nguyên; hãy làm lại thao tác. Nếu "
            "lặp lại, chép báo lỗi gửi người hỗ trợ (không có dữ liệu của người dân)."
        ).format(incident.number)
        copy = Action(self.tr("Chép báo lỗi"), partial(_copy, incident.report))
        self._show(words, Tone.OVERDUE, (copy, *again), stays=True)

    def _show(
        self,
        words: str,
        tone: Tone,
        actions: tuple[Action, ...],
        *,
        stays: bool = False,
        asks: bool = False,
        undoes: bool = False,
    ) -> None:
        action = actions[0] if actions and not (undoes or asks) else None
        notice = Notice(self._clock.now(), words, tone, action)
        self._keep(notice)
        if not (undoes or asks):
            self._drop_alike(words, tone)
        toast = Toast(
            words, tone, actions, stays=stays, asks=asks, undoes=undoes, parent=self._window
        )
        toast.gone.connect(self._on_gone)
        toast.reshaped.connect(self.arrange)
        self.toasts.append(toast)
        if self._place is not None and asks:
            self._place.addWidget(toast)
        while len(self.toasts) > MOST_SHOWN:
            passing = (one for one in self.toasts[:-1] if not (one.undoes or one.asks))
            self._drop(next(passing, self.toasts[0]))
        self.arrange()
        toast.show()
        toast.raise_()

    def _keep(self, notice: Notice) -> None:
        self.kept.append(notice)
        del self.kept[:-MOST_KEPT]
        self.said.emit(notice)

    def _drop_alike(self, words: str, tone: Tone) -> None:
        """What is said again stands once: with what can be done about it now."""
        for toast in [one for one in self.toasts if (one.words, one.tone) == (words, tone)]:
            if not (toast.undoes or toast.asks):
                self._drop(toast)

    def _withdraw_undo(self) -> None:
        for toast in [one for one in self.toasts if one.undoes]:
            self._drop(toast)
        self.arrange()

    def _on_gone(self) -> None:
        toast = next((one for one in self.toasts if one is self.sender()), None)
        if toast is not None:
            self._drop(toast)
            self.arrange()

    def _drop(self, toast: Toast) -> None:
        if toast in self.toasts:
            self.toasts.remove(toast)
        toast.hide()
        toast.deleteLater()
        if toast.asks and self._waiting:
            self.ask(*self._waiting.popleft())

    def _stands_beside(self, toast: Toast) -> bool:
        return toast.asks and self._place is not None


def _why(error: Exception) -> str:
    """Why the system refused; for what is no refusal of the system, the kind of fault."""
    if isinstance(error, OSError):
        return cause(error)
    return type(error).__name__
