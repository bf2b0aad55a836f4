"""What became of an imported file: how many were taken, and every record that was not."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.answers.imports import Imported
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.text.labels import label, number_text
from ui.widgets.text.notice_strip import NoticeStrip
from ui.words import reason_in_language

MOST_ROWS = 400


class ImportReport(QWidget):
    """A sentence with counts, and a table of what wants to be read.

    Signals:
        opened: the id of the dossier whose row was clicked or entered.
    """

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = NoticeStrip()
        self.table = PlainTable(
            self.tr("Từng mục của tệp"),
            (self.tr("Mục"), self.tr("Kết quả"), self.tr("Chi tiết")),
            stretched=2,
            chooses=True,
            leads=True,
            most_height=220,
        )
        self.table.opened.connect(self._on_opened)
        self._dossiers: list[int | None] = []
        self._hint = label(
            self.tr("Bấm hoặc Enter vào một hồ sơ để mở và xem lại hạn."), "quiet", wraps=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.strip)
        column.addWidget(self._hint)
        column.addWidget(self.table)
        self.hide()

    def show_refusal(self, sentence: str) -> None:
        """The file was refused whole."""
        self.strip.say("■ " + sentence, "problem")
        self._show_rows((), ())
        self.show()

    def show_busy(self) -> None:
        """The file is being read."""
        self.strip.say(self.tr("Đang đọc và kiểm tra cả tệp…"), "info")
        self._show_rows((), ())
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
        self._show_rows(rows, [row.dossier_id for row in shown[:MOST_ROWS]])
        self.show()

    def _show_rows(
        self, rows: Sequence[tuple[str, str, str]], dossiers: Sequence[int | None]
    ) -> None:
        self._dossiers = list(dossiers)
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._hint.setVisible(any(one is not None for one in dossiers))

    @Slot(int)
    def _on_opened(self, row: int) -> None:
        dossier = self._dossiers[row] if row < len(self._dossiers) else None
        if dossier is not None:
            self.opened.emit(dossier)
