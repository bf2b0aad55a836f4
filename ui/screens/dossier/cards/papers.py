"""The card of papers: handed in, asked for, missing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.catalogue.paper_names import names_of
from app.domain.catalogue.procedure import RequiredDocument
from app.domain.clock import time_and_day
from app.domain.dossier.asked import still_asked
from app.domain.dossier.dossier import Dossier, SubmittedDocument
from app.wording.sheets import left_text, named
from ui.tips import set_tip
from ui.widgets.layout.card import TitledCard
from ui.widgets.text.labels import label, rule


class PapersCard(TitledCard):
    """Papers handed in, those asked for, those missing."""

    def show_dossier(self, dossier: Dossier, listed: Sequence[RequiredDocument] = ()) -> None:
        """Show the papers of this dossier; those that are certified have a card of their own.

        Papers of the catalogue go by their short names; the tool tip holds what it says of them.
        """
        called = names_of(paper.name for paper in listed)
        self.setVisible(bool(dossier.documents or dossier.missing or not dossier.certification))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for document in dossier.documents:
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(self._named(document.name, called), 1)
            counts = self._counts(document)
            row.addWidget(label(counts, "quiet"), 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        if dossier.missing:
            words = self.tr("▲ Còn thiếu: {0}").format("; ".join(map(called, dossier.missing)))
            lacking = label(words, "warningText", wraps=True)
            set_tip(lacking, "\n".join(dossier.missing))
            column.addWidget(lacking)
        waiting = [pause for pause in dossier.pauses if pause.completed_at is None and pause.wanted]
        for pause in waiting:
            column.addWidget(rule())
            words = self.tr("Đang chờ bổ sung từ {0}:").format(
                time_and_day(pause.asked_at, with_year=False)
            )
            column.addWidget(label(words, "strong", wraps=True))
            for paper in still_asked(pause.wanted):
                said = named(called(paper.name), paper.left)
                waits = label("‖ " + said, "", wraps=True)
                set_tip(waits, left_text(paper))
                column.addWidget(waits)
        self.put(inside)

    def _named(self, name: str, called: Callable[[str], str]) -> QLabel:
        short = called(name)
        made = label(short, "", wraps=True)
        if short != name:
            set_tip(made, name)
        return made

    def _counts(self, document: SubmittedDocument) -> str:
        parts = [self.tr("xuất trình")] if document.shown else []
        if document.originals:
            parts.append(self.tr("{0} bản chính").format(document.originals))
        if document.copies:
            parts.append(self.tr("{0} bản sao").format(document.copies))
        return ", ".join(parts)
