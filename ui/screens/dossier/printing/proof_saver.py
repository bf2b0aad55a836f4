"""Asks where the proof of time of a dossier is to be written, and writes it there."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.dossier.dossier import Dossier
from app.domain.dossier.opened import Opened
from ui.screen import Notices
from ui.screens.dossier.actions import DossierActions
from ui.tokens import Tone
from ui.widgets.file_dialog import ask_new_file
from ui.work import Work


class ProofSaver:
    """The way from the button to the file.

    Args:
        over: the widget the dialog lies over.
        actions: what the screen asks of the desk.
        work: where it is done.
        notices: say what came of it.
    """

    def __init__(
        self, over: QWidget, actions: DossierActions, work: Work, notices: Notices
    ) -> None:
        self._over, self._actions, self._work, self._notices = over, actions, work, notices

    def ask(self, dossier: Dossier) -> None:
        """Ask for a file, then write the proof of `dossier`."""
        ask_new_file(
            self._over,
            self._over.tr("Lưu phiếu chứng minh thời gian"),
            (self._over.tr("Tệp PDF (*.pdf)"),),
            partial(self.save_to, dossier),
            name=f"chung-minh-{dossier.shown_code}.pdf",
        )

    def save_to(self, dossier: Dossier, file: Path) -> None:
        """Write the proof to `file`."""
        self._work.writing.run(
            self._over,
            lambda: self._actions.save_proof(Opened(dossier.id), file),
            lambda _: self._on_saved(dossier, file),
            lambda error: self._notices.take(error, lambda: self.save_to(dossier, file)),
        )

    def _on_saved(self, dossier: Dossier, file: Path) -> None:
        words = self._over.tr("Đã lưu phiếu chứng minh thời gian của hồ sơ {0}: {1}")
        self._notices.notify(words.format(dossier.shown_code, file), Tone.DONE)
