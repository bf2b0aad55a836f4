"""The card of papers that were certified: pages, copies, and the number of each in its book."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.certification.books import CertifiedDocument
from app.domain.money.fee import dong
from ui.widgets.layout.card import TitledCard
from ui.widgets.text.labels import label


class CertifiedCard(TitledCard):
    """Hidden where nothing is certified."""

    def show_documents(self, documents: tuple[CertifiedDocument, ...]) -> None:
        """Show these, in order of their numbers."""
        self.setVisible(bool(documents))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for document in documents:
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(label(document.name, "", wraps=True), 1)
            row.addWidget(label(dong(document.amount), "quiet"), 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
            column.addWidget(label(self._more(document), "small", wraps=True))
        self.put(inside)

    def _more(self, document: CertifiedDocument) -> str:
        counts = self.tr("{0} trang, {1} bản").format(document.pages, document.copies)
        return f"{counts} · {document.number}" if document.number else counts
