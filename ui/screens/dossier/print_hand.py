"""Reprints, and looking at prints that were made; nothing here blocks the dossier."""

from PySide6.QtCore import QObject, Signal

from app.domain.answers import DossierView, PrintEntry
from app.domain.changes import Changed
from app.domain.errors import DeskError
from ui.screen import Act, Notices
from ui.screens.dossier.actions import DossierActions, PrintDone
from ui.screens.dossier.frame import DossierFrame
from ui.tokens import Tone
from ui.widgets.paper_pane import PagePicture
from ui.work import Work

RECEIPT = "01"
PREVIEW_DPI = 110


class PrintHand(QObject):
    """Prints for the dossier in `view` and shows prints in the frame's pane.

    Signals:
        changed: a print was kept (`Changed`).
    """

    changed = Signal(object)

    def __init__(
        self, actions: DossierActions, work: Work, notices: Notices, frame: DossierFrame
    ) -> None:
        super().__init__(frame)
        self.view: DossierView | None = None
        self._actions = actions
        self._work = work
        self._notices = notices
        self._frame = frame
        self._looked_at = 0
        frame.prints.looked_at.connect(self.look_at)

    def print_again(self) -> None:
        """Print the form last printed, at its size; the receipt if none was."""
        if self.view is None:
            return
        self._print(self.view.dossier.id, *self._last_form(self.view))

    def look_at(self, print_id: int) -> None:
        """Show a stored print in the pane."""
        entry = self._entry(print_id)
        if entry is None:
            return
        self._looked_at = print_id
        self._frame.open_preview(self._frame.prints.words_of(entry))
        self._frame.paper.say(self.tr("Đang vẽ trang…"))

        def came(pictures: tuple[PagePicture, ...]) -> None:
            if self._looked_at == print_id:
                self._frame.paper.show_pages(pictures)

        def failed(error: Exception) -> None:
            if self._looked_at == print_id:
                self._on_look_failed(error)

        self._work.outside.run(
            self, lambda: self._actions.pictures(print_id, PREVIEW_DPI), came, failed
        )

    def _last_form(self, view: DossierView) -> tuple[str, str]:
        return (view.prints[0].form, view.prints[0].paper) if view.prints else (RECEIPT, "")

    def _entry(self, print_id: int) -> PrintEntry | None:
        prints = self.view.prints if self.view is not None else ()
        return next((one for one in prints if one.id == print_id), None)

    def _print(self, dossier_id: int, form: str, paper: str) -> None:
        def print_it() -> None:
            self._print(dossier_id, form, paper)

        again = Act(self.tr("In lại"), print_it)

        def done(printed: PrintDone) -> None:
            self._notices.tell(self._printed_words(printed), Tone.DONE, again)
            self.changed.emit(Changed.PRINTS)

        def failed(error: Exception) -> None:
            if not isinstance(error, DeskError):
                self._notices.take(error, print_it)
                return
            self._notices.tell(self._actions.say(error), Tone.DUE_SOON, again)
            self.changed.emit(Changed.PRINTS)

        self._notices.tell(self.tr("Đang in mẫu {0}…").format(form), Tone.RUNNING)
        self._work.outside.run(
            self, lambda: self._actions.print_form(dossier_id, form, paper), done, failed
        )

    def _printed_words(self, done: PrintDone) -> str:
        if done.copy_number > 1:
            return self.tr("Đã gửi {0}: bản in lại lần {1}. Giấy ra đúng không?").format(
                done.printer, done.copy_number - 1
            )
        return self.tr("Đã gửi {0}. Giấy ra đúng không?").format(done.printer)

    def _on_look_failed(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._frame.paper.say(self._actions.say(error))
            return
        self._frame.close_preview()
        self._notices.take(error)
