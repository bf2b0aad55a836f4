"""The line that names the fields to correct; each name leads to its field."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.screens.intake.parts.strip import RowStrip, StripAction, StripLook

MOST = 5
_LOOK = StripLook("problem", margins=(12, 6, 12, 6), spacing=8, most=MOST, wraps=False)


class ProblemStrip(RowStrip):
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
        self.set_wraps(wraps=False)
        self.show_row(said, links)

    def rest_words(self, rest: int) -> str:
        return f"… (+{rest})"

    def show_sentence(self, sentence: str) -> None:
        """Say a refusal that belongs to no field."""
        self.set_wraps(wraps=True)
        self.show_row("■ " + sentence, ())
