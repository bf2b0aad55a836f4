"""A place to try a scanner: shows every key as it comes, how fast, and what is made of it."""

from collections.abc import Callable
from datetime import datetime
from time import monotonic

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from app.devices.scan_trial import ScanTrial, TrialReport
from app.devices.wedge import BurstRules, Stroke
from ui.widgets.scanner.key_strokes import stroke_of
from ui.widgets.scanner.scan_probe_words import ProbeWords
from ui.widgets.text.labels import label

_ENDS = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Enter: "\r", Qt.Key.Key_Tab: "\t"}
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


class ScanProbe(QFrame):
    """Takes keys, and nothing else does while it has the focus; input methods are let in.

    A Tab that comes as fast as a scanner's is shown, a person's leads on; Esc is the window's.

    Args:
        now: the clock, for days that lie ahead.
    """

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("probe")
        self._now = now
        self._rules = BurstRules()
        self._trial = ScanTrial()
        self._last = 0.0
        self._words = ProbeWords()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(self._rules.quiet_ms)
        self._quiet.timeout.connect(self._on_quiet)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setAccessibleName(self.tr("Thử máy quét: quét vào đây"))
        self._values: dict[str, QLabel] = {}
        self._arrange()

    def set_rules(self, rules: BurstRules) -> None:
        """Judge by these rules from now on."""
        self._rules = rules
        self._trial.set_rules(rules)
        self._quiet.setInterval(rules.quiet_ms)

    def show_serial(self, text: str) -> None:
        """Show what a scanner on a serial port sent."""
        self._quiet.stop()
        self._show(self._trial.take_whole(text))

    def words_at(self, name: str) -> str:
        """What stands in the row `name` of `ProbeWords.rows`."""
        return self._values[name].text()

    def event(self, event: QEvent) -> bool:
        """A scanner's Tab is a key like another; Qt would lead the focus away before."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_close = 0 <= _at(event) - self._last < self._rules.break_ms
            if event.key() == Qt.Key.Key_Tab and is_close:
                self._take(event)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_ours = event.text() and event.key() != Qt.Key.Key_Escape
        is_held = event.modifiers() & _HELD and stroke_of(event)[0] is Stroke.OTHER
        if not is_ours or is_held:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._take(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        at = monotonic() * 1_000
        self._follow(Stroke.COMPOSED, event.commitString(), at)
        event.accept()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _take(self, event: QKeyEvent) -> None:
        if event.key() in _ENDS:
            self._follow(Stroke.END, _ENDS[Qt.Key(event.key())], _at(event))
        elif event.key() == Qt.Key.Key_Backspace:
            self._follow(Stroke.BACKSPACE, "\b", _at(event))
        else:
            self._follow(*stroke_of(event), _at(event))
        event.accept()

    def _follow(self, stroke: Stroke, text: str, at: float) -> None:
        self._last = at
        report = self._trial.take(stroke, text, at)
        if report.is_over:
            self._quiet.stop()
        else:
            self._quiet.start()
        self._show(report)

    def _on_quiet(self) -> None:
        self._show(self._trial.rest())

    def _show(self, report: TrialReport) -> None:
        rows = self._words.rows(report, self._rules, self._now().date())
        for name, words in rows.items():
            self._values[name].setText(words)
        if report.is_over:
            self.setAccessibleDescription(" ".join((rows["verdict"], rows["read"])))

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 8, 10, 8)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for nth, (name, words) in enumerate(self._words.captions().items()):
            self._values[name] = label("–", wraps=True)
            grid.addWidget(label(words, "quiet"), nth, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._values[name], nth, 1)
        grid.setColumnStretch(1, 1)
        self._values["received"].setText(self.tr("Hãy quét một mã vào khung này."))


def _at(event: QKeyEvent) -> float:
    """When the key was pressed: by the system's stamp, which a busy window does not delay."""
    return float(event.timestamp()) or monotonic() * 1_000
