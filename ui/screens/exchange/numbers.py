"""The four numbers on top: what waits, what never left, what was refused."""

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from app.answers.exchange import OutboxSummary
from app.domain.clock import in_vietnam, time_and_day
from ui.widgets.text.labels import label, number_text


class Numbers(QWidget):
    """One card for each number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = [_Number() for _ in range(4)]
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for nth, card in enumerate(self._cards):
            row.addWidget(card, 0, nth)
            row.setColumnStretch(nth, 1)

    def show_summary(self, summary: OutboxSummary) -> None:
        """Show what waits."""
        oldest = (
            self.tr("cũ nhất từ {0}").format(
                time_and_day(in_vietnam(summary.oldest_at), with_year=False)
            )
            if summary.oldest_at
            else self.tr("tất cả đã được tỉnh nhận")
        )
        shown = (
            (summary.pending_dossiers, self.tr("Hồ sơ chờ tỉnh nhận"), oldest),
            (
                summary.pending_events,
                self.tr("Bản ghi chờ gửi"),
                self.tr("mỗi thay đổi một bản ghi"),
            ),
            (
                summary.never_exported,
                self.tr("Chưa xuất lần nào"),
                self.tr("chưa có trong gói nào"),
            ),
            (summary.rejected, self.tr("Tỉnh từ chối"), self._still_refused(summary)),
        )
        for card, (number, words, below) in zip(self._cards, shown, strict=True):
            card.show_number(number, words, below)

    def _still_refused(self, summary: OutboxSummary) -> str:
        """What is to be done about those refused."""
        if summary.to_mend == summary.rejected:
            return self.tr("cần sửa rồi gửi lại") if summary.rejected else self.tr("không có")
        mended = summary.rejected - summary.to_mend
        return self.tr("{0} cần sửa, {1} đã sửa").format(summary.to_mend, mended)


class _Number(QFrame):
    """A number with its words and a quiet line."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._number = label("–", "counter")
        self._words = label("", "strong", wraps=True)
        self._below = label("", "small", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(2)
        for widget in (self._number, self._words, self._below):
            column.addWidget(widget)

    def show_number(self, number: int, words: str, below: str) -> None:
        self._number.setText(number_text(number))
        self._words.setText(words)
        self._below.setText(below)
        self.setAccessibleName(f"{words}: {number}. {below}")
