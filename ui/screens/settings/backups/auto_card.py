"""Whether and where the office is saved by itself; each folder is typed or chosen."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.domain.errors import DeskError
from ui.screens.settings.options_card import Option, OptionsCard
from ui.widgets.file_dialog import ask_folder

ON, FIRST, SECOND = "auto_backup", "backup_place", "backup_place_2"


class AutoCard(OptionsCard):
    """On or off, and two places.

    Attributes:
        choose: the buttons that ask for a folder, by the key of their setting.
    """

    def __init__(self, say: Callable[[DeskError], str], parent: QWidget | None = None) -> None:
        options = (
            Option(
                ON,
                self.tr("Tự sao lưu mỗi giờ nếu có thay đổi, và khi đóng chương trình"),
                is_tick=True,
                span=6,
            ),
            Option(
                FIRST,
                self.tr("Nơi tự sao lưu"),
                self.tr("để trống: thư mục sao-luu cạnh dữ liệu"),
                span=3,
            ),
            Option(
                SECOND,
                self.tr("Nơi tự sao lưu thứ hai"),
                self.tr("nên ở ổ đĩa khác; để trống: không có"),
                span=3,
            ),
        )
        note = self.tr(
            "Mỗi bản được mở ra kiểm tra rồi mới tính. Giữ 24 bản theo giờ, 14 theo ngày, 8 theo "
            "tuần, 12 theo tháng, không quá một phần năm ổ đĩa. Bản sao lưu giữ cả khóa: chọn nơi "
            "chỉ người của cơ quan đọc được."
        )
        super().__init__(self.tr("Tự sao lưu"), options, say, note, parent=parent)
        self.choose = {
            FIRST: QPushButton(self.tr("Chọn nơi thứ nhất…")),
            SECOND: QPushButton(self.tr("Chọn nơi thứ hai…")),
        }
        row = QHBoxLayout()
        row.setSpacing(8)
        for key, button in self.choose.items():
            button.clicked.connect(partial(self._ask, key))
            row.addWidget(button)
        row.addStretch(1)
        self.add_below(row)

    def _ask(self, key: str) -> None:
        ask_folder(
            self,
            self.tr("Chọn thư mục để tự sao lưu"),
            partial(self.take, key),
            last=self.line(key).value(),
        )

    def take(self, key: str, folder: Path) -> None:
        """A folder was chosen; it is kept with everything else of the screen."""
        self.line(key).set_value(str(folder))
        self.changed.emit()
