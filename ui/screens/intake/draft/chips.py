"""Unfinished intakes parked for later: each a chip to take up again or to drop."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.answers.dossier import Draft
from app.domain.clock import in_vietnam
from ui.screens.intake.parts.shorten import shortened
from ui.screens.intake.parts.strip import Strip, StripAction, StripLook

MOST, WIDTH = 4, 34
"""How many chips, each with how many characters of a draft's summary."""
_LOOK = StripLook(
    "info", margins=(10, 5, 10, 5), spacing=6, most=MOST, face="offer", wraps=False,
    takes_enter=True,
)  # fmt: skip


class DraftChips(Strip):
    """Chips of the newest drafts; Enter or a click takes one up, Delete twice drops it.

    Signals:
        taken: the `Draft` to go on with.
        dropped: the `Draft` to forget.
    """

    taken = Signal(object)
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_LOOK, parent=parent)
        self.drafts: tuple[Draft, ...] = ()

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        """Offer these drafts, newest first; none hides the strip."""
        self.drafts = tuple(drafts)
        said = self.tr("Hồ sơ đang dở ({0})  Alt+D:").format(len(drafts)) if drafts else ""
        rest = len(drafts) - MOST
        more = self.tr("và {0} nữa").format(rest) if rest > 0 else ""
        self.show_all(said, [self._action(draft) for draft in drafts[:MOST]], more)

    def focus_first(self) -> None:
        """Bring the keyboard to the newest draft."""
        if self.drafts:
            self.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _action(self, draft: Draft) -> StripAction:
        summary = draft.summary or self.tr("chưa có tên")
        at = f"{in_vietnam(draft.saved_at):%H:%M}"
        return StripAction(
            f"{shortened(summary, WIDTH)} · {at}",
            partial(self.taken.emit, draft),
            tip=summary,
            spoken=f"{summary}, {at}",
            drop=partial(self.dropped.emit, draft),
            asks=self.tr("Bỏ nháp này? Del lần nữa"),
        )
