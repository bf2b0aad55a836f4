"""What was scanned goes where it belongs: a dossier opens, a card fills the applicant.

One entry for the keyboard scanner, the serial scanner, pictures and the clipboard. A text that is
none of ours is shown and refused: nothing of it is opened, run or searched for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from app.devices.pictures import GrayPicture, codes_in
from app.devices.serial_scanner import SerialEar
from app.devices.wedge import BurstRules
from app.domain.errors import DeskError
from app.domain.scanning.code import read_scan
from app.domain.scanning.garbled import is_garbled, is_misread
from app.domain.scanning.likeness import Likeness, likeness
from app.domain.scanning.scanned import (
    CardScan,
    DossierScan,
    LabelScan,
    Scanned,
    ScanReason,
    Unrecognised,
)
from app.wording.terms import GARBLED_SCAN
from ui.screen import Notices
from ui.shell.scanning.scan_actions import ScanActions, ScannerSetup
from ui.shell.scanning.scan_router import ScanRouter, Spoil
from ui.tokens import Tone
from ui.widgets.file_dialog import ask_file
from ui.widgets.scanner.scan_probe import ScanProbe
from ui.words import in_language, word_for
from ui.work import Work


class ScanDesk(QObject):
    """Takes scans from everywhere.

    Signals:
        dossier_found: the id of a dossier whose code was scanned.
        person_read: a `PersonScan`: somebody's card.
        unknown_read: a code that no dossier here has, and the refusal that says so.
    """

    dossier_found = Signal(int)
    person_read = Signal(object)
    unknown_read = Signal(str, object)
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
        self.router = ScanRouter(self._likeness, self)
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
        """Take what a scanner sent, or what was pasted for one; garbled letters fill no field."""
        if is_misread(text):
            self._on_spoiled(Spoil.LETTERS)
            return
        found = self._read(text)
        match found:
            case DossierScan(code):
                self._open(
                    lambda: self._actions.dossier_of(code),
                    lambda error: self._on_unknown(code, error),
                )
            case LabelScan(_, day, number):
                self._open(lambda: self._actions.dossier_of_label(day, number))
            case Unrecognised():
                self._refuse(found)
            case _:
                self.person_read.emit(found)
                if isinstance(found, CardScan) and found.is_cut:
                    self._say_cut()

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
        kinds = (self.tr("Ảnh (*.png *.jpg *.jpeg *.bmp *.gif)"),)
        window = QApplication.activeWindow()
        ask_file(
            window, self.tr("Đọc mã từ tệp ảnh"), kinds, lambda file: self.take_file(str(file))
        )

    def _on_heard(self, text: str) -> None:
        """The serial scanner's: while a scanner is tried, only shown there."""
        probe = QApplication.focusWidget()
        if isinstance(probe, ScanProbe):
            probe.show_serial(text)
        elif is_garbled(text):
            self._on_spoiled(Spoil.LETTERS)
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

    def _open(
        self, job: Callable[[], int], otherwise: Callable[[Exception], None] | None = None
    ) -> None:
        self._work.reading.run(self, job, self.dossier_found.emit, otherwise or self._notices.take)

    def _on_unknown(self, code: str, error: Exception) -> None:
        """A portal's code may be that of a dossier still to be received; anything else is said."""
        if isinstance(error, DeskError):
            self.unknown_read.emit(code, error)
        else:
            self._notices.take(error)

    def _refuse(self, found: Unrecognised) -> None:
        if found.reason is ScanReason.EMPTY:
            return
        if found.reason is ScanReason.CUT:
            self.router.await_rest()
        words = self.tr("Không dùng được mã vừa quét: {0} – {1}.").format(
            word_for(found.reason), found.text
        )
        self._notices.notify(words, Tone.DUE_SOON)

    def _say_cut(self) -> None:
        """Once for the whole card: what comes behind it is its rest, and is not spoken of."""
        self.router.await_rest()
        self._notices.notify(
            self.tr("Thẻ quét bị thiếu phần sau: nơi ở cần kiểm tra. Quét lại thẻ, hoặc gõ tay."),
            Tone.DUE_SOON,
        )

    def _on_spoiled(self, spoil: Spoil) -> None:
        said = {
            Spoil.INPUT_METHOD: self.tr(
                "Bộ gõ tiếng Việt làm sai mã vừa quét nên chưa dùng. Tắt bộ gõ (Ctrl+Shift với "
                "Unikey) rồi quét lại, hoặc đặt máy quét ở chế độ COM."
            ),
            Spoil.LETTERS: in_language(GARBLED_SCAN),
            Spoil.KEYS: self.tr(
                "Máy quét gõ chữ có dấu bằng Alt và bàn phím số nên chưa dùng mã vừa quét. Tắt "
                "kiểu gõ đó (ALT mode) hoặc đặt máy quét ở chế độ COM theo tờ cài máy quét (Cài "
                "đặt, Máy quét) rồi quét lại."
            ),
        }
        self._notices.notify(said[spoil], Tone.DUE_SOON)

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

    def _likeness(self, text: str) -> Likeness:
        return likeness(text, self._now().date())

    def _is_ours(self, text: str) -> bool:
        return not isinstance(self._read(text), Unrecognised)
