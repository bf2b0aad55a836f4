"""Cards of facts: people, papers, and the prints that were made."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.answers import PrintEntry
from app.domain.dossier import Applicant, Dossier
from app.domain.identity import IdKind
from app.domain.typed_date import show_birth_date
from app.printing.paper import LABEL_FORM, RECEIPT_FORM, Paper
from app.printing.slip_content import slip_of_form
from ui.models.board_cells import phone_text
from ui.widgets.labels import label, rule
from ui.words import word_for

_LONG_WORD = 24
_LONG_PART = 14
_LONG_NAME = 70


class FactsCard(QFrame):
    """A titled card whose inside is made anew."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 12, 14, 12)
        self._column.setSpacing(6)
        self._column.addWidget(label(title, "section", wraps=True))

    def put(self, inside: QWidget) -> None:
        """Show `inside` instead of what was there."""
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = inside
        self._column.insertWidget(1, inside)


class PeopleCard(FactsCard):
    """Applicant and representative, the note, and to whom the result went."""

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the people of this dossier."""
        rows = self._rows(dossier)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for nth, (name, value) in enumerate(rows):
            grid.addWidget(label(name, "quiet"), nth, 0, Qt.AlignmentFlag.AlignTop)
            shown = label(_breakable(value), "", wraps=True)
            if shown.text() == value:
                shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(shown, nth, 1)
        self.put(inside)

    def _rows(self, dossier: Dossier) -> list[tuple[str, str]]:
        """What is known about whom, as (name, value)."""
        rows = list(self._person(dossier.applicant))
        if dossier.representative is not None:
            rows.append((self.tr("Người nộp thay"), dossier.representative.full_name))
            rows += self._person(dossier.representative)[1:]
        rows += self._about(dossier)
        return rows

    def _about(self, dossier: Dossier) -> list[tuple[str, str]]:
        """Facts that are no person's; those that are empty are left out."""
        case = f" – {dossier.case}" if dossier.case else ""
        procedure = f"{dossier.procedure_name}{case}"
        facts = [
            (self.tr("Nhận kết quả"), word_for(dossier.return_by)),
            (self.tr("Số bộ"), f"{dossier.sets:02}"),
            (self.tr("Địa giới"), self.tr("phi địa giới") if dossier.boundary_free else ""),
            (self.tr("Ghi chú"), dossier.note),
            (self.tr("Đã trả cho"), dossier.returned_to),
            (self.tr("Đã xuất trình"), dossier.returned_identity),
            (self.tr("Lý do dừng"), dossier.end_reason),
            # The head of the screen cuts a long one short.
            (self.tr("Thủ tục"), procedure if len(procedure) > _LONG_NAME else ""),
        ]
        return [(name, value) for name, value in facts if value]

    def _person(self, who: Applicant) -> list[tuple[str, str]]:
        kind = "CCCD" if who.id_kind is IdKind.PERSONAL_ID else word_for(who.id_kind)
        born = show_birth_date(who.born) if who.born else ""
        sex = word_for(who.sex) if who.sex else ""
        facts = [
            (word_for(who.kind), who.full_name),
            (kind, who.personal_id),
            (self.tr("Sinh"), " · ".join(part for part in (born, sex) if part)),
            (self.tr("Điện thoại"), phone_text(who.phone)),
            (self.tr("Thư điện tử"), who.email),
            (self.tr("Địa chỉ"), who.address),
        ]
        return [(name, value) for name, value in facts if value]


def _breakable(value: str) -> str:
    """`value` with places to break inside words longer than a line."""
    if all(len(word) <= _LONG_WORD for word in value.split()):
        return value
    parted = re.sub(r"([@._/-])", "\\1\u200b", value)
    return re.sub(rf"([^\s\u200b]{{{_LONG_PART}}})(?=\w)", "\\1\u200b", parted)


class PapersCard(FactsCard):
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
            counts = self._counts(document.originals, document.copies)
            row.addWidget(label(counts, "quiet"), 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        if dossier.missing:
            words = self.tr("▲ Còn thiếu: {0}").format("; ".join(dossier.missing))
            column.addWidget(label(words, "warningText", wraps=True))
        waiting = [pause for pause in dossier.pauses if pause.completed_at is None and pause.papers]
        for pause in waiting:
            column.addWidget(rule())
            words = self.tr("Đang chờ bổ sung từ {0}:").format(f"{pause.asked_at:%d/%m %H:%M}")
            column.addWidget(label(words, "strong", wraps=True))
            for paper in pause.papers:
                column.addWidget(label("‖ " + paper, "", wraps=True))
        self.put(inside)

    def _counts(self, originals: int, copies: int) -> str:
        parts = []
        if originals:
            parts.append(self.tr("{0} chính").format(originals))
        if copies:
            parts.append(self.tr("{0} sao").format(copies))
        return ", ".join(parts)


class PrintsCard(FactsCard):
    """Prints made, newest first; each can be looked at.

    Signals:
        looked_at: the id of a print.
        print_wanted: form and paper to print on the roll or label printer.
    """

    looked_at = Signal(int)
    print_wanted = Signal(str, str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._column.addLayout(self._small_papers())

    def show_prints(self, prints: Sequence[PrintEntry]) -> None:
        """Show these, newest first."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if not prints:
            words = self.tr("Chưa in lần nào. Bấm F8 để in phiếu tiếp nhận; bản in được lưu ở đây.")
            column.addWidget(label(words, "quiet", wraps=True))
        for entry in prints:
            column.addWidget(_PrintRow(entry, self))
        self.put(inside)

    def _small_papers(self) -> QHBoxLayout:
        """What goes on a printer of its own; the sheet has its key F8."""
        row = QHBoxLayout()
        row.setSpacing(8)
        self.slip_button = QPushButton(self.tr("In phiếu 80 mm"))
        self.label_button = QPushButton(self.tr("In nhãn bìa"))
        self.slip_button.clicked.connect(self._on_slip)
        self.label_button.clicked.connect(self._on_label)
        for button in (self.slip_button, self.label_button):
            button.setObjectName("plain")
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _on_slip(self) -> None:
        self.print_wanted.emit(RECEIPT_FORM, Paper.ROLL_80MM.value)

    def _on_label(self) -> None:
        self.print_wanted.emit(LABEL_FORM, Paper.LABEL.value)

    def words_of(self, entry: PrintEntry) -> str:
        """A print in a line."""
        slip = slip_of_form(entry.form)
        if slip is not None:
            words = self.tr("Phiếu {0} · {1} · lần {2}")
            return words.format(slip, entry.paper.upper(), entry.copy_number)
        if entry.form == LABEL_FORM:
            return self.tr("Nhãn bìa · {0} · lần {1}").format(entry.paper, entry.copy_number)
        again = (
            self.tr("in lại lần {0}").format(entry.copy_number - 1)
            if entry.copy_number > 1
            else self.tr("bản đầu")
        )
        return self.tr("Mẫu {0} · {1} · {2}").format(entry.form, entry.paper.upper(), again)


class _PrintRow(QWidget):
    def __init__(self, entry: PrintEntry, card: PrintsCard) -> None:
        super().__init__()
        self._entry = entry
        self._card = card
        words = card.words_of(entry)
        self.link = QPushButton(words)
        self.link.setObjectName("link")
        self.link.setAutoDefault(False)
        self.link.setAccessibleName(self.tr("Xem {0}").format(words))
        self.link.clicked.connect(self._on_clicked)
        printer = entry.printer or self.tr("chưa gửi máy in")
        more = f"{entry.printed_at:%d/%m/%Y %H:%M} · {entry.officer} · {printer}"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        below = QHBoxLayout()
        below.setContentsMargins(8, 0, 0, 0)
        below.addWidget(label(more, "small", wraps=True))
        column.addLayout(below)

    def _on_clicked(self) -> None:
        self._card.looked_at.emit(self._entry.id)
