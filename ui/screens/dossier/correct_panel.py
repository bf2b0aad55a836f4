"""Correct applicant, contact, papers and note: only what was touched changes, with a reason."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.dossier import Applicant, Dossier, SubmittedDocument
from app.domain.errors import FieldError
from app.domain.typed_date import show_birth_date
from ui.icons import IconButton
from ui.screens.dossier.act_panel import ActPanel
from ui.screens.dossier.actions import Corrected
from ui.screens.dossier.acts import Deed
from ui.widgets.fields import LineField, Say
from ui.widgets.fields_personal import CountField, DateField, IdNumberField, PhoneField
from ui.widgets.labels import label, rule
from ui.widgets.text_area import TextArea

_PERSON = ("full_name", "personal_id", "born", "phone", "email", "address")
MOST_SHEETS = 999


class CorrectPanel(ActPanel):
    """Every correctable part of a dossier."""

    def __init__(self, dossier: Dossier, now: datetime, say: Say) -> None:
        super().__init__(Deed.CORRECT, self.tr("Sửa thông tin"), self.tr("Lưu chỗ sửa"), say)
        self._today = now.date()
        self._shown: dict[str, str] = {}
        self.inner.addWidget(
            label(self.tr("Giá trị cũ được giữ trong sổ; ngày hẹn trả không đổi."), "quiet",
                  wraps=True)
        )  # fmt: skip
        self._add_person("applicant", dossier.applicant)
        self.no_representative: QCheckBox | None = None
        if dossier.representative is not None:
            self.inner.addWidget(label(self.tr("Người nộp thay"), "strong"))
            self._add_person("representative", dossier.representative)
            self.no_representative = QCheckBox(self.tr("Không còn người nộp thay"))
            self.inner.addWidget(self.no_representative)
        self.papers = PapersEdit(dossier.documents, say)
        self.inner.addWidget(rule())
        self.inner.addWidget(label(self.tr("Giấy tờ đã nộp"), "strong"))
        self.inner.addWidget(self.papers)
        self.inner.addWidget(rule())
        self.note = TextArea(self.tr("Ghi chú in trên phiếu"))
        self.note.set_value(dossier.note)
        self._shown["note"] = self.note.value()
        self.add("note", self.note)
        self.reason = TextArea(self.tr("Lý do sửa (bắt buộc)"))
        self.add("reason", self.reason)

    def corrected(self, newest: Dossier) -> Corrected:
        """The parts as they are to stand: what was touched here over what `newest` says."""
        representative = newest.representative
        if representative is not None:
            is_gone = self.no_representative is not None and self.no_representative.isChecked()
            representative = None if is_gone else self._person("representative", representative)
        documents = self.papers.documents() if self.papers.is_touched else newest.documents
        return Corrected(
            applicant=self._person("applicant", newest.applicant),
            representative=representative,
            documents=documents,
            note=self.note.value() if self._is_touched("note") else newest.note,
        )

    def _person(self, at: str, newest: Applicant) -> Applicant:
        touched = {
            name: self.fields[f"{at}.{name}"].value()
            for name in _PERSON
            if self._is_touched(f"{at}.{name}")
        }
        return replace(newest, **touched)  # type: ignore[arg-type] # only fields of text are named

    def _is_touched(self, name: str) -> bool:
        return self.fields[name].value() != self._shown[name]

    def _add_person(self, at: str, person: Applicant) -> None:
        say = self.say
        fields = {
            "full_name": LineField(self.tr("Họ và tên"), say),
            "personal_id": IdNumberField(self.tr("Số giấy tờ"), say, field=f"{at}.personal_id"),
            "born": DateField(
                self.tr("Ngày sinh"), say, field=f"{at}.born", today=lambda: self._today
            ),
            "phone": PhoneField(self.tr("Điện thoại"), say, field=f"{at}.phone"),
            "email": LineField(self.tr("Thư điện tử"), say),
            "address": LineField(self.tr("Địa chỉ"), say),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        places = {
            "full_name": (0, 0, 1, 2), "personal_id": (1, 0, 1, 1), "born": (1, 1, 1, 1),
            "phone": (2, 0, 1, 1), "email": (2, 1, 1, 1), "address": (3, 0, 1, 2),
        }  # fmt: skip
        for name, field in fields.items():
            value = str(getattr(person, name))
            field.set_value(show_birth_date(value) if name == "born" else value)
            self._shown[f"{at}.{name}"] = field.value()
            self.fields[f"{at}.{name}"] = field
            field.entered.connect(self._on_entered)
            grid.addWidget(field, *places[name])
        self.inner.addLayout(grid)


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
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._on_more)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        for document in documents:
            self._add(document)

    @property
    def is_touched(self) -> bool:
        """Whether the list says something else than at first."""
        return self.documents() != self._first

    def documents(self) -> tuple[SubmittedDocument, ...]:
        """The papers as they stand; rows without a name are none."""
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
        self.name.input.setToolTip(document.name)
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
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignBottom)

    def document(self) -> SubmittedDocument:
        """The row as a paper; counts that cannot be read stay as they were."""
        return replace(
            self._document,
            name=self.name.value().strip(),
            originals=_count(self.originals, self._document.originals),
            copies=_count(self.copies, self._document.copies),
        )


def _count(field: CountField, former: int) -> int:
    try:
        return field.count()
    except FieldError:
        return former
