"""The line that names the fields to correct; each name leads to its field."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.screens.intake.parts.strip import Strip, StripAction, StripLook

MOST = 5
_LOOK = StripLook("problem", margins=(12, 6, 12, 6), spacing=8, most=MOST, wraps=False)


class ProblemStrip(Strip):
    """Names of fields as links.

    Signals:
        jumped: the name of the field to go to.
    """

    jumped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_LOOK, parent=parent)

    def show_problems(self, problems: Sequence[tuple[str, str]]) -> None:
        """Name these: (field, its label); none hides the strip."""
        named = dict(problems)
        said = self.tr("■ {0} chỗ cần sửa:").format(len(problems)) if problems else ""
        links = [
            StripAction(words, partial(self.jumped.emit, name)) for name, words in named.items()
        ]
        self.show_all(said, links, f"… (+{len(links) - MOST})" if len(links) > MOST else "")

    def show_sentence(self, sentence: str) -> None:
        """Say a refusal that belongs to no field."""
        self.show_all("■ " + sentence)
