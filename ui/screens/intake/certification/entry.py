"""The line a paper is entered by: a digit and pages, or a name, read into a row."""

import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.domain.dossier.charge_check import PAGES_LIMIT
from app.domain.look_alikes import tidy
from ui.screens.intake.state.papers import MOST_SHEETS, CertifiedState
from ui.widgets.search.input_line import InputLine

ASKED_PAGES = 50
"""More pages than this are asked about once: digits run together more often than that is true."""
_NAMED = re.compile(r"(.*\S)\s+(\d{1,4})\s*[xX*×]\s*(\d{1,3})")
_BY_DIGIT = re.compile(r"(\d)(\d{0,4})(?:[xX*](\d{1,3}))?", re.ASCII)


def read_entry(
    text: str, frequent: Sequence[str], last: CertifiedState | None
) -> CertifiedState | None:
    """The row `text` stands for; None while it stands for none.

    ``2`` is the second frequent paper, ``24`` the same of 4 pages, ``24x3`` in 3 copies, ``0`` the
    row before once more; ``Bằng khen 12x3`` is that paper of 12 pages in 3 copies. Copies not named
    are those of the row before. Anything else with a letter is a name.
    """
    words = " ".join(tidy(text).split())
    copies = last.copies if last else 1
    by_digit = _BY_DIGIT.fullmatch(words)
    if by_digit is None:
        named = _NAMED.fullmatch(words)
        name, pages, copies = (
            (named[1], int(named[2]), int(named[3])) if named else (words, 1, copies)
        )
        is_name = any(letter.isalpha() for letter in name)
        return CertifiedState(name, pages, copies) if is_name and _fits(pages, copies) else None
    row = _named(int(by_digit[1]), frequent, last)
    if row is None:
        return None
    pages = int(by_digit[2] or row.pages)
    copies = int(by_digit[3] or copies)
    return replace(row, pages=pages, copies=copies) if _fits(pages, copies) else None


def names_counts(text: str) -> bool:
    """Whether `text` is a name with its pages and copies."""
    return _NAMED.fullmatch(" ".join(tidy(text).split())) is not None


def _fits(pages: int, copies: int) -> bool:
    return 1 <= pages <= PAGES_LIMIT and 1 <= copies <= MOST_SHEETS


def _named(
    digit: int, frequent: Sequence[str], last: CertifiedState | None
) -> CertifiedState | None:
    if digit == 0:
        return last
    return CertifiedState(frequent[digit - 1]) if digit <= len(frequent) else None


class EntryLine(InputLine):
    """The line itself; nothing is entered before Enter, so a scanner's digits do no harm.

    Signals:
        went_up: to the rows above.
        abandoned: Esc in a line with text.
    """

    went_up = Signal()
    abandoned = Signal()

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._is_left(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up:
            self.went_up.emit()
        elif self._is_left(event):
            self.abandoned.emit()
        else:
            super().keyPressEvent(event)

    def _is_left(self, event: QKeyEvent) -> bool:
        """Esc empties the line first; only an empty one leaves the form."""
        return event.key() == Qt.Key.Key_Escape and bool(self.text())
