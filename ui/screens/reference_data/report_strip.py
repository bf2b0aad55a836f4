"""What became of an imported file: how many were taken, and every record that was not."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.answers.imports import Imported
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.text.labels import number_text
from ui.widgets.text.notice_strip import NoticeStrip
from ui.words import reason_in_language

MOST_ROWS = 400


class ImportReport(QWidget):
    """A sentence with counts, and a table of what wants to be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = NoticeStrip()
        self.table = PlainTable(
            self.tr("Từng mục của tệp"),
            (self.tr("Mục"), self.tr("Kết quả"), self.tr("Chi tiết")),
            stretched=2,
            most_height=220,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.strip)
        column.addWidget(self.table)
        self.hide()

    def show_refusal(self, sentence: str) -> None:
        """The file was refused whole."""
        self.strip.say("■ " + sentence, "problem")
        self.table.hide()
        self.show()

    def show_busy(self) -> None:
        """The file is being read."""
        self.strip.say(self.tr("Đang đọc và kiểm tra cả tệp…"), "info")
        self.table.hide()
        self.show()

    def show_imported(self, done: Imported) -> None:
        """Say what was taken; what is unchanged is only counted."""
        words = {
            "new": self.tr("mới"),
            "changed": self.tr("thay đổi"),
            "unchanged": self.tr("như cũ"),
            "refused": self.tr("từ chối"),
            "review": self.tr("xem lại hạn"),
        }
        counts = ", ".join(
            f"{done.count(verdict)} {named}"
            for verdict, named in words.items()
            if done.count(verdict)
        )
        needs_look = done.count("refused") + done.count("review")
        self.strip.say(
            self.tr("✓ Đã nhận cả tệp: {0}.").format(counts or self.tr("không có mục nào")),
            "warning" if needs_look else "done",
        )
        shown = [row for row in done.rows if row.verdict != "unchanged"]
        order = {"refused": 0, "review": 1, "changed": 2, "new": 3}
        shown.sort(key=lambda row: order.get(row.verdict, 9))
        rows = [
            (
                reason_in_language(row.reference),
                words.get(row.verdict, row.verdict),
                reason_in_language(row.detail),
            )
            for row in shown[:MOST_ROWS]
        ]
        if len(shown) > MOST_ROWS:
            left_out = number_text(len(shown) - MOST_ROWS)
            rows.append(("…", "", self.tr("Còn {0} mục nữa không hiện ở đây.").format(left_out)))
        self.table.show_rows(rows)
        self.table.setVisible(bool(shown))
        self.show()
