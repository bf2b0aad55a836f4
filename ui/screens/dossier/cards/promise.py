"""The promise explained: the table to count by, and what stands around it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.deadline.explanation import Explanation
from app.wording.explanation import explanation_notes, explanation_table
from ui.models.board_cells import deadline_words, weekday
from ui.theme import px
from ui.widgets.layout.card import TitledCard
from ui.widgets.text.labels import label, rule

FIRST_ROWS = 40


class PromiseCard(TitledCard):
    """The explanation of one dossier, and the way to prove how its time went.

    Signals:
        proof_wanted: the proof of time is to be saved.
    """

    proof_wanted = Signal()

    def show_explanation(self, explanation: Explanation) -> None:
        """Show it; a long count shows its first days and its last."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        notes = explanation_notes(explanation, deadline_words)
        for note in notes[:-1]:
            column.addWidget(label(note, "", wraps=True))
        if explanation.rows:
            column.addWidget(rule())
            column.addWidget(self._table(explanation))
            column.addWidget(rule())
        for note in notes[-1:]:
            column.addWidget(label(note, "small", wraps=True))
        column.addWidget(self._proof(), 0, Qt.AlignmentFlag.AlignLeft)
        self.put(inside)

    def show_trouble(self, words: str) -> None:
        """It cannot be explained; say why."""
        self.put(label(words, "warningText", wraps=True))

    def _proof(self) -> QPushButton:
        button = QPushButton(self.tr("Lưu phiếu chứng minh thời gian…"))
        button.setObjectName("plain")
        button.clicked.connect(self.proof_wanted)
        return button

    def _table(self, explanation: Explanation) -> QWidget:
        table = QWidget()
        table.setAccessibleName(self.tr("Bảng đếm ngày"))
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(3))
        grid.setColumnStretch(1, 1)
        rows = explanation.rows
        lines = explanation_table(explanation, deadline_words)
        hidden = range(FIRST_ROWS, len(rows) - 3) if len(rows) > FIRST_ROWS + 4 else range(0)
        top = Qt.AlignmentFlag.AlignTop
        for nth, (row, line) in enumerate(zip(rows, lines, strict=True)):
            if nth in hidden:
                if nth == hidden.start:
                    words = self.tr("… {0} ngày nữa").format(len(hidden))
                    grid.addWidget(label(words, "quiet"), nth, 0, 1, 3)
                continue
            on = f"{weekday(row.day.on)} {row.day.on:%d/%m}"
            grid.addWidget(label(on, "strong" if row.is_counted else "quiet"), nth, 0, top)
            grid.addWidget(label(line.why, "" if row.is_counted else "quiet", wraps=True), nth, 1)
            counted = label(line.counted, "strong" if row.is_counted else "quiet")
            grid.addWidget(counted, nth, 2, top | Qt.AlignmentFlag.AlignRight)
        return table
