"""A stack is scanned, dossier by dossier, and goes on one record."""

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.answers.handover import Agencies, HandoverMade, ScannedDossier
from app.domain.catalogue.procedure import Provenance
from app.domain.errors import DeskError
from app.domain.workflow.agencies import Agency
from ui.keys import Key, with_key
from ui.screen import Notices
from ui.screens.handover.actions import HandoverActions
from ui.screens.handover.scan_line import ScanLine
from ui.tokens import Tone
from ui.widgets.fields.choice import ChoiceField
from ui.widgets.layout.flow import FlowRow
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.text.empty import EmptyState
from ui.widgets.text.labels import label
from ui.work import Work

_DESK = "desk"
"""What the desk is called whatever its name is."""


class StackTable(PlainTable):
    """The stack; Delete takes the row that is pointed at off it.

    Signals:
        dropped: a row is to go.
    """

    dropped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0:
            self.dropped.emit(self.currentRow())
            return
        super().keyPressEvent(event)


class GivingCard(QFrame):
    """To whom, the stack, and the record that is made of it.

    Args:
        actions: what it asks of the desk.
        work: the queues.
        notices: errors without a place of their own.

    Signals:
        made: a `HandoverMade`.
        dossier_wanted: the row of a dossier to be opened.
    """

    made = Signal(object)
    dossier_wanted = Signal(int)

    def __init__(
        self, actions: HandoverActions, work: Work, notices: Notices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._actions, self._work, self._notices = actions, work, notices
        self._stack: list[ScannedDossier] = []
        self._waiting: deque[str | int] = deque()
        self._is_busy = False
        self._build()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes on the stack, in the order they were scanned."""
        return tuple(one.line.code for one in self._stack)

    def start(self) -> None:
        """Ask for the agencies, and take the focus."""
        self._work.reading.run(
            self, self._actions.agencies, self._show_agencies, self._notices.take
        )
        self.line.start()

    def take(self, scanned: str | int) -> None:
        """One more scan: a text, or the row of a dossier; each is answered in its turn."""
        self._waiting.append(scanned)
        self._next()

    def hand_over(self) -> None:
        """Make the record of the stack."""
        if not self._stack or self._is_busy:
            return
        codes, agency = self.codes, self.agency.value()
        self._set_busy(is_busy=True)
        self._work.writing.run(
            self, lambda: self._actions.make(codes, agency), self._on_made, self._on_refused
        )

    # Building

    def _build(self) -> None:
        self.agency: ChoiceField[str] = ChoiceField(
            self.tr("Bàn giao cho"), [(_DESK, self.tr("bộ phận Một cửa"))]
        )
        self.agency.changed.connect(self._on_agency)
        self.line = ScanLine(self._actions.say)
        self.line.scanned.connect(self.take)
        self.count = label("", "strong", wraps=True)
        self.make_button = QPushButton(with_key(self.tr("Lập biên bản, in"), Key.DO))
        self.make_button.setObjectName("primary")
        self.make_button.clicked.connect(self.hand_over)
        self.drop_button = QPushButton(with_key(self.tr("Bỏ khỏi chồng"), Key.DELETE))
        self.drop_button.clicked.connect(self._drop_current)
        self.table = StackTable(
            self.tr("Chồng hồ sơ đã quét"),
            (self.tr("Số"), self.tr("Mã hồ sơ"), self.tr("Người nộp"), self.tr("Thủ tục"),
             self.tr("Giấy tờ")),
            stretched=3,
            numbers=(0, 4),
            chooses=True,
            most_height=None,
        )  # fmt: skip
        self.table.dropped.connect(self._drop)
        self.table.opened.connect(self._on_opened)
        self.empty = EmptyState()
        self.empty.explain(
            "scan-line",
            self.tr("Chưa quét hồ sơ nào"),
            self.tr("Chọn nơi nhận rồi quét từng hồ sơ trong chồng; mã sai thì nói ngay vì sao."),
        )
        buttons = FlowRow()
        for button in (self.make_button, self.drop_button):
            buttons.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        for widget in (self.agency, self.line, self.count):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(buttons)
        self._show()

    # Showing

    def _show_agencies(self, found: Agencies) -> None:
        before = self.agency.value()
        choices = [(one.name, self._named(one)) for one in found.agencies]
        self.agency.set_choices([*choices, (_DESK, found.desk)])
        self.agency.set_value(before if before != _DESK or not choices else choices[0][0])

    def _named(self, agency: Agency) -> str:
        """An agency in the list; one nobody confirmed is marked."""
        if agency.provenance is Provenance.UNVERIFIED:
            return self.tr("{0} (▲ cần kiểm tra)").format(agency.name)
        return agency.name

    def _show(self) -> None:
        has_any = bool(self._stack)
        self.table.show_rows(
            [
                (
                    str(nth),
                    one.line.code,
                    one.line.applicant,
                    one.line.procedure,
                    str(one.line.originals + one.line.copies),
                )
                for nth, one in enumerate(self._stack, start=1)
            ]
        )
        self.table.setVisible(has_any)
        self.empty.setVisible(not has_any)
        papers = sum(one.line.originals + one.line.copies for one in self._stack)
        words = self.tr("{0} hồ sơ, {1} giấy tờ").format(len(self._stack), papers)
        self.count.setText(words if has_any else "")
        for button in (self.make_button, self.drop_button):
            button.setEnabled(has_any and not self._is_busy)

    def _set_busy(self, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        self._show()

    # Scanning

    def _next(self) -> None:
        """Ask for the scan that has waited longest, one at a time: each sees those before it."""
        if self._is_busy or not self._waiting:
            return
        self._is_busy = True
        scanned, actions, agency = self._waiting[0], self._actions, self.agency.value()
        giver = self._stack[0].agency if self._stack else None
        seen = frozenset(one.line.dossier_id for one in self._stack)

        def ask() -> ScannedDossier:
            code = scanned if isinstance(scanned, str) else actions.code_of(scanned)
            return actions.scan(code, agency, giver, seen)

        self._work.reading.run(self, ask, self._on_scanned, self._on_scan_refused)

    def _on_scanned(self, found: ScannedDossier) -> None:
        self._stack.append(found)
        words = self.tr("✓ {0} · {1}").format(found.line.code, found.line.applicant)
        self.line.answer(words)
        self._scan_done()
        self.table.setCurrentCell(self.table.rowCount() - 1, 0)

    def _on_scan_refused(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self.line.refuse(self._actions.say(error))
        else:
            self._notices.take(error)
        self._scan_done()

    def _scan_done(self) -> None:
        self._waiting.popleft()
        self._set_busy(is_busy=False)
        self._next()

    def _on_agency(self) -> None:
        """What may go along depends on where it goes: the stack is looked at anew."""
        again: Sequence[str | int] = self.codes
        self._stack.clear()
        self.line.forget()
        self._waiting.extend(again)
        self._show()
        self._next()

    def _drop(self, row: int) -> None:
        if 0 <= row < len(self._stack) and not self._is_busy:
            del self._stack[row]
            self.line.forget()
            self._show()

    def _drop_current(self) -> None:
        self._drop(self.table.currentRow())

    def _on_opened(self, row: int) -> None:
        self.dossier_wanted.emit(self._stack[row].line.dossier_id)

    # Doing

    def _on_made(self, made: HandoverMade) -> None:
        self._stack.clear()
        self.line.forget()
        self._set_busy(is_busy=False)
        self._notices.notify(
            self.tr("Đã lập biên bản {0}: {1} hồ sơ cho {2}.").format(
                made.number, len(made.codes), made.receiver
            ),
            Tone.DONE,
        )
        self.line.start()
        self.made.emit(made)

    def _on_refused(self, error: Exception) -> None:
        self._set_busy(is_busy=False)
        if isinstance(error, DeskError):
            self.line.refuse(self._actions.say(error))
        else:
            self._notices.take(error)
