"""The checklist of papers: all unticked at first, ticked one by one or all by a deliberate key."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.domain.catalogue.procedure import RequiredDocument
from ui.screens.intake.parts.row import Aside, Mark, Row
from ui.screens.intake.parts.rows import RowList
from ui.screens.intake.state.papers import MOST_SHEETS, PaperState

ORIGINALS, COPIES = range(2)
_COLUMNS: dict[int, int] = {Qt.Key.Key_Left: ORIGINALS, Qt.Key.Key_Right: COPIES}
_STEPS: dict[int, int] = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class PaperList(RowList):
    """The list itself: Space ticks, Left and Right choose a count, + and – change it.

    Signals:
        changed: a tick or a count changed, a paper was added or removed.
        finished: Enter was pressed.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent, widest_aside=_originals(88))
        self._papers: list[PaperState] = []
        self._required: frozenset[str] = frozenset()

    def show_catalogue(
        self, asked: Sequence[RequiredDocument], ticked: Sequence[PaperState]
    ) -> None:
        """Ask for `asked`; papers ticked before stay ticked by name, extra ones stay below."""
        former = {paper.name: paper for paper in ticked}
        self._required = frozenset(paper.name for paper in asked if paper.required)
        self._papers = [former.get(paper.name) or _unticked(paper) for paper in asked]
        self._papers += [paper for paper in ticked if paper.is_extra]
        self.rows.show_rows([self._row(paper) for paper in self._papers])

    def papers(self) -> tuple[PaperState, ...]:
        """Every paper of the list, ticked or not."""
        return tuple(self._papers)

    def missing(self) -> tuple[str, ...]:
        """Names of required papers that are not ticked."""
        return tuple(p.name for p in self._papers if p.name in self._required and not p.is_present)

    def add_extra(self, name: str) -> None:
        """Add a ticked paper the catalogue does not ask for, and bring it into sight."""
        paper = PaperState(name=name, is_present=True, is_extra=True)
        self._papers.append(paper)
        self.rows.append(self._row(paper))
        self.changed.emit()
        self.scrollTo(self.rows.index(len(self._papers) - 1))

    def remove_extra(self, at: int) -> bool:
        """Take an extra paper away; False if the catalogue asks for the paper."""
        if not self._papers[at].is_extra:
            return False
        del self._papers[at]
        self.rows.remove(at)
        self.changed.emit()
        return True

    def toggle(self, at: int) -> None:
        """Tick or untick one paper."""
        self._put(at, replace(self._papers[at], is_present=not self._papers[at].is_present))

    def tick_all(self) -> None:
        """Tick every paper; if all are ticked, untick them."""
        is_present = not all(paper.is_present for paper in self._papers)
        self._put(0, *(replace(paper, is_present=is_present) for paper in self._papers))

    def step(self, at: int, by: int) -> None:
        """Change how many originals or copies there are; a paper keeps at least one sheet."""
        counts = [self._papers[at].originals, self._papers[at].copies]
        column = self.painted.active_aside
        counts[column] = min(MOST_SHEETS, max(0, counts[column] + by))
        if any(counts):
            self._put(
                at, replace(self._papers[at], originals=counts[ORIGINALS], copies=counts[COPIES])
            )

    def take_key(self, event: QKeyEvent) -> bool:
        at, key = self.currentIndex().row(), event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finished.emit()
        elif at < 0 or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        elif key == Qt.Key.Key_Space:
            self.toggle(at)
        elif key in _COLUMNS:
            self.painted.active_aside = _COLUMNS[key]
            self.viewport().update()
        elif key in _STEPS:
            self.step(at, _STEPS[key])
        elif key == Qt.Key.Key_Delete:
            return self.remove_extra(at)
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.toggle(index.row())

    def _put(self, at: int, *papers: PaperState) -> None:
        self._papers[at : at + len(papers)] = papers
        self.rows.put(at, [self._row(paper) for paper in papers])
        self.changed.emit()

    def _row(self, paper: PaperState) -> Row:
        is_required = paper.name in self._required
        must = self.tr("bắt buộc") if is_required else ""
        ticked = self.tr("đã có") if paper.is_present else self.tr("chưa có")
        counts = self.tr("{0} bản chính, {1} bản sao").format(paper.originals, paper.copies)
        return Row(
            paper.name,
            second=must,
            mark=Mark.BOX,
            is_chosen=paper.is_present,
            aside=(
                Aside(_originals(paper.originals), is_kept=paper.originals > 0),
                Aside(self.tr("{0} bản sao").format(paper.copies), is_kept=paper.copies > 0),
            ),
            spoken=", ".join(part for part in (paper.name, must, ticked, counts) if part),
        )


def _originals(count: int) -> str:
    return QCoreApplication.translate("PaperList", "{0} bản chính").format(count)


def _unticked(paper: RequiredDocument) -> PaperState:
    originals, copies = paper.originals, paper.copies
    if originals + copies == 0:
        originals = 1
    return PaperState(paper.name, paper.code, min(originals, MOST_SHEETS), min(copies, MOST_SHEETS))
