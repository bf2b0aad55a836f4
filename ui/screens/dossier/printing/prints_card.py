"""The card of prints made, each to be looked at."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.answers.dossier import PrintEntry
from app.domain.forms.codes import LABEL_FORM, RECEIPT_FORM
from app.printing.paper import Paper
from ui.widgets.layout.card import TitledCard
from ui.widgets.text.labels import label


class PrintsCard(TitledCard):
    """Prints made, newest first; each can be looked at.

    Signals:
        looked_at: the id of a print.
        print_wanted: form and paper to print on the roll or label printer.
    """

    looked_at = Signal(int)
    print_wanted = Signal(str, str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.column.addLayout(self._small_papers())

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
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _on_slip(self) -> None:
        self.print_wanted.emit(RECEIPT_FORM, Paper.ROLL_80MM.value)

    def _on_label(self) -> None:
        self.print_wanted.emit(LABEL_FORM, Paper.LABEL.value)

    def words_of(self, entry: PrintEntry) -> str:
        """A print in a line."""
        if entry.slip is not None:
            words = self.tr("Phiếu {0} · {1} · lần {2}")
            return words.format(entry.slip, entry.paper.upper(), entry.copy_number)
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
