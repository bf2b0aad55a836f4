"""Printed pages as pictures, one below the other, as wide as the pane."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.printing.page_image import PageImage
from ui.theme import tokens
from ui.widgets.paper.page_picture import as_image
from ui.widgets.text.labels import label

_A4 = 297 / 210


class PaperPane(QScrollArea):
    """Shows the pages of one print, or says why there are none."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plainScroll")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages: list[_Page] = []
        self._words = label("", "quiet", wraps=True)
        inside = QWidget()
        inside.setObjectName("plainInside")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self._words)
        self._column.addStretch(1)
        self.setWidget(inside)

    def show_pages(self, pictures: Sequence[PageImage]) -> None:
        """Show these pages."""
        self._clear()
        for nth, picture in enumerate(pictures, start=1):
            page = _Page(picture, self.tr("Trang {0}").format(nth))
            self._pages.append(page)
            self._column.insertWidget(self._column.count() - 1, page)
        self._words.hide()
        self.verticalScrollBar().setValue(0)

    def say(self, words: str) -> None:
        """Show words instead of pages."""
        self._clear()
        self._words.setText(words)
        self._words.show()

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._pages)

    @property
    def words(self) -> str:
        """What stands there instead of pages."""
        return "" if self._pages else self._words.text()

    def _clear(self) -> None:
        for page in self._pages:
            self._column.removeWidget(page)
            page.deleteLater()
        self._pages.clear()


class _Page(QWidget):
    def __init__(self, picture: PageImage, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._image = as_image(picture)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._ratio())

    def sizeHint(self) -> QSize:
        return QSize(300, round(300 * self._ratio()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        sheet = QRectF(0.5, 0.5, self.width() - 1, self.width() * self._ratio() - 1)
        painter.fillRect(sheet, Qt.GlobalColor.white)
        painter.drawImage(sheet, self._image)
        painter.setPen(QColor(tokens(self).line))
        painter.drawRect(sheet)

    def _ratio(self) -> float:
        return self._image.height() / self._image.width() if self._image.width() else _A4
