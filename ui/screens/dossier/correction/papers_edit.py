"""The papers of a dossier as they are to stand: names and counts changed, rows added or removed."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.dossier.dossier import SubmittedDocument
from ui.icons import IconButton
from ui.tips import set_tip
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.fields.personal import CountField

MOST_SHEETS = 999


class PapersEdit(QWidget):
    """The papers handed in: name, originals, copies; add and take away.

    Signals:
        changed: a row came or went.
    """

    changed = Signal()

    def __init__(self, documents: tuple[SubmittedDocument, ...], say: Say) -> None:
        super().__init__()
        self._say = say
        self._first = documents
        self.rows: list[_PaperRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.more = QPushButton(self.tr("Thêm giấy tờ"))
        self.more.setObjectName("link")
        self.more.clicked.connect(self._on_more)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        for document in documents:
            self._add(document)

    @property
    def is_touched(self) -> bool:
        """Whether the list says something else than at first."""
        return self.documents() != self._first

    def documents(self) -> tuple[SubmittedDocument, ...]:
        """The papers as they stand; rows without a name are none.

        Raises:
            NotACount: a count cannot be read.
        """
        return tuple(row.document() for row in self.rows if row.name.value().strip())

    def _add(self, document: SubmittedDocument) -> "_PaperRow":
        row = _PaperRow(document, self._say)
        row.removed.connect(self._on_removed)
        self.rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        return row

    def _on_more(self) -> None:
        row = self._add(SubmittedDocument(name=""))
        row.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _on_removed(self) -> None:
        row = self.sender()
        if isinstance(row, _PaperRow):
            self.rows.remove(row)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()


class _PaperRow(QWidget):
    removed = Signal()

    def __init__(self, document: SubmittedDocument, say: Say) -> None:
        super().__init__()
        self._document = document
        self.name = LineField(self.tr("Tên giấy tờ"), say)
        self.name.set_value(document.name)
        set_tip(self.name.input, document.name)
        counts = {"field": "documents", "least": 0, "most": MOST_SHEETS}
        self.originals = CountField(
            self.tr("Chính"),
            say,
            start=str(document.originals),
            **counts,  # type: ignore[arg-type] # as declared above
        )
        self.copies = CountField(
            self.tr("Sao"),
            say,
            start=str(document.copies),
            **counts,  # type: ignore[arg-type] # as declared above
        )
        self.shown = QCheckBox(self.tr("Xuất trình"))
        set_tip(self.shown, self.tr("Chỉ xem rồi trả lại, không giữ bản chính"))
        self.shown.setChecked(document.shown)
        self.shown.toggled.connect(self._on_shown)
        remove = IconButton("trash-2", says=self.tr("Bỏ giấy tờ này"))
        remove.clicked.connect(self.removed)
        for field in (self.name, self.originals, self.copies):
            field.entered.connect(self.focusNextChild)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.name, 6)
        row.addWidget(self.originals, 1)
        row.addWidget(self.copies, 1)
        row.addWidget(self.shown, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignBottom)

    def document(self) -> SubmittedDocument:
        """The row as a paper.

        Raises:
            NotACount: a count cannot be read.
        """
        return replace(
            self._document,
            name=self.name.value().strip(),
            originals=self.originals.count(),
            copies=self.copies.count(),
            shown=self.shown.isChecked(),
        )

    def _on_shown(self, is_shown: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Nothing of a paper that is only shown is kept; one that is kept is one original."""
        self.originals.set_value("0" if is_shown else "1")
