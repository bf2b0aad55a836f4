"""A QR code on the screen, black on white in every theme, in whole pixels a module."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.printing.codes.barcode import QR_QUIET_MODULES, Symbol, qr


class QrPicture(QWidget):
    """Empty until it has something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._symbol: Symbol | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_text(self, text: str) -> None:
        """Say `text`; nothing clears it."""
        self._symbol = qr(text) if text else None
        self.setAccessibleDescription(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, 260)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._symbol is None:
            return
        modules = self._symbol.columns + 2 * QR_QUIET_MODULES
        ratio = self.devicePixelRatioF()
        dots = int(min(self.width(), self.height()) * ratio) // modules
        if dots < 1:
            return
        painter = QPainter(self)
        painter.scale(1 / ratio, 1 / ratio)
        side = dots * modules
        left = (int(self.width() * ratio) - side) // 2
        top = (int(self.height() * ratio) - side) // 2
        painter.fillRect(left, top, side, side, QColor(Qt.GlobalColor.white))
        for module in self._symbol.path.split(" re"):
            if not module.strip():
                continue
            x, y, width, height = (int(part) * dots for part in module.split())
            quiet = QR_QUIET_MODULES * dots
            painter.fillRect(left + quiet + x, top + quiet + y, width, height,
                             QColor(Qt.GlobalColor.black))  # fmt: skip
