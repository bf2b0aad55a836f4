"""What was scanned goes where it belongs: a dossier opens, a card fills the applicant.

One entry for the keyboard scanner, the serial scanner, pictures and the clipboard. A text that is
none of ours is shown and refused: nothing of it is opened, run or searched for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog

from app.devices.pictures import GrayPicture, codes_in
from app.devices.serial_scanner import SerialEar
from app.devices.wedge import BurstRules
from app.domain.scanning.code import read_scan
from app.domain.scanning.scanned import DossierScan, LabelScan, Scanned, ScanReason, Unrecognised
from ui.screen import Notices
from ui.shell.scanning.scan_actions import ScanActions, ScannerSetup
from ui.shell.scanning.scan_router import ScanRouter
from ui.tokens import Tone
from ui.widgets.scanner.scan_probe import ScanProbe
from ui.words import word_for
from ui.work import Work


class ScanDesk(QObject):
    """Takes scans from everywhere.

    Signals:
        dossier_found: the id of a dossier whose code was scanned.
        person_read: a `PersonScan`: somebody's card.
    """

    dossier_found = Signal(int)
    person_read = Signal(object)
    _heard = Signal(str)
    _opened = Signal()
    _gone = Signal()

    def __init__(
        self,
        actions: ScanActions,
        work: Work,
        notices: Notices,
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._work = work
        self._notices = notices
        self._now = now
        self.router = ScanRouter(self._is_ours, self)
        self.router.scanned.connect(self.take)
        self.router.refused.connect(self.take)
        self.router.spoiled.connect(self._on_spoiled)
        self._ear: SerialEar | None = None
        self._is_missed = False
        self._heard.connect(self._on_heard)
        self._opened.connect(self._on_opened)
        self._gone.connect(self._on_gone)

    def ask_setup(self) -> None:
        """Ask how the scanner is set up, and hear it so."""
        self._work.reading.run(self, self._actions.setup, self.set_up)

    def set_up(self, setup: ScannerSetup) -> None:
        """Hear the scanner on its port, if it has one, and by its prefix."""
        self.router.set_rules(replace(BurstRules(), prefix=setup.prefix))
        if self._ear is not None and self._ear.port == setup.port:
            return
        self.close()
        if setup.port:
            self._ear = SerialEar(setup.port, self._heard.emit, self._opened.emit, self._gone.emit)

    def close(self) -> None:
        """Leave the serial port."""
        if self._ear is not None:
            self._ear.close()
            self._ear = None
        self._is_missed = False

    def take(self, text: str) -> None:
        """Take what a scanner sent, or what was pasted for one."""
        found = self._read(text)
        match found:
            case DossierScan(code):
                self._open(lambda: self._actions.dossier_of(code))
            case LabelScan(_, day, number):
                self._open(lambda: self._actions.dossier_of_label(day, number))
            case Unrecognised():
                self._refuse(found)
            case _:
                self.person_read.emit(found)

    def take_picture(self, image: QImage) -> None:
        """Take the first of ours among the codes in a picture; read off the GUI thread."""
        gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
        picture = GrayPicture(
            gray.width(), gray.height(), gray.bytesPerLine(), bytes(gray.constBits())
        )
        self._work.outside.run(self, lambda: codes_in(picture), self._on_codes, self._notices.take)

    def take_clipboard(self) -> None:
        """Take the picture, the picture file or the text that was copied."""
        found: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None after `clear`
        copied = QMimeData() if found is None else found
        files = [url.toLocalFile() for url in copied.urls() if url.isLocalFile()]
        if copied.hasImage():
            self.take_picture(QGuiApplication.clipboard().image())
        elif files:
            self.take_file(files[0])
        elif copied.text().strip():
            self.take(copied.text())
        else:
            self._notices.notify(
                self.tr("Chưa chép gì: hãy chép ảnh, tệp ảnh hoặc chuỗi mã rồi bấm lại."),
                Tone.DUE_SOON,
            )

    def take_file(self, path: str) -> None:
        """Take the code out of a picture file."""
        self._work.outside.run(self, lambda: QImage(path), self._on_image, self._notices.take)

    def choose_picture(self) -> None:
        """Let the clerk choose a picture file."""
        dialog = QFileDialog(QApplication.activeWindow(), self.tr("Đọc mã từ tệp ảnh"))
        dialog.setNameFilter(self.tr("Ảnh (*.png *.jpg *.jpeg *.bmp *.gif)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.take_file)
        dialog.open()

    def _on_heard(self, text: str) -> None:
        """The serial scanner's: while a scanner is tried, only shown there."""
        probe = QApplication.focusWidget()
        if isinstance(probe, ScanProbe):
            probe.show_serial(text)
        else:
            self.take(text)

    def _on_image(self, image: QImage) -> None:
        if image.isNull():
            words = self.tr("Tệp này không phải ảnh đọc được. Chọn tệp PNG hoặc JPG.")
            self._notices.notify(words, Tone.DUE_SOON)
            return
        self.take_picture(image)

    def _on_codes(self, texts: tuple[str, ...]) -> None:
        self.take(next(filter(self._is_ours, texts), texts[0]))

    def _open(self, job: Callable[[], int]) -> None:
        self._work.reading.run(self, job, self.dossier_found.emit, self._notices.take)

    def _refuse(self, found: Unrecognised) -> None:
        if found.reason is ScanReason.EMPTY:
            return
        words = self.tr("Không dùng được mã vừa quét: {0} – {1}.").format(
            word_for(found.reason), found.text
        )
        self._notices.notify(words, Tone.DUE_SOON)

    def _on_spoiled(self) -> None:
        self._notices.notify(
            self.tr(
                "Bộ gõ tiếng Việt làm sai mã vừa quét nên chưa dùng. Tắt bộ gõ (Ctrl+Shift với "
                "Unikey) rồi quét lại, hoặc đặt máy quét ở chế độ COM."
            ),
            Tone.DUE_SOON,
        )

    def _on_opened(self) -> None:
        if self._is_missed and self._ear is not None:
            self._notices.notify(self.tr("Máy quét ở cổng {0} đã sẵn sàng.").format(self._ear.port))
        self._is_missed = False

    def _on_gone(self) -> None:
        """It is looked for every few seconds; that it is missing is said once."""
        if not self._is_missed and self._ear is not None:
            words = self.tr(
                "Không thấy máy quét ở cổng {0}. Cắm lại dây, hoặc chọn cổng khác trong Cài đặt; "
                "trong khi đó vẫn gõ tay được."
            )
            self._notices.notify(words.format(self._ear.port), Tone.DUE_SOON)
        self._is_missed = True

    def _read(self, text: str) -> Scanned:
        return read_scan(text, self._now().date())

    def _is_ours(self, text: str) -> bool:
        return not isinstance(self._read(text), Unrecognised)
