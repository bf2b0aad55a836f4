"""The dossiers whose promise a changed calendar counts otherwise, each to be opened."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.answers.imports import ImportedRow
from ui.widgets.lists.plain_table import PlainTable
from ui.words import reason_in_language


class ReviewTable(PlainTable):
    """Hidden while there is nothing to review.

    Signals:
        dossier_wanted: the id of the dossier whose row was clicked or entered.
    """

    dossier_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Hồ sơ có hạn tính khác"),
            (self.tr("Hồ sơ"), self.tr("Hạn")),
            stretched=1,
            chooses=True,
            leads=True,
            most_height=130,
            parent=parent,
        )
        self._dossiers: tuple[int | None, ...] = ()
        self.opened.connect(self._on_opened)
        self.hide()

    def show_reviews(self, rows: Sequence[ImportedRow]) -> None:
        """Show these, and stand in the first where the keyboard is on this screen."""
        self._dossiers = tuple(row.dossier_id for row in rows)
        self.show_rows([(row.reference, reason_in_language(row.detail)) for row in rows])
        self.setVisible(bool(rows))
        if rows and self.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _on_opened(self, row: int) -> None:
        dossier = self._dossiers[row]
        if dossier is not None:
            self.dossier_wanted.emit(dossier)
