"""The papers of one person to be certified, entered by digits or names, and what they cost."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.certification.books import CertificationKind
from app.domain.dossier.charge_check import CERTIFIED_LIMIT
from app.domain.money.fee import dong
from ui.keys import Key, with_key
from ui.screens.intake.actions import Cost
from ui.screens.intake.certification.entry import ASKED_PAGES, EntryLine, names_counts, read_entry
from ui.screens.intake.certification.frequent import frequent_of
from ui.screens.intake.certification.frequent_row import FrequentRow
from ui.screens.intake.certification.model import NAME
from ui.screens.intake.certification.table import LEAST_HEIGHT, CertificationTable
from ui.screens.intake.parts.inputs import Inputs
from ui.screens.intake.state.papers import CertifiedState
from ui.theme import px
from ui.widgets.text.notice_strip import NoticeStrip
from ui.widgets.text.plain import button, low_label, plain_label


class CertificationPanel(QWidget):
    """Stands in the place of the checklist where a procedure certifies.

    Signals:
        changed: a row was added, changed or removed.
        removed: where a row stood that was taken away, and the row (`CertifiedState`).
        finished: Enter in the empty line: on to the next field.
    """

    changed = Signal()
    removed = Signal(int, object)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._frequent: tuple[str, ...] = ()
        self._renaming: int | None = None
        self._confirmed: set[tuple[str, int]] = set()
        self._asked: tuple[str, int] | None = None
        self.title = self.tr("Giấy tờ chứng thực")
        self.table = CertificationTable(self.title)
        self.table.setMinimumHeight(px(LEAST_HEIGHT))
        self.entry = EntryLine()
        self.entry.setAccessibleName(self.tr("Thêm giấy tờ chứng thực"))
        self.entry.setPlaceholderText(
            self.tr("Số dưới đây (14x2: giấy 1, 4 trang, 2 bản), hoặc tên 4x2")
        )
        self._heading = plain_label(self.title, "strong", wraps=False)
        self._keys = plain_label(
            self.tr("Enter: thêm dòng   ↑: sửa   ← → + –: trang, bản"), "small"
        )
        self._keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.reading = low_label("", "small")
        self.offers = FrequentRow()
        self.total = low_label("", "strong")
        self.tariff = low_label("", "small")
        self.drop = button("", "link")
        self.drop.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has Delete
        keeps_its_place = self.drop.sizePolicy()
        keeps_its_place.setRetainSizeWhenHidden(True)  # what stands above does not move
        self.drop.setSizePolicy(keeps_its_place)
        self._notice = NoticeStrip("problem")
        self._build()
        self._connect()
        self._show_state()

    def offer(self, kind: CertificationKind) -> None:
        """Offer the papers frequent for `kind`."""
        self._frequent = frequent_of(kind)
        self._show_state()

    def rows(self) -> tuple[CertifiedState, ...]:
        """Every row."""
        return self.table.papers.rows()

    @property
    def unentered(self) -> str:
        """What stands in the line and is no row yet."""
        return "" if self._renaming is not None else self.entry.text()

    def fill(self, rows: Sequence[CertifiedState]) -> None:
        """Show these rows; that is no change of the clerk's, and the line keeps its text."""
        if self._renaming is not None:
            self._on_abandoned()
        if not rows:
            self._confirmed.clear()
        self.table.papers.show(rows)
        self._notice.say("")
        self._show_state()

    def put_back(self, at: int, row: CertifiedState) -> None:
        """Let a row that was taken away stand again where it stood."""
        self.table.go_to(self.table.papers.insert(at, row))

    def show_cost(self, cost: Cost | None) -> None:
        """Show what the rows cost, and by which tariff; None leaves it as it stands."""
        if cost is None:
            return
        self.table.papers.show_amounts([paper.amount for paper in cost.certification])
        self._show_total(sum(paper.amount for paper in cost.certification))
        tariff = cost.tariff
        self.tariff.setText(
            self.tr("{0}, áp dụng từ {1}").format(tariff.name, f"{tariff.effective_from:%d/%m/%Y}")
            if tariff
            else ""
        )

    def show_problem(self, sentence: str) -> None:
        """Say why the rows are refused; empty clears it."""
        self._notice.say(f"■ {sentence}" if sentence else "")

    @property
    def problem(self) -> str:
        """What is said to be wrong."""
        return self._notice.text()

    def inputs(self) -> Inputs:
        """What the keyboard reaches, in order."""
        return Inputs({"certification": self}, (self.entry,), (self.table, self.entry))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addWidget(self._keys, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        for widget in (self.entry, self.reading, self.offers, self._notice):
            column.addWidget(widget)
        sum_line = QHBoxLayout()
        sum_line.addWidget(self.total, 1)
        sum_line.addWidget(self.drop)
        column.addLayout(sum_line)
        column.addWidget(self.tariff)
        self.setFocusProxy(self.entry)

    def _connect(self) -> None:
        self.table.changed.connect(self._on_changed)
        self.table.removed.connect(self.removed)
        self.table.renamed.connect(self._on_renamed)
        self.table.went_down.connect(self._to_entry)
        self.entry.entered.connect(self._on_entered)
        self.entry.went_up.connect(self._to_table)
        self.entry.abandoned.connect(self._on_abandoned)
        self.entry.textChanged.connect(self._show_reading)
        self.offers.taken.connect(self._on_taken)
        self.table.selectionModel().currentChanged.connect(self._show_drop)
        self.drop.clicked.connect(self.table.remove_current)

    def _on_changed(self) -> None:
        self._notice.say("")
        self._show_state()
        self.changed.emit()

    def _on_entered(self) -> None:
        if self.entry.text().strip():
            self.show_problem(self._enter(is_answer=True))
        else:
            self._on_abandoned()
            self.finished.emit()

    def _on_taken(self, digit: str) -> None:
        """A click enters as the digit does: a row, or the new name of the row that is renamed."""
        self.entry.setText(digit)
        is_new = self._renaming is None
        self.show_problem(self._enter(is_answer=True))
        if is_new:
            self._to_entry()

    def settle(self) -> str:
        """Enter what stands in the line, if anything; why the rows cannot be saved as they are.

        Very many pages are asked about. In the line Enter alone says yes, however often it is
        tried to save; in a row they are taken for true the next time.
        """
        if self.entry.text().strip() and (unread := self._enter(is_answer=False)):
            return unread
        long = [nth for nth, row in enumerate(self.rows(), 1) if self._wants_question(row)]
        if not long:
            return ""
        self._confirmed |= {(row.name, row.pages) for row in self.rows()}
        words = self.tr("Dòng {0} có {1} trang: nếu đúng, bấm lưu lần nữa.")
        return words.format(long[0], self.rows()[long[0] - 1].pages)

    def _wants_question(self, row: CertifiedState) -> bool:
        return row.pages > ASKED_PAGES and (row.name, row.pages) not in self._confirmed

    def _enter(self, *, is_answer: bool) -> str:
        """Make a row of what stands in the line; why it cannot be one, and then it stays.

        Args:
            is_answer: whether this says yes to what was asked about the same row before.
        """
        row = self._read()
        if row is None:
            return self.tr("Gõ số trong danh sách dưới ô, hoặc tên giấy tờ.")
        if self._renaming is None and self._wants_question(row):
            asked, self._asked = self._asked, (row.name, row.pages)
            if not is_answer or asked != self._asked:
                return self.tr("{0} trang? Enter lần nữa nếu đúng.").format(row.pages)
            self._confirmed.add(self._asked)
        if self._renaming is not None:
            self._rename(self._renaming, row)
        elif len(self.rows()) < CERTIFIED_LIMIT:
            self.table.go_to(self.table.papers.insert(len(self.rows()), row))
            self.table.clearSelection()
        else:
            words = self.tr("Một hồ sơ nhận tối đa {0} giấy tờ; lập hồ sơ nữa cho phần còn lại.")
            return words.format(CERTIFIED_LIMIT)
        self.entry.clear()
        return ""

    def _rename(self, at: int, row: CertifiedState) -> None:
        self._renaming = None
        known = self.rows()[at]
        renamed = row if names_counts(self.entry.text()) else replace(known, name=row.name)
        self.table.papers.put(at, renamed)
        self.table.go_to(at, NAME)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_renamed(self, at: int) -> None:
        self._renaming = at
        self._to_entry()
        self.entry.setText(self.rows()[at].name)
        self.entry.selectAll()

    def _on_abandoned(self) -> None:
        self._renaming = None
        self.entry.clear()

    def _to_entry(self) -> None:
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_table(self) -> None:
        if self.rows():
            self._on_abandoned()
            self.table.go_to(len(self.rows()) - 1)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> CertifiedState | None:
        rows = self.rows()
        return read_entry(self.entry.text(), self._frequent, rows[-1] if rows else None)

    def _show_drop(self) -> None:
        """Name the row that a click takes away."""
        at = self.table.currentIndex().row()
        self.drop.setText(with_key(self.tr("Bỏ dòng {0}").format(at + 1), Key.DELETE))
        self.drop.setVisible(0 <= at < len(self.rows()))

    def _show_state(self) -> None:
        self._show_drop()
        if not self.rows():
            self._show_total(0)
            self.tariff.clear()
        self._show_reading()

    def _show_reading(self) -> None:
        """Say what Enter would enter; beneath the empty line, offer what its digits stand for."""
        row = self._read() if self.entry.text().strip() else None
        if row is not None and self._renaming is not None:
            self.reading.setText(
                self.tr("Enter: dòng {0} là {1}").format(self._renaming + 1, row.name)
            )
        elif row is not None:
            words = self.tr("Enter: {0} · {1} trang · {2} bản")
            self.reading.setText(words.format(row.name, row.pages, row.copies))
        self.offers.offer(self._frequent, has_row=bool(self.rows()))
        self.reading.setVisible(row is not None)
        self.offers.setVisible(row is None)

    def _show_total(self, amount: int) -> None:
        rows = self.rows()
        copies = sum(row.copies for row in rows)
        words = self.tr("Cộng {0} giấy tờ, {1} bản: {2}")
        self.total.setText(words.format(len(rows), copies, dong(amount)) if rows else "")
