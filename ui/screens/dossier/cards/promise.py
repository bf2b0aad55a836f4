"""The promise explained: the table to count by, and what stands around it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.clock import time_and_day
from app.domain.deadline.apology import Apology
from app.domain.deadline.explanation import Explanation
from app.wording.explanation import explanation_notes, explanation_table
from ui.models.board_cells import deadline_words, weekday
from ui.theme import px
from ui.widgets.layout.card import TitledCard
from ui.widgets.text.labels import label, rule
from ui.words import word_for

FIRST_ROWS = 40


class PromiseCard(TitledCard):
    """The explanation of one dossier, and the way to prove how its time went.

    Signals:
        proof_wanted: the proof of time is to be saved.
    """

    proof_wanted = Signal()

    def show_explanation(self, explanation: Explanation, apologies: Sequence[Apology] = ()) -> None:
        """Show it, first what was promised since; a long count shows its first days and last."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for apology in apologies:
            kind = "" if apology.notices else "warningText"
            column.addWidget(label(_apology_words(apology), kind, wraps=True))
        if apologies:
            column.addWidget(rule())
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
        button = QPushButton(self.tr("Chứng minh thời gian…"))
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


def _apology_words(apology: Apology) -> str:
    """What an apology promised, why, who approved, and how its applicant was notified."""
    translate = QCoreApplication.translate
    new = time_and_day(apology.due_at, weekday=weekday(apology.due_at))
    words = translate("Promise", "Xin lỗi {0}, hẹn lại {1}. {2}.").format(
        time_and_day(apology.made_at), new, apology.reason.rstrip(".")
    )
    if apology.approver:
        words += " " + translate("Promise", "Người phê duyệt: {0}.").format(apology.approver)
    if not apology.notices:
        return "■ " + words + " " + translate("Promise", "Chưa báo người dân.")
    notice = apology.notices[0]
    how = translate("Promise", "Đã báo {0}: {1}.")
    return words + " " + how.format(time_and_day(notice.at), word_for(notice.way).lower())
