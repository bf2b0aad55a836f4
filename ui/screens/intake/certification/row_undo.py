"""A paper to certify that was taken off the list may come back where it stood."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from ui.screen import Notices
from ui.screens.intake.certification.panel import CertificationPanel
from ui.screens.intake.state.papers import CertifiedState


class RowUndo(QObject):
    """Offers it in passing, for the same form only.

    Args:
        panel: the rows.
        notices: where it is offered.
        form_id: which form stands there now.
    """

    def __init__(
        self, panel: CertificationPanel, notices: Notices, form_id: Callable[[], str]
    ) -> None:
        super().__init__(panel)
        self._panel, self._notices, self._form_id = panel, notices, form_id
        panel.removed.connect(self._on_removed)

    @Slot(int, object)
    def _on_removed(self, at: int, row: CertifiedState) -> None:
        form_id, left = self._form_id(), self._panel.rows().count(row)

        def put_back() -> None:
            # Ctrl+Z may have brought it back already.
            if self._form_id() == form_id and self._panel.rows().count(row) <= left:
                self._panel.put_back(at, row)

        self._notices.offer_undo(self.tr("Đã bỏ giấy tờ: {0}").format(row.name), put_back)
