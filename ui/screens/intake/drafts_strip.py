"""Unfinished intakes parked for later: each a chip to take up again or to drop."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.domain.answers import Draft
from app.domain.clock import in_vietnam
from ui.screens.intake.plain_label import plain_label

MOST = 4
WORDS = 34


class DraftsStrip(QWidget):
    """Chips of the newest drafts; Enter or a click takes one up, Delete twice drops it.

    Signals:
        taken: the `Draft` to go on with.
        dropped: the `Draft` to forget.
    """

    taken = Signal(object)
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setProperty("kind", "info")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._drafts: tuple[Draft, ...] = ()
        self._said = plain_label("", "stripText", wraps=False)
        self._chips = [DraftChip() for _ in range(MOST)]
        self._more = plain_label("", "small", wraps=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 10, 5)
        row.setSpacing(6)
        row.addWidget(self._said)
        for nth, chip in enumerate(self._chips):
            row.addWidget(chip)
            chip.clicked.connect(lambda _checked=False, n=nth: self.taken.emit(self._drafts[n]))
            chip.drop_confirmed.connect(lambda n=nth: self.dropped.emit(self._drafts[n]))
        row.addWidget(self._more)
        row.addStretch(1)
        self.hide()

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        """Offer these drafts, newest first; none hides the strip."""
        self._drafts = tuple(drafts)
        self._said.setText(self.tr("Hồ sơ đang dở ({0})  Alt+D:").format(len(drafts)))
        for nth, chip in enumerate(self._chips):
            chip.setVisible(nth < len(drafts))
            if nth < len(drafts):
                draft = drafts[nth]
                chip.show_words(
                    draft.summary or self.tr("chưa có tên"),
                    f"{in_vietnam(draft.saved_at):%H:%M}",
                )
        rest = len(drafts) - MOST
        self._more.setText(self.tr("và {0} nữa").format(rest) if rest > 0 else "")
        self._more.setVisible(rest > 0)
        self.setVisible(bool(drafts))

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The drafts offered."""
        return self._drafts

    def focus_first(self) -> None:
        """Bring the keyboard to the newest draft."""
        if self._drafts:
            self._chips[0].setFocus(Qt.FocusReason.ShortcutFocusReason)


class DraftChip(QPushButton):
    """One draft; Delete asks once more on the chip itself, a second Delete drops it."""

    drop_confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("offer")
        self.setAutoDefault(False)
        self._words = ""
        self._is_asking = False

    def show_words(self, summary: str, at: str) -> None:
        """Name the draft."""
        short = summary if len(summary) <= WORDS else summary[: WORDS - 1].rstrip() + "…"
        self._words = f"{short} · {at}"
        self._is_asking = False
        self.setText(self._words)
        self.setAccessibleName(f"{summary}, {at}")
        self.setToolTip(summary)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self._on_delete()
        else:
            if self._is_asking:
                self._is_asking = False
                self.setText(self._words)
            super().keyPressEvent(event)

    def _on_delete(self) -> None:
        if self._is_asking:
            self.drop_confirmed.emit()
            return
        self._is_asking = True
        self.setText(self.tr("Bỏ nháp này? Del lần nữa"))
