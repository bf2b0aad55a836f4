"""The one place for what the desk says in passing: done, refused, passing trouble, bugs.

A refusal (`DeskError`) is said in its sentence. A passing trouble (disk, network, printer) offers
to try again. Everything else is a bug: it gets a number, stays until closed, and can be copied.
"""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from app.domain.changes import Changed
from app.domain.clock import Clock
from app.domain.errors import Damaged, DeskError
from app.wording.causes import cause
from ui.screen import Action
from ui.shell.notices.incident import record
from ui.shell.notices.toast import Toast
from ui.theme import px
from ui.tokens import Tone

MOST_SHOWN = 2
MOST_KEPT = 100
_WIDTH = 400


class Notice(NamedTuple):
    """Something that was said, as the drawer keeps it."""

    at: datetime
    words: str
    tone: Tone
    action: Action | None = None


def is_passing(error: Exception) -> bool:
    """Whether trying again later may help: files, network, time-outs."""
    return isinstance(error, OSError | TimeoutError)


class NoticeBoard(QObject):
    """Shows toasts over `window` and keeps what they said.

    Args:
        window: what they lie over.
        clock: when something was said.
        say: the sentence of a refusal (`app.wording.refusals.say`).
        is_passing: whether an error is worth trying again.

    Signals:
        said: a `Notice` was added to `kept`.
    """

    said = Signal(object)

    def __init__(
        self,
        window: QWidget,
        clock: Clock,
        say: Callable[[DeskError], str],
        is_passing: Callable[[Exception], bool] = is_passing,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._clock = clock
        self._say = say
        self._is_passing = is_passing
        self.kept: list[Notice] = []
        self.toasts: list[Toast] = []
        self._until = Changed.NOTHING

    def notify(self, words: str, tone: Tone = Tone.DONE, action: Action | None = None) -> None:
        """Say something in passing: six seconds, then kept in the drawer."""
        self._show(words, tone, (action,) if action else (), stays=False)

    def ask(self, words: str, actions: tuple[Action, ...]) -> None:
        """Ask something that must not hold anybody up: a minute, at most two buttons."""
        self._show(words, Tone.RUNNING, actions, asks=True)

    def offer_undo(
        self, words: str, undo: Callable[[], None], until: Changed = Changed.NOTHING
    ) -> None:
        """Say what was done; for ten seconds a button or Ctrl+H takes it back.

        A former offer goes: only the last action can be taken back. So does this one as soon as
        records of the kinds `until` are changed.
        """
        self._withdraw_undo()
        self._until = until
        action = Action(self.tr("Hoàn tác   Ctrl+H"), undo)
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
        elif self._is_passing(error):
            words = self.tr("Chưa làm được: {0}. Những gì đã nhập vẫn còn.").format(_why(error))
            self._show(words, Tone.DUE_SOON, again, stays=bool(again))
        else:
            self._take_bug(error, again)

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
        """Stack the toasts at the lower right."""
        right = self._window.width() - px(18)
        # Above the foot of a screen, whose keys must stay in sight.
        bottom = self._window.height() - px(66)
        width = min(px(_WIDTH), self._window.width() - px(36))
        for toast in reversed(self.toasts):
            height = max(toast.heightForWidth(width), px(44))
            toast.setGeometry(right - width, bottom - height, width, height)
            bottom -= height + px(8)

    def _take_bug(self, error: Exception, again: tuple[Action, ...]) -> None:
        incident = record(error, self._clock.now())
        words = self.tr(
            "Chương trình gặp lỗi số {0}. Hồ sơ đã lưu vẫn còn nguyên; hãy làm lại thao tác. Nếu "
            "lặp lại, chép báo lỗi gửi người hỗ trợ (không có dữ liệu của người dân)."
        ).format(incident.number)
        copy = Action(self.tr("Chép báo lỗi"), incident.copy)
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
        action = actions[0] if actions and not undoes else None
        notice = Notice(self._clock.now(), words, tone, action)
        self.kept.append(notice)
        del self.kept[:-MOST_KEPT]
        toast = Toast(
            words, tone, actions, stays=stays, asks=asks, undoes=undoes, parent=self._window
        )
        toast.gone.connect(self._on_gone)
        toast.reshaped.connect(self.arrange)
        self.toasts.append(toast)
        while len(self.toasts) > MOST_SHOWN:
            self._drop(self.toasts[0])
        self.arrange()
        toast.show()
        toast.raise_()
        self._announce(words, is_urgent=tone is Tone.OVERDUE)
        self.said.emit(notice)

    def _announce(self, words: str, *, is_urgent: bool) -> None:
        if not QAccessible.isActive():
            return
        event = QAccessibleAnnouncementEvent(self._window, words)
        if is_urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

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


def _why(error: Exception) -> str:
    """Why the system refused; for what is no refusal of the system, the kind of fault."""
    if isinstance(error, OSError):
        return cause(error)
    return type(error).__name__
