"""The papers certified most often, each a link that enters it as its digit and Enter do."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.tips import on_button
from ui.widgets.layout.flow import FlowRow
from ui.widgets.text.plain import button

_DIGITS = 10


class FrequentRow(FlowRow):
    """Links of the digits that stand for a paper; 0, the last, is the row before once more.

    None moves once a row is there: the next click means what the hand was over.

    Signals:
        taken: the digit of the link that was clicked, as text.
    """

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=4, line_gap=0)  # room is dear beside the table
        self.links = [self._link(digit) for digit in (*range(1, _DIGITS), 0)]

    def offer(self, names: Sequence[str], *, has_row: bool) -> None:
        """Offer `names` by their digits from 1, and by 0 the row before, once there is one."""
        *papers, again = self.links
        for nth, link in enumerate(papers, 1):
            link.setVisible(nth <= len(names))
            if nth <= len(names):
                link.setText(on_button(f"{nth} {names[nth - 1]}"))
        again.setText(on_button(self.tr("0 như dòng trên")))
        again.setVisible(bool(names))
        again.setEnabled(has_row)
        self.arrange()

    @property
    def words(self) -> str:
        """What the links in sight say."""
        return " · ".join(link.text() for link in self.links if not link.isHidden())

    def _link(self, digit: int) -> QPushButton:
        made = button("", "link")
        made.setProperty("isSmall", True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has the digits
        made.hide()
        made.clicked.connect(partial(self.taken.emit, str(digit)))
        self.add(made)
        return made
