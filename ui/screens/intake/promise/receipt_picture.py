"""The receipt as it will print, as wide as its column; and the same large over the form."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

A4 = 297 / 210


class ReceiptPicture(QWidget):
    """One page on white, scaled to the widget's width; a stale page fades."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.image: QImage | None = None
        self._is_stale = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_page(self, image: QImage | None) -> None:
        """Show `image`, or an empty sheet."""
        self.image = image
        self._is_stale = False
        self.updateGeometry()
        self.update()

    def fade(self) -> None:
        """The form changed since this page was drawn."""
        self._is_stale = self.image is not None
        self.update()

    @property
    def is_stale(self) -> bool:
        """Whether the form changed since."""
        return self._is_stale

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._ratio())

    def sizeHint(self) -> QSize:
        return QSize(300, round(300 * self._ratio()))

    def _ratio(self) -> float:
        if self.image is None or self.image.width() == 0:
            return A4
        return self.image.height() / self.image.width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width = float(self.width())
        sheet = QRectF(0.5, 0.5, width - 1, min(width * self._ratio(), self.height()) - 1)
        if self.image is not None:
            painter.fillRect(sheet, Qt.GlobalColor.white)
            painter.setOpacity(0.55 if self._is_stale else 1.0)
            shown = sheet.height() / (width * self._ratio())
            source = QRectF(0, 0, self.image.width(), self.image.height() * min(1.0, shown))
            painter.drawImage(sheet, self.image, source)
            painter.setOpacity(1.0)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(sheet)


class LargeReceipt(QFrame):
    """The page large, over the form; Esc or the key that brought it folds it away again.

    Signals:
        folded: it is to be folded away.
    """

    folded = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.page = ReceiptPicture(name)
        scroll = QScrollArea()
        scroll.setObjectName("cardScroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self.page)
        scroll.verticalScrollBar().setSingleStep(40)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(scroll)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(scroll)
        self.setAccessibleName(name)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.folded.emit()
            event.accept()
            return
        super().keyPressEvent(event)
