"""Something that wants a decision today."""

from dataclasses import dataclass

from app.answers.board_view import BoardView
from ui.screen import Place
from ui.tokens import Tone


@dataclass(frozen=True, slots=True)
class Matter:
    """What, how pressing, and the list or place it leads to."""

    tone: Tone
    words: str
    more: str
    leads_to: BoardView | Place
