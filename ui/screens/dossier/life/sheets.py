"""Papers with how many sheets of which kind: asked for, or ticked as they come."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.dossier.asked import MOST_SHEETS, AskedPaper, CamePaper, Sheets
from ui.tips import set_tip
from ui.widgets.fields.line_field import Say
from ui.widgets.fields.personal import CountField
from ui.widgets.text.labels import label
from ui.widgets.text.shortened import shortened

_NAME = 90
"""Characters of a name beside its tick; the tool tip holds it whole."""


class Counts(QWidget):
    """The numbers of originals, certified copies and photocopies of one paper; 0: none.

    Signals:
        changed: a number may have changed.
        entered: Enter was pressed in the last.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, name: str, sheets: Sheets, field: str, say: Say) -> None:
        super().__init__()
        self.fields = tuple(
            self._field(words, number, name, field, say)
            for words, number in (
                (self.tr("Bản chính"), sheets.originals),
                (self.tr("Chứng thực"), sheets.certified),
                (self.tr("Bản photo"), sheets.photocopies),
            )
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for one in self.fields:
            row.addWidget(one, 1)
        row.addStretch(1)

    def sheets(self) -> Sheets:
        """The numbers.

        Raises:
            NotACount: one cannot be read.
        """
        return Sheets(*(one.count() for one in self.fields))

    def set_sheets(self, sheets: Sheets) -> None:
        """Show these numbers."""
        numbers = (sheets.originals, sheets.certified, sheets.photocopies)
        for one, number in zip(self.fields, numbers, strict=True):
            one.set_value(str(number))

    def _field(self, words: str, number: int, name: str, field: str, say: Say) -> CountField:
        made = CountField(words, say, field=field, least=0, most=MOST_SHEETS, start=str(number))
        made.input.setAccessibleName(f"{words}, {name}")
        made.changed.connect(self.changed)
        made.entered.connect(self._on_entered)
        return made

    def _on_entered(self) -> None:
        sender = self.sender()
        at = next((nth for nth, one in enumerate(self.fields) if one is sender), 0)
        if at + 1 < len(self.fields):
            self.fields[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.entered.emit()


class AskedList(QWidget):
    """How many of which kind are asked for: a row for each paper that is named.

    Args:
        say: words for refusals.
        called: the short name of a paper.
    """

    def __init__(self, say: Say, called: Callable[[str], str]) -> None:
        super().__init__()
        self._say, self._called = say, called
        self._usual: dict[str, Sheets] = {}
        self.rows: dict[str, Counts] = {}
        self._shown: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(label(self.tr("Số lượng từng giấy tờ (0: không ghi)"), "fieldLabel"))
        self.hide()

    def offer(self, usual: Iterable[tuple[str, Sheets]]) -> None:
        """Begin papers of these names with these numbers."""
        self._usual.update(usual)

    def name_papers(self, names: Sequence[str]) -> bool:
        """Let the rows be these papers, numbers by name as they stood; whether they are others."""
        kept = {name: counts.sheets() for name, counts in self.rows.items() if _is_read(counts)}
        self._usual.update(kept)
        wanted = list(dict.fromkeys(names))
        if wanted == list(self.rows):
            return False
        for widget in self._shown:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.rows, self._shown = {}, []
        for nth, name in enumerate(wanted, 1):
            title = label(f"{nth}. {shortened(self._called(name), _NAME)}", "", wraps=True)
            set_tip(title, name)
            counts = Counts(name, self._usual.get(name, Sheets()), "papers", self._say)
            counts.entered.connect(self.focusNextChild)
            self.rows[name] = counts
            self._shown += [title, counts]
        for widget in self._shown:
            self._column.addWidget(widget)
        self.setVisible(bool(wanted))
        return True

    def papers(self, names: Sequence[str], basis: str = "") -> tuple[str | AskedPaper, ...]:
        """`names` with their numbers; a name alone where nothing more is said.

        Raises:
            NotACount: a number cannot be read.
        """
        made = (
            AskedPaper(name, self.rows[name].sheets() if name in self.rows else Sheets(),
                       basis=basis)
            for name in names
        )  # fmt: skip
        return tuple(one if one != AskedPaper(one.name) else one.name for one in made)

    def value(self) -> str:
        """The numbers as text, to be put back."""
        read = ((name, counts.sheets()) for name, counts in self.rows.items() if _is_read(counts))
        return "\n".join(
            f"{each.originals}/{each.certified}/{each.photocopies} {name}" for name, each in read
        )

    def put_back(self, text: str) -> None:
        """Show again the numbers `value` gave."""
        for one in text.splitlines():
            numbers, _, name = one.partition(" ")
            sheets = Sheets(*map(int, numbers.split("/")))
            self._usual[name] = sheets
            if name in self.rows:
                self.rows[name].set_sheets(sheets)


class CameRow(QWidget):
    """A paper that is waited for: a tick, and how many of it came where they are counted.

    Args:
        place: its number in the request.
        paper: as it was asked for.
        called: its short name.
        say: words for refusals.

    Signals:
        changed: the tick or a number changed.
    """

    changed = Signal()

    def __init__(self, place: int, paper: AskedPaper, called: str, say: Say) -> None:
        super().__init__()
        self._place, self._left = place, paper.left
        self.tick = QCheckBox(f"{place}. {shortened(called, _NAME)}")
        set_tip(self.tick, paper.name)
        self.tick.toggled.connect(self._on_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.tick)
        self.counts: Counts | None = None
        if self._left.is_said:
            self.counts = Counts(paper.name, self._left, "came", say)
            self.counts.changed.connect(self._on_changed)
            self.counts.entered.connect(self.focusNextChild)
            self.counts.setVisible(False)
            column.addWidget(self.counts)

    @property
    def is_whole(self) -> bool:
        """Whether all that is waited for of it came."""
        if not self.tick.isChecked() or self.counts is None:
            return self.tick.isChecked()
        return _is_read(self.counts) and not self._left.without(self.counts.sheets()).is_said

    def came(self) -> CamePaper | None:
        """What came; None if it is not ticked.

        Raises:
            NotACount: a number cannot be read.
        """
        if not self.tick.isChecked():
            return None
        return CamePaper(str(self._place), self.counts.sheets() if self.counts else None)

    def _on_changed(self, _checked: object = None) -> None:
        if self.counts is not None:
            self.counts.setVisible(self.tick.isChecked())
        self.changed.emit()


def _is_read(counts: Counts) -> bool:
    return not any(one.has_problem for one in counts.fields) and all(
        one.value().strip().isdigit() for one in counts.fields
    )
