"""Asks for promise and receipt while the form changes; answers overtaken are never shown."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from app.domain.dossier.dossier import IntakeRequest
from app.domain.errors import DeskError, InvalidRequest
from app.printing.page_image import PageImage
from ui.latest import Latest
from ui.screens.intake.actions import IntakeActions, PromisePreview
from ui.screens.intake.promise.panel import PromisePanel
from ui.screens.intake.promise.receipt_picture import LargeReceipt
from ui.widgets.paper.page_picture import as_image
from ui.work import Queue

PROMISE_MS = 60
PICTURE_MS = 180


class LivePreview(QObject):
    """Feeds the promise panel.

    Args:
        actions: what is asked.
        reading: where the records are read.
        outside: where pictures are drawn.
        panel: where the promise and the small receipt stand.
        large: the receipt over the form.
    """

    def __init__(
        self,
        actions: IntakeActions,
        reading: Queue,
        outside: Queue,
        panel: PromisePanel,
        large: LargeReceipt,
    ) -> None:
        super().__init__(panel)
        self._actions = actions
        self._panel = panel
        self._large = large
        self._promise = Latest(self, reading, PROMISE_MS)
        self._picture = Latest(self, outside, PICTURE_MS)

    def forget(self) -> None:
        """Nothing is to be promised any more: what was drawn is another person's by now."""
        self._promise.forget()
        self._picture.forget()
        self._show_page(None)

    def ask(self, request: IntakeRequest, times: Callable[[], IntakeRequest]) -> None:
        """Ask for the promise of `request` and for its receipt.

        Args:
            request: the form as it stands, without times.
            times: the same with its times read; refused while they cannot be.
        """
        try:
            timed = times()
        except InvalidRequest as refusal:
            self.forget()
            self._panel.show_waiting(self._actions.say(refusal.problems[0]))
            return
        now = self._actions.now()
        width = self._picture_width()
        if timed.received_at is not None:
            request = replace(request, received_at=timed.received_at)
        self._panel.picture.fade()
        self._large.page.fade()
        self._promise.ask(
            lambda: self._actions.promise(request, now), self._on_promise, self._on_refused
        )
        self._picture.ask(
            lambda: self._actions.picture(request, now, width), self._on_picture, self._on_no_page
        )

    def _picture_width(self) -> int:
        widget = self._large if self._large.isVisible() else self._panel.picture
        return max(240, round(widget.width() * widget.devicePixelRatioF()))

    def _on_promise(self, preview: PromisePreview) -> None:
        self._panel.show_promise(preview)

    def _on_refused(self, error: Exception) -> None:
        self._picture.forget()
        self._show_page(None)
        if isinstance(error, InvalidRequest):
            error = error.problems[0]
        if isinstance(error, DeskError):
            self._panel.show_waiting(self._actions.say(error))
        else:
            raise error

    def _on_picture(self, picture: PageImage) -> None:
        self._show_page(as_image(picture))

    def _on_no_page(self, _error: Exception) -> None:
        """A receipt that cannot be drawn yet leaves an empty sheet; saving says why."""
        self._show_page(None)

    def _show_page(self, image: QImage | None) -> None:
        """The same page small and large."""
        self._panel.show_page(image)
        self._large.page.show_page(image)
