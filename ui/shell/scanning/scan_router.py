"""Finds scans among the keys of whatever has the focus, and takes them out again.

The first letters of a burst land like any typing; once they are too fast for a hand the rest is
held back, and when the burst ends the field stands as before. Enter sent by a scanner therefore
never presses a button nor leaves a field. A burst that is no code of ours is typing after all,
as if nobody had listened, and is only spoken of if no hand types so fast. Keys of a slow scanner
land too; they are taken out once they read as a scan by what they say alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum, auto
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from app.devices.wedge import SLOW, Burst, BurstRules, Stroke, Verdict
from app.domain.scanning.likeness import Likeness
from ui.shell.scanning.typed_before import TypedBefore, takes_text
from ui.widgets.scanner.key_strokes import MEANING_THE_NEXT, stroke_of
from ui.widgets.scanner.scan_probe import ScanProbe
from ui.widgets.search.scan_pad import ScanPad

_BAR = "|"
"""Between the fields of a code; no hand types it amid other letters."""
_HAND_MS = 25.0
"""A mean gap from which a burst may be a quick hand's: a scan only if it reads as one."""
_REST_MS = 3_000
"""How long what comes as fast as no hand types is the rest of a scan that was cut."""
_LEAST_REST = 4
_LEAST_PRESSED = 6
"""Letters from which keys that come like a slow scanner's press nothing."""


class Spoil(Enum):
    """What spoiled a scan on its way."""

    INPUT_METHOD = auto()
    LETTERS = auto()
    """Letters in another alphabet than UTF-8."""
    KEYS = auto()
    """Letters typed by Alt and the number pad, or other keys among them."""


class ScanRouter(QObject):
    """Listens where the focus is in its window, unless a `ScanProbe` has it.

    Args:
        likeness: how certainly a text is a scan this program takes; asked on the GUI thread.
        parent: whose life bounds it, and in whose window it listens.

    Signals:
        scanned: what a scanner sent, without its prefix and Enter, and one of ours.
        refused: what a scanner sent that is none of ours; where text is typed it stands there.
        spoiled: a scan was spoiled, by what (`Spoil`); what is left of it is kept nowhere.
    """

    scanned = Signal(str)
    refused = Signal(str)
    spoiled = Signal(object)

    # The class has it too: the focus still moves while its window is being deleted.
    _is_listening = False

    def __init__(self, likeness: Callable[[str], Likeness], parent: QObject) -> None:
        super().__init__(parent)
        self._likeness = likeness
        self._burst, self._slow = Burst(), Burst(SLOW)
        self._before: TypedBefore | None = None
        self._slow_before: TypedBefore | None = None
        self._slow_verdict = Verdict.TYPING
        self._watched: QWidget | None = None
        self._is_replaying = False
        self._rules = self._burst.rules
        self._cut = self._timer(self._on_rest_over)
        self._cut.setInterval(_REST_MS)
        self._quiet = self._timer(self._on_quiet)
        self._slow_quiet = self._timer(self._on_slow_quiet)
        self._slow_quiet.setInterval(SLOW.quiet_ms)
        self._is_listening = True
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - a router lives in a window
        app.focusChanged.connect(self._on_focus)
        self._on_focus(None, QApplication.focusWidget())
        self.set_rules(self._burst.rules)

    def set_rules(self, rules: BurstRules) -> None:
        """Tell scans by these rules from now on."""
        self._rules = rules
        self._burst, self._slow = Burst(rules), Burst(replace(SLOW, prefix=rules.prefix))
        self._quiet.setInterval(rules.quiet_ms)

    def await_rest(self) -> None:
        """The scan just taken was cut: what comes behind it is kept nowhere and not spoken of."""
        self._burst = Burst(replace(self._rules, least=min(_LEAST_REST, self._rules.least)))
        self._cut.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if not self._is_listening or self._is_replaying or not isinstance(watched, QWidget):
            return False
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(watched, event)
        if kind is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._keep_from_shortcuts(event)
        if kind is QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._hear(watched, Stroke.COMPOSED, event.commitString(), _now())
        return False

    def _timer(self, ended: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(ended)
        return timer

    def _take_key(self, watched: QWidget, event: QKeyEvent) -> bool:
        """Whether the key is held back from `watched`."""
        if event.key() in MEANING_THE_NEXT:
            self._burst.hold(_at(event))
            self._slow.hold(_at(event))
            return False
        stroke, text = stroke_of(event)
        at = _at(event)
        if self._quiet.isActive() and (stroke is Stroke.OTHER or self._burst.is_broken_by(at)):
            self._rest(is_over=stroke is Stroke.OTHER)
        verdict = self._hear(watched, stroke, text, at)
        if stroke is Stroke.END and self._take_slow():
            return True
        if verdict is Verdict.TYPING:
            return self._must_not_press(watched, stroke)
        if verdict in {Verdict.SCAN, Verdict.SPOILED} and self._end(verdict):
            self._play_again(watched, event)
        return True

    def _keep_from_shortcuts(self, event: QKeyEvent) -> bool:
        """Alt with the number pad amid a burst is a letter's number, and calls nothing."""
        is_amid = self._quiet.isActive() or self._slow_quiet.isActive()
        if is_amid and stroke_of(event)[0] is Stroke.ODD:
            event.accept()
            return True
        return False

    def _hear(self, watched: QWidget, stroke: Stroke, text: str, at: float) -> Verdict:
        before = TypedBefore.of(watched)
        verdict, slow = self._burst.take(stroke, text, at), self._slow.take(stroke, text, at)
        if self._burst.is_first:
            self._before = before
        if self._slow.is_first:
            self._slow_before = before
        for timer, heard in ((self._quiet, verdict), (self._slow_quiet, slow)):
            if heard is Verdict.LIKELY:
                timer.start()
            else:
                timer.stop()
        self._slow_verdict = slow
        return verdict

    def _must_not_press(self, watched: QWidget, stroke: Stroke) -> bool:
        """Whether a letter close behind others must not press a button nor lead a list."""
        if stroke is not Stroke.CHARACTER or takes_text(watched):
            return False
        slow = self._slow.text
        return not self._burst.is_first or (len(slow) >= _LEAST_PRESSED and len(set(slow)) > 2)

    def _on_rest_over(self) -> None:
        if self._quiet.isActive():
            self._cut.start()  # it is still coming
        else:
            self._burst = Burst(self._rules)

    def _on_quiet(self) -> None:
        self._rest(is_over=True)

    def _on_slow_quiet(self) -> None:
        self._slow_verdict = self._slow.rest()
        self._take_slow()

    def _rest(self, *, is_over: bool) -> None:
        """The burst ended without Enter; `is_over` unless a slow scanner may go on."""
        self._quiet.stop()
        verdict = self._burst.rest()
        if verdict is not Verdict.TYPING and not (is_over and self._take_slow()):
            self._end(verdict, is_over=is_over)

    def _take_slow(self) -> bool:
        """Take what came so far for a scan if it reads as one, however slowly it came."""
        verdict, slow = self._slow_verdict, self._slow
        if verdict in {Verdict.TYPING, Verdict.TAIL}:
            return verdict is Verdict.TAIL
        kind = self._likeness(slow.text)
        is_whole = not (slow.is_odd or slow.is_rewritten)
        if kind is Likeness.CERTAIN and is_whole:
            text = slow.text
            self._withdraw(self._slow_before)
            self.scanned.emit(text)
            return True
        if _is_long(slow.text) and (slow.is_odd or kind is Likeness.GARBLED):
            self._spoil(Spoil.KEYS if slow.is_odd else Spoil.LETTERS, self._slow_before)
            return True
        if verdict is not Verdict.LIKELY and _BAR in slow.text and is_whole:
            self._refuse(slow.text, self._slow_before)
            return True
        if verdict is not Verdict.LIKELY:
            self._slow = Burst(slow.rules)  # a hand: nothing of it is waited for
        return False

    def _end(self, verdict: Verdict, *, is_over: bool = True) -> bool:
        """A burst is over; whether it was typing after all."""
        text, kind, is_quick = self._burst.text, self._likeness(self._burst.text), self._is_quick()
        before = self._before
        if self._burst.is_odd or kind is Likeness.GARBLED:
            self._spoil(Spoil.KEYS if self._burst.is_odd else Spoil.LETTERS, before)
            return False
        if verdict is Verdict.SPOILED:
            self._spoil(Spoil.INPUT_METHOD, before)
            return False
        is_ours = kind is Likeness.CERTAIN or (kind is Likeness.POSSIBLE and is_quick)
        if is_ours and is_over:
            self._withdraw(before)
            self.scanned.emit(text)
            return False
        if is_over and is_quick and (_BAR in text or self._cut.isActive()):
            self._refuse(text, before)
            return False
        self._before = None
        self._burst.forget()
        if before is not None:
            before.put_back()
        is_typed = before is not None and before.type_in(text)
        if is_quick and is_over:
            self.refused.emit(text)
        return is_typed

    def _is_quick(self) -> bool:
        """Whether the burst came as fast as no hand types, or by the scanner's own prefix."""
        return self._burst.mean_ms < _HAND_MS or self._burst.is_marked

    def _refuse(self, text: str, before: TypedBefore | None) -> None:
        """A part of a scan, none of ours; of the rest of one that was cut nothing is said."""
        self._withdraw(before)
        if not self._cut.isActive():
            self.refused.emit(text)

    def _spoil(self, spoil: Spoil, before: TypedBefore | None) -> None:
        self._withdraw(before)
        QGuiApplication.inputMethod().reset()
        self.spoiled.emit(spoil)

    def _withdraw(self, before: TypedBefore | None) -> None:
        """Let the field stand as it stood before the first key of what came."""
        self._quiet.stop()
        self._slow_quiet.stop()
        self._burst.forget()
        self._slow.forget()
        self._before = self._slow_before = None
        if before is not None:
            before.put_back()

    def _play_again(self, watched: QWidget, event: QKeyEvent) -> None:
        """Let the Enter of what was typing after all arrive where it was pressed."""
        again = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
        self._is_replaying = True
        try:
            QCoreApplication.sendEvent(watched, again)
        finally:
            self._is_replaying = False

    @Slot(QWidget, QWidget)
    def _on_focus(self, _former: QWidget | None, now: QWidget | None) -> None:
        if not self._is_listening:
            return
        if self._quiet.isActive():
            self._rest(is_over=True)  # what was typed belongs where it was typed
        if isinstance(self._watched, ScanPad) and isinstance(now, QLineEdit):
            self._slow_before = TypedBefore.of(now)  # the pad hands on to its field
        else:
            self._slow.forget()
            self._slow_quiet.stop()
        self._watch(now if now is not None and now.window() is self._window() else None)

    def _window(self) -> QWidget | None:
        """The window it listens in: that of the nearest widget it belongs to."""
        owner = self.parent()
        while owner is not None and not isinstance(owner, QWidget):
            owner = owner.parent()
        return owner.window() if isinstance(owner, QWidget) else None

    def _watch(self, widget: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None if isinstance(widget, ScanProbe) else widget
        if widget is not None and self._watched is widget:
            widget.installEventFilter(self)


def _is_long(text: str) -> bool:
    """Whether so much came that it was meant for a card."""
    return text.count(_BAR) >= 3


def _at(event: QKeyEvent) -> float:
    """When the key was pressed: by the system's stamp, which a busy window does not delay."""
    return float(event.timestamp()) or _now()


def _now() -> float:
    return monotonic() * 1_000
