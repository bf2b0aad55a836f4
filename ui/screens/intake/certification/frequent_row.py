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
    """Links of the digits that stand for a paper; 0 is the row before once more.

    Signals:
        taken: the digit of the link that was clicked, as text.
    """

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=4, line_gap=0)  # room is dear beside the table
        self.links = [self._link(digit) for digit in range(_DIGITS)]

    def offer(self, names: Sequence[str], before: str) -> None:
        """Offer `names` by their digits from 1, and `before` by 0; empty for no row before."""
        for (digit, link), name in zip(enumerate(self.links), [before, *names], strict=False):
            link.setText(on_button(f"{digit} {name}"))
        for digit, link in enumerate(self.links):
            link.setVisible(bool(before) if digit == 0 else digit <= len(names))
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
