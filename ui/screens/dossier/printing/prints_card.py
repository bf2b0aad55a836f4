"""The card of prints made, each to be looked at."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.answers.dossier import PrintEntry
from app.domain.clock import time_and_day
from app.domain.forms.codes import LABEL_FORM, RECEIPT_FORM
from app.printing.paper import STRIPS, Paper
from app.printing.registry import Form, dossier_forms, form_of
from ui.keys import Key
from ui.paper_question import paper_name
from ui.tips import set_tip
from ui.widgets.layout.card import TitledCard
from ui.widgets.layout.flow import FlowRow
from ui.widgets.text.labels import label


class PrintsCard(TitledCard):
    """Prints made, newest first; each can be looked at.

    Signals:
        looked_at: the id of a print.
        print_wanted: form and paper to print; the paper empty for the form's usual one.
    """

    looked_at = Signal(int)
    print_wanted = Signal(str, str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.buttons: dict[tuple[str, str], QPushButton] = {}
        self.column.addLayout(self._offered())

    def show_prints(self, prints: Sequence[PrintEntry], forms: Collection[str]) -> None:
        """Show these, newest first, and offer what can be printed of these forms."""
        for (form, _), button in self.buttons.items():
            button.setVisible(form in forms)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if not prints:
            words = self.tr(
                "Chưa in lần nào. Bấm {0} để in phiếu tiếp nhận; bản in được lưu ở đây."
            ).format(Key.REPRINT)
            column.addWidget(label(words, "quiet", wraps=True))
        for entry in prints:
            column.addWidget(_PrintRow(entry, self))
        self.put(inside)

    def focus_first(self) -> None:
        """Stand on the first paper that can be printed; arrows and Tab lead to the others."""
        offered = (button for button in self.buttons.values() if not button.isHidden())
        if (first := next(offered, None)) is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _offered(self) -> QVBoxLayout:
        """A button for each form and paper; the receipt on a sheet has its own key."""
        column, rolls = QVBoxLayout(), FlowRow()
        column.setSpacing(8)
        column.addWidget(rolls)
        for form in dossier_forms():
            for paper in form.papers:
                if paper in STRIPS:
                    rolls.add(self._button(form, paper))
            if form.code != RECEIPT_FORM and form.papers[0] not in STRIPS:
                column.addWidget(self._button(form, ""), 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _button(self, form: Form, paper: str) -> QPushButton:
        words: dict[tuple[str, str], str] = {
            (RECEIPT_FORM, Paper.ROLL_80MM): self.tr("In phiếu 80 mm"),
            (LABEL_FORM, Paper.LABEL): self.tr("In nhãn bìa"),
        }
        name = paper_name(form.code, form.name)
        button = QPushButton(words.get((form.code, paper)) or self.tr("In {0}").format(name))
        button.setObjectName("plain")
        if form.is_unseen:
            set_tip(button, self.tr("Mẫu tạm – chưa đối chiếu bản gốc"))
        button.clicked.connect(lambda: self.print_wanted.emit(form.code, str(paper)))
        self.buttons[form.code, paper] = button
        return button

    def words_of(self, entry: PrintEntry) -> str:
        """A print in a line."""
        if entry.slip is not None:
            words = self.tr("Phiếu {0} · {1} · lần {2}")
            return words.format(entry.slip, self._named(entry.paper), entry.copy_number)
        if entry.form == LABEL_FORM:
            words = self.tr("Nhãn bìa · {0} · lần {1}")
            return words.format(self._named(entry.paper), entry.copy_number)
        if not entry.form.isdigit():
            name = form_of(entry.form).name
            words = self.tr("{0} · {1} · lần {2}")
            return words.format(name, self._named(entry.paper), entry.copy_number)
        words = self.tr("Mẫu {0} · {1} · lần {2}")
        return words.format(entry.form, self._named(entry.paper), entry.copy_number)

    def _named(self, paper: str) -> str:
        """A paper as people write it."""
        words: dict[str, str] = {
            Paper.A4X2: self.tr("hai liên trên một tờ A4"),
            Paper.ROLL_80MM: "80 mm",
            Paper.LABEL: "50 × 30 mm",
        }
        return words.get(paper, paper.upper())


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
        more = f"{time_and_day(entry.printed_at)} · {entry.officer} · {printer}"
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
