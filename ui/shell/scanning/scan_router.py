"""Finds scans among the keys of whatever has the focus, and takes them out again.

The first letters of a burst land like any typing; once they are too fast for a hand the rest is
held back, and when the burst ends the field stands as before. Enter sent by a scanner therefore
never presses a button nor leaves a field. A burst that is no code of ours is typing after all,
as if nobody had listened, and is only spoken of.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.devices.wedge import Burst, BurstRules, Stroke, Verdict
from ui.shell.scanning.typed_before import TypedBefore, takes_text
from ui.widgets.scanner.scan_probe import ScanProbe

_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
# Keys that only say how the next one is meant; scanners send them between letters.
_MEANING_THE_NEXT = {Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_AltGr, Qt.Key.Key_Alt}
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class ScanRouter(QObject):
    """Listens where the focus is in its window, unless a `ScanProbe` has it.

    Args:
        is_ours: whether a text is one this program takes; asked on the GUI thread.
        parent: whose life bounds it, and in whose window it listens.

    Signals:
        scanned: what a scanner sent, without its prefix and Enter, and one of ours.
        refused: what a scanner sent that is none of ours; where text is typed it stands there.
        spoiled: an input method rewrote a scan; what is left of it is kept nowhere.
        heard: every key, for whoever sets a scanner up: its `Stroke`, its text, and the gaps of
            the burst so far in milliseconds.
    """

    scanned = Signal(str)
    refused = Signal(str)
    spoiled = Signal()
    heard = Signal(object, str, object)

    def __init__(self, is_ours: Callable[[str], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._is_ours = is_ours
        self._burst = Burst()
        self._before: TypedBefore | None = None
        self._watched: QWidget | None = None
        self._is_replaying = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._on_quiet)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - a router lives in a window
        app.focusChanged.connect(self._on_focus)
        self._on_focus(None, QApplication.focusWidget())
        self.set_rules(self._burst.rules)

    def set_rules(self, rules: BurstRules) -> None:
        """Tell scans by these rules from now on."""
        self._burst = Burst(rules)
        self._quiet.setInterval(rules.quiet_ms)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if self._is_replaying or not isinstance(watched, QWidget):
            return False
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(watched, event)
        if kind is QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._hear(watched, Stroke.COMPOSED, event.commitString(), _now())
        return False

    def _take_key(self, watched: QWidget, event: QKeyEvent) -> bool:
        """Whether the key is held back from `watched`."""
        if event.key() in _MEANING_THE_NEXT:
            return False
        stroke = _stroke(event)
        verdict = self._hear(watched, stroke, event.text(), _at(event))
        if verdict is Verdict.TYPING:
            return self._must_not_press(watched, stroke)
        if verdict in {Verdict.SCAN, Verdict.SPOILED} and self._end(verdict):
            self._play_again(watched, event)
        return True

    def _hear(self, watched: QWidget, stroke: Stroke, text: str, at: float) -> Verdict:
        before = TypedBefore.of(watched)
        verdict = self._burst.take(stroke, text, at)
        if self._burst.is_first:
            self._before = before
        if verdict is Verdict.LIKELY:
            self._quiet.start()
        else:
            self._quiet.stop()
        self.heard.emit(stroke, text, self._burst.gaps)
        return verdict

    def _must_not_press(self, watched: QWidget, stroke: Stroke) -> bool:
        """Whether a letter close behind another must not press a button nor lead a list."""
        is_followed = stroke is Stroke.CHARACTER and not self._burst.is_first
        return is_followed and not takes_text(watched)

    def _on_quiet(self) -> None:
        verdict = self._burst.rest()
        if verdict is not Verdict.TYPING:
            self._end(verdict)

    def _end(self, verdict: Verdict) -> bool:
        """A burst is over; whether it was typing after all."""
        text = self._burst.text
        before, self._before = self._before, None
        self._burst.forget()
        if before is not None:
            before.put_back()
        if verdict is Verdict.SPOILED:
            QGuiApplication.inputMethod().reset()
            self.spoiled.emit()
            return False
        if self._is_ours(text):
            self.scanned.emit(text)
            return False
        is_typed = before is not None and before.type_in(text)
        self.refused.emit(text)
        return is_typed

    def _play_again(self, watched: QWidget, event: QKeyEvent) -> None:
        """Let the Enter of what was typing after all arrive where it was pressed."""
        again = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
        self._is_replaying = True
        try:
            QCoreApplication.sendEvent(watched, again)
        finally:
            self._is_replaying = False

    def _on_focus(self, _former: QWidget | None, now: QWidget | None) -> None:
        if self._quiet.isActive():
            self._quiet.stop()
            self._on_quiet()  # what was typed belongs where it was typed
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


def _stroke(event: QKeyEvent) -> Stroke:
    if event.isAutoRepeat() or event.modifiers() & _HELD:
        return Stroke.OTHER
    if event.key() in _ENDS:
        return Stroke.END
    if event.key() == Qt.Key.Key_Backspace:
        return Stroke.BACKSPACE
    text = event.text()
    return Stroke.CHARACTER if text and text.isprintable() else Stroke.OTHER


def _at(event: QKeyEvent) -> float:
    """When the key was pressed: by the system's stamp, which a busy window does not delay."""
    return float(event.timestamp()) or _now()


def _now() -> float:
    return monotonic() * 1_000
