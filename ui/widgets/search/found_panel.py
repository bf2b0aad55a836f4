"""What was found, over the window below the search; or that nothing was, and how to search."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.answers.board import BoardRow
from ui.theme import px
from ui.widgets.search.found_list import FoundList
from ui.widgets.text.labels import label
from ui.widgets.text.shortened import shortened


class FoundPanel(QFrame):
    """The answers over the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sidePane")
        self.setAutoFillBackground(True)
        self._head = label("", "small")
        self._hint = label(self.tr("↑ ↓ chọn   Enter mở   Esc đóng"), "small")
        self._nothing = label("", "", wraps=True)
        self._nothing_hint = label(
            self.tr(
                "Gõ bốn số cuối của mã, đầu mỗi chữ trong tên (không cần dấu), số điện thoại hoặc "
                "số định danh."
            ),
            "quiet",
            wraps=True,
        )
        self.list = FoundList()
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        head.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing)
        column.addWidget(self._nothing_hint)
        self.hide()

    def show_rows(self, text: str, rows: tuple[BoardRow, ...]) -> None:
        """Show what was found for `text`."""
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self._hint.setVisible(bool(rows))
        for widget in (self._nothing, self._nothing_hint):
            widget.setVisible(not rows)
        self._head.setText(
            self.tr("{0} hồ sơ mới nhất").format(len(rows))
            if len(rows) >= 50
            else self.tr("{0} hồ sơ").format(len(rows))
        )
        self._nothing.setText(
            self.tr("Không thấy hồ sơ nào khớp “{0}”.").format(shortened(text, 60))
        )

    @property
    def words(self) -> str:
        """What the list says when it is empty."""
        return "" if self._nothing.isHidden() else self._nothing.text()

    def place(self, left: int, top: int, width: int, most: int) -> None:
        """Lie at this place of the window, no higher than `most`."""
        inner = self.list.rows_height() if not self.list.isHidden() else px(72)
        height = min(inner + px(48), most)
        self.setGeometry(left, top, width, height)
        self.show()
        self.raise_()
