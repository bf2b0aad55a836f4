"""Unfinished intakes parked for later: each a chip to take up again or to drop."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.answers.dossier import Draft
from app.domain.clock import in_vietnam
from ui.keys import Key
from ui.screens.intake.parts.strip import RowStrip, StripAction, StripLook
from ui.widgets.text.shortened import shortened

MOST, WIDTH = 4, 34
"""How many chips, each with how many characters of a draft's summary."""
_LOOK = StripLook(
    "info", margins=(10, 5, 10, 5), spacing=6, most=MOST, face="offer", wraps=False,
    takes_enter=True, has_crosses=True,
)  # fmt: skip


class DraftChips(RowStrip):
    """Chips of the newest drafts; Enter or a click takes one up, Delete or its cross drops it.

    Signals:
        taken: the `Draft` to go on with.
        dropped: the `Draft` to forget.
        emptied: the last went while the keyboard was on it.
    """

    taken = Signal(object)
    dropped = Signal(object)
    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_LOOK, parent=parent)
        self.drafts: tuple[Draft, ...] = ()

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        """Offer these drafts, newest first; none hides the strip."""
        self.drafts = tuple(drafts)
        stood = next((nth for nth, one in enumerate(self.buttons) if one.hasFocus()), None)
        said = (
            self.tr("Hồ sơ đang dở ({0})  {1}:").format(len(drafts), Key.DRAFTS) if drafts else ""
        )
        self.show_row(said, [self._action(draft) for draft in drafts])
        if stood is not None:
            self._stand(stood)

    def rest_words(self, rest: int) -> str:
        return self.tr("và {0} nữa").format(rest)

    def focus_first(self) -> None:
        """Bring the keyboard to the newest draft."""
        if self.drafts:
            self.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _stand(self, nth: int) -> None:
        """Stay among those that are left: Qt would give the keyboard to whatever stands behind."""
        shown = [one for one in self.buttons[: nth + 1] if not one.isHidden()]
        if shown:
            shown[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.emptied.emit()

    def _action(self, draft: Draft) -> StripAction:
        summary = draft.summary or self.tr("chưa có tên")
        at = f"{in_vietnam(draft.saved_at):%H:%M}"
        return StripAction(
            f"{shortened(summary, WIDTH)} · {at}",
            partial(self.taken.emit, draft),
            tip=summary,
            spoken=f"{summary}, {at}",
            drop=partial(self.dropped.emit, draft),
            asks=self.tr("Bỏ nháp? Bấm lần nữa"),
            drops=self.tr("Bỏ bản nháp"),
        )
