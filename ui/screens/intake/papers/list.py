"""The checklist of papers: all unticked at first, ticked one by one or all by a deliberate key."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.catalogue.needed import Need, missing, needs
from app.domain.catalogue.paper_names import names_of, short_name
from app.domain.catalogue.procedure import Channel, RequiredDocument
from app.domain.dossier.expected import expected
from ui.keys import Key
from ui.screens.intake.parts.row import Aside, Index, Mark, Row
from ui.screens.intake.parts.rows import RowList
from ui.screens.intake.state.papers import MOST_SHEETS, PaperState
from ui.words import need_words

ORIGINALS, COPIES, SHOWN = range(3)
MOST_LINES = 2
"""Of a long name in a row that is not the current one: six rows are in sight at once."""
_COLUMNS: dict[int, int] = {Qt.Key.Key_Left: ORIGINALS, Qt.Key.Key_Right: COPIES}
_STEPS: dict[int, int] = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class PaperList(RowList):
    """The list itself: Space ticks, Left and Right choose a count, + and – change it, or clicks.

    X says that a paper is only shown (xuất trình), or kept after all.

    Signals:
        changed: a tick or a count changed, a paper was added or removed.
        finished: Enter was pressed.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(
            name, parent, widest_aside=need_words(Need(is_conditional=True), Channel.DIRECT),
            most_lines=MOST_LINES,
        )  # fmt: skip
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._papers: list[PaperState] = []
        self._asked: tuple[RequiredDocument, ...] = ()
        self._notes: tuple[str, ...] = ()
        self._needs: dict[str, Need] = {}
        self._channel = Channel.DIRECT
        for moved in (
            self.rows.modelReset, self.rows.rowsInserted, self.rows.rowsRemoved,
            self.rows.dataChanged,
        ):  # fmt: skip
            moved.connect(self._fit)

    def show_catalogue(
        self,
        asked: Sequence[RequiredDocument],
        ticked: Sequence[PaperState],
        channel: Channel = Channel.DIRECT,
        notes: Sequence[str] = (),
    ) -> None:
        """Ask for `asked`; papers ticked before stay ticked by name, extra ones stay below.

        What nobody counted otherwise comes as it does through `channel`. The catalogue's `notes`
        tell where its words leave open who must bring a paper.
        """
        former = {paper.name: paper for paper in ticked}
        self._asked, self._notes = tuple(asked), tuple(notes)
        names = (paper.name for paper in asked)
        self._needs = dict(zip(names, needs(asked, notes), strict=True))
        self._papers = [self._again(former.get(paper.name), paper, channel) for paper in asked]
        self._channel = channel
        self._papers += [paper for paper in ticked if paper.is_extra]
        self.rows.show_rows([self._row(paper) for paper in self._papers])

    def papers(self) -> tuple[PaperState, ...]:
        """Every paper of the list, ticked or not."""
        return tuple(self._papers)

    def missing(self) -> tuple[str, ...]:
        """Names of what everybody must bring and is not ticked."""
        here = frozenset(" ".join(p.name.split()) for p in self._papers if p.is_present)
        return missing(self._asked, self._notes, self._channel, here)

    def called(self, name: str) -> str:
        """What a paper of the catalogue is called in short; other names as they are."""
        return names_of(paper.name for paper in self._asked)(name)

    @property
    def has_musts(self) -> bool:
        """Whether there is a paper that everybody must bring."""
        return any(map(self._is_must, self._papers))

    def add_extra(self, name: str) -> None:
        """Add a ticked paper the catalogue does not ask for; it is the current one."""
        paper = PaperState(name=name, is_present=True, is_extra=True)
        self._papers.append(paper)
        self.rows.append(self._row(paper))
        self.changed.emit()
        self.go_to(len(self._papers) - 1)

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

    def tick_musts(self) -> None:
        """Tick what everybody must bring; if all of it is ticked, untick it. Others stay."""
        musts = [paper for paper in self._papers if self._is_must(paper)]
        is_present = not all(paper.is_present for paper in musts)
        self._put(
            0,
            *(
                replace(paper, is_present=is_present) if self._is_must(paper) else paper
                for paper in self._papers
            ),
        )

    def step(self, at: int, by: int) -> None:
        """Change how many originals or copies there are; a paper keeps at least one sheet."""
        counts = [self._papers[at].originals, self._papers[at].copies]
        column = self.painted.active_aside
        counts[column] = min(MOST_SHEETS, max(0, counts[column] + by))
        counted = self._papers[at].counted(counts[ORIGINALS], counts[COPIES])
        if counted != self._papers[at]:
            self._put(at, counted)

    def show_or_keep(self, at: int) -> None:
        """Say that a paper is only shown, or that it is kept after all."""
        self._put(at, self._papers[at].shown_or_not())

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
        elif key == Qt.Key.Key_X:
            self.show_or_keep(at)
        elif key == Qt.Key.Key_Delete:
            return self.remove_extra(at)
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        aside = self.painted.aside_at(self, index, at)
        super().mousePressEvent(event)
        if not index.isValid() or event.button() is not Qt.MouseButton.LeftButton:
            return
        if aside == SHOWN:
            self.show_or_keep(index.row())
        elif aside in {ORIGINALS, COPIES}:
            self.painted.active_aside = aside
            self.step(index.row(), self.painted.step_at(self, index, aside, at))
            self.viewport().update()
        else:
            self.toggle(index.row())

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        self._fit()
        self.updateGeometry()  # what scrolls around the list brings the row into sight

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        """As tall as all rows: the list never scrolls in what scrolls already."""
        height = self.rows_height() + 2 * self.frameWidth()
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def _is_must(self, paper: PaperState) -> bool:
        need = self._needs.get(paper.name)
        return need is not None and need.is_must(self._channel)

    def _again(
        self, former: PaperState | None, paper: RequiredDocument, channel: Channel
    ) -> PaperState:
        """The paper as it stood, unless that was only how it came through another channel."""
        usual = _unticked(paper, channel)
        if former is None:
            return usual
        before = replace(_unticked(paper, self._channel), is_present=former.is_present)
        return replace(usual, is_present=former.is_present) if former == before else former

    def _put(self, at: int, *papers: PaperState) -> None:
        self._papers[at : at + len(papers)] = papers
        self.rows.put(at, [self._row(paper) for paper in papers])
        self.changed.emit()

    def _row(self, paper: PaperState) -> Row:
        need = self._needs.get(paper.name)
        when = need_words(need, self._channel) if need else ""
        ticked = self.tr("đã có") if paper.is_present else self.tr("chưa có")
        counts = self.tr("{0} bản chính, {1} bản sao").format(paper.originals, paper.copies)
        shown = self.tr("xuất trình") if paper.is_shown else ""
        called = short_name(paper.name) if not paper.is_extra else paper.name
        return Row(
            called,
            mark=Mark.BOX,
            is_chosen=paper.is_present,
            aside=(
                Aside(_originals(paper.originals), is_kept=paper.originals > 0, is_counted=True),
                Aside(
                    self.tr("{0} bản sao").format(paper.copies),
                    is_kept=paper.copies > 0,
                    is_counted=True,
                ),
                Aside(
                    shown or self.tr("{0}: xuất trình").format(Key.SHOWN), is_kept=paper.is_shown
                ),
                Aside(when, is_kept=bool(when)),
            ),
            spoken=", ".join(part for part in (paper.name, when, ticked, shown, counts) if part),
            whole=paper.name if called != paper.name else "",
        )


def _originals(count: int) -> str:
    return QCoreApplication.translate("PaperList", "{0} bản chính").format(count)


def _unticked(paper: RequiredDocument, channel: Channel) -> PaperState:
    usual = expected(paper, channel)
    return PaperState(
        usual.name,
        usual.code,
        min(usual.originals, MOST_SHEETS),
        min(usual.copies, MOST_SHEETS),
        is_shown=usual.shown,
    )
