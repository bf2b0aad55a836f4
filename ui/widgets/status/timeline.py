"""A dossier's history from the ledger, newest first: when, what, who, why, old → new."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.domain.clock import time_and_day
from ui.models.board_cells import weekday
from ui.theme import px, tokens
from ui.tokens import Tone
from ui.widgets.status.pill import paint_shape
from ui.widgets.text.labels import label

MOST = 200
_LEFT = 26
SHORT = 40
"""Characters of an old and a new value that stand on one line together."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One step of a history, in words; `changes` are (field, old, new)."""

    at: datetime
    what: str
    who: str
    tone: Tone = Tone.RUNNING
    why: str = ""
    changes: tuple[tuple[str, str, str], ...] = ()


class Timeline(QWidget):
    """The steps along a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Diễn biến hồ sơ"))
        self._steps: list[_Step] = []
        self._shown: tuple[tuple[Moment, ...], int] | None = None
        self._rest = label("", "quiet", wraps=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._rest)
        self._column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_moments(self, moments: Sequence[Moment]) -> None:
        """Show these, given oldest first; the newest 200. What stands already is not made anew."""
        wanted = (tuple(moments), px(1_000))
        if wanted == self._shown:
            return
        self._shown = wanted
        for step in self._steps:
            self._column.removeWidget(step)
            step.hide()
            step.deleteLater()
        shown = list(reversed(moments))[:MOST]
        self._steps = [
            _Step(moment, is_last=nth == len(shown) - 1) for nth, moment in enumerate(shown)
        ]
        for nth, step in enumerate(self._steps):
            self._column.insertWidget(nth, step)
        left_out = len(moments) - len(shown)
        self._rest.setVisible(left_out > 0)
        self._rest.setText(self.tr("… và {0} bước trước đó.").format(left_out))

    def texts(self) -> tuple[str, ...]:
        """Everything it says, step by step."""
        return tuple(step.text for step in self._steps)


class _Step(QWidget):
    def __init__(self, moment: Moment, *, is_last: bool) -> None:
        super().__init__()
        self._tone = moment.tone
        self._is_last = is_last
        parts = [moment.what, moment.who, moment.why]
        parts += [f"{name}: {old} → {new}" for name, old, new in moment.changes]
        self.text = ". ".join(part for part in parts if part)
        self.setAccessibleName(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(_LEFT), 0, 0, px(14))
        column.setSpacing(2)
        column.addWidget(label(moment.what, "strong", wraps=True))
        when = time_and_day(moment.at, weekday=weekday(moment.at))
        column.addWidget(label(f"{when} · {moment.who}", "small", wraps=True))
        if moment.why:
            column.addWidget(label(moment.why, "", wraps=True))
        if moment.changes:
            column.addWidget(_Changes(moment.changes))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, top, side = px(8), px(4), px(11)
        if not self._is_last:
            painter.setPen(QPen(QColor(theme.line), 2))
            painter.drawLine(middle, top + side + px(4), middle, self.height() + px(2))
        box = self.rect()
        box.setRect(middle - side // 2, top, side, side)
        paint_shape(painter, box, theme.shade(self._tone))


class _Changes(QFrame):
    """Old and new values, each wrapped over the whole width: the old one is never lost."""

    def __init__(self, changes: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setProperty("kind", "done")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(2)
        for nth, (name, old, new) in enumerate(changes):
            if nth:
                column.addSpacing(4)
            column.addWidget(label(name, "small", wraps=True))
            is_short = len(old) + len(new) <= SHORT
            if old and is_short:
                column.addWidget(label(f"{old} → {new or '–'}", "", wraps=True))
                continue
            if old:
                column.addWidget(label(old, "quiet", wraps=True))
            column.addWidget(label(f"→ {new or '–'}", "", wraps=True))
