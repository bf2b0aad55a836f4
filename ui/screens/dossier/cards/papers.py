"""The card of papers: handed in, asked for, missing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.clock import time_and_day
from app.domain.dossier.asked import still_asked
from app.domain.dossier.dossier import Dossier, SubmittedDocument
from app.wording.sheets import left_text
from ui.widgets.layout.card import TitledCard
from ui.widgets.text.labels import label, rule


class PapersCard(TitledCard):
    """Papers handed in, those asked for, those missing."""

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the papers of this dossier; those that are certified have a card of their own."""
        self.setVisible(bool(dossier.documents or dossier.missing or not dossier.certification))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for document in dossier.documents:
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(label(document.name, "", wraps=True), 1)
            counts = self._counts(document)
            row.addWidget(label(counts, "quiet"), 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        if dossier.missing:
            words = self.tr("▲ Còn thiếu: {0}").format("; ".join(dossier.missing))
            column.addWidget(label(words, "warningText", wraps=True))
        waiting = [pause for pause in dossier.pauses if pause.completed_at is None and pause.wanted]
        for pause in waiting:
            column.addWidget(rule())
            words = self.tr("Đang chờ bổ sung từ {0}:").format(
                time_and_day(pause.asked_at, with_year=False)
            )
            column.addWidget(label(words, "strong", wraps=True))
            for paper in still_asked(pause.wanted):
                column.addWidget(label("‖ " + left_text(paper), "", wraps=True))
        self.put(inside)

    def _counts(self, document: SubmittedDocument) -> str:
        parts = [self.tr("xuất trình")] if document.shown else []
        if document.originals:
            parts.append(self.tr("{0} bản chính").format(document.originals))
        if document.copies:
            parts.append(self.tr("{0} bản sao").format(document.copies))
        return ", ".join(parts)
