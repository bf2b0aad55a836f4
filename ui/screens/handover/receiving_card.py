"""A stack is scanned back: what is there, missing, extra or twice is seen at once."""

from collections import deque

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.answers.handover import HandoverRecord, Reception, RecordRow
from app.domain.clock import time_and_day
from app.domain.errors import DeskError
from app.wording.handover.words import DIFFERENCES
from ui.keys import Key, with_key
from ui.screen import Notices
from ui.screens.handover.actions import HandoverActions
from ui.screens.handover.scan_line import ScanLine
from ui.tokens import Tone
from ui.widgets.layout.flow import FlowRow
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.text.labels import label
from ui.words import in_language
from ui.work import Work


class ReceivingCard(QFrame):
    """The records, and the one whose stack is scanned back.

    Args:
        actions: what it asks of the desk.
        work: the queues.
        notices: errors without a place of their own.

    Signals:
        received: a `Reception`.
        opened: a record was opened, or closed again.
    """

    received = Signal(object)
    opened = Signal()

    def __init__(
        self, actions: HandoverActions, work: Work, notices: Notices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._actions, self._work, self._notices = actions, work, notices
        self._rows: tuple[RecordRow, ...] = ()
        self.record: HandoverRecord | None = None
        self._scanned: list[str] = []
        self._waiting: deque[str | int] = deque()
        self._is_busy = False
        self._build()

    def start(self) -> None:
        """Ask for the records, and take the focus."""
        self.load()
        if self.record is not None:
            self.line.start()
        else:
            self.records.setFocus()

    def load(self) -> None:
        """Ask for the records."""
        self._work.reading.run(self, self._actions.records, self._show_records, self._notices.take)

    def take(self, scanned: str | int) -> bool:
        """One more scan of the stack; False while no record is open."""
        if self.record is None:
            return False
        self._waiting.append(scanned)
        self._next()
        return True

    def receive(self) -> None:
        """What was scanned is taken over; what is missing is kept as missing."""
        record = self.record
        if record is None or not self._scanned or self._is_busy:
            return
        codes = tuple(self._scanned)
        self._is_busy = True
        self._work.writing.run(
            self,
            lambda: self._actions.receive(record.number, codes),
            self._on_received,
            self._on_refused,
        )

    def fold(self) -> bool:
        """Close the record that is open; False if there was none."""
        if self.record is None:
            return False
        self.record = None
        self._scanned.clear()
        self.line.forget()
        self._show()
        self.records.setFocus()
        self.opened.emit()
        return True

    # Building

    def _build(self) -> None:
        self.title = label("", "section", wraps=True)
        self.records = PlainTable(
            self.tr("Biên bản bàn giao"),
            (self.tr("Số"), self.tr("Lập lúc"), self.tr("Bên giao → bên nhận"),
             self.tr("Hồ sơ"), self.tr("Chưa nhận")),
            stretched=2,
            numbers=(3, 4),
            chooses=True,
            leads=True,
            most_height=None,
        )  # fmt: skip
        self.records.opened.connect(self._on_opened)
        self.line = ScanLine(self._actions.say)
        self.line.scanned.connect(self.take)
        self.lines = PlainTable(
            self.tr("Hồ sơ trong biên bản"),
            (self.tr("Số"), self.tr("Mã hồ sơ"), self.tr("Người nộp"), self.tr("Nhận")),
            stretched=2,
            numbers=(0,),
            chooses=True,
            most_height=None,
        )
        self.found = label("", "warningText", wraps=True)
        self.done_button = QPushButton(with_key(self.tr("Ghi kết quả nhận"), Key.DO))
        self.done_button.setObjectName("primary")
        self.done_button.clicked.connect(self.receive)
        self.back_button = QPushButton(with_key(self.tr("Biên bản khác"), Key.ESCAPE))
        self.back_button.clicked.connect(self.fold)
        self._buttons = FlowRow()
        for button in (self.done_button, self.back_button):
            self._buttons.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        for widget in (self.title, self.line, self.found):
            column.addWidget(widget)
        column.addWidget(self.records, 1)
        column.addWidget(self.lines, 1)
        column.addWidget(self._buttons)
        self._show()

    # Showing

    def _show_records(self, rows: tuple[RecordRow, ...]) -> None:
        self._rows = rows
        self.records.show_rows(
            [
                (
                    str(row.number),
                    time_and_day(row.made_at),
                    f"{row.giver} → {row.receiver}",
                    str(row.lines),
                    str(row.waiting) if row.waiting else "✓",
                )
                for row in rows
            ]
        )
        self._show()

    def _show(self) -> None:
        record = self.record
        for widget in (self.line, self.lines, self._buttons):
            widget.setVisible(record is not None)
        self.records.setVisible(record is None)
        self.found.setVisible(record is not None and bool(self.found.text()))
        if record is None:
            none = self.tr("Chưa có biên bản nào: quét một chồng ở “Giao đi” để lập.")
            words = self.tr("Chọn biên bản để quét nhận lại, Enter mở")
            self.title.setText(words if self._rows else none)
            return
        there = set(self._scanned)
        head = self.tr("Biên bản {0}: {1} → {2}; có {3}/{4} hồ sơ")
        count = sum(bool(line.taken_at) or line.dossier.code in there for line in record.lines)
        self.title.setText(
            head.format(record.number, record.giver, record.receiver, count, len(record.lines))
        )
        self.lines.show_rows(
            [
                (
                    str(nth),
                    line.dossier.code,
                    line.dossier.applicant,
                    self._stands(nth - 1, record),
                )
                for nth, line in enumerate(record.lines, start=1)
            ]
        )
        self.done_button.setEnabled(bool(self._scanned) and not self._is_busy)

    def _stands(self, nth: int, record: HandoverRecord) -> str:
        line = record.lines[nth]
        if line.dossier.code in self._scanned:
            return self.tr("✓ vừa quét")
        if line.taken_at is not None:
            return self.tr("✓ {0}").format(time_and_day(line.taken_at, with_year=False))
        return self.tr("▲ thiếu") if line.is_missed else ""

    # Scanning

    def _on_opened(self, row: int) -> None:
        number = self._rows[row].number
        self._work.reading.run(
            self, lambda: self._actions.record(number), self._on_record, self._notices.take
        )

    def _on_record(self, record: HandoverRecord) -> None:
        self.record = record
        self._scanned.clear()
        self.found.setText("")
        self._show()
        self.line.start()
        self.opened.emit()

    def _next(self) -> None:
        if self._is_busy or not self._waiting:
            return
        scanned, actions = self._waiting[0], self._actions
        self._is_busy = True
        self._work.reading.run(
            self, lambda: actions.code_of(scanned), self._on_code, self._on_scan_failed
        )

    def _on_code(self, code: str) -> None:
        record = self.record
        listed = {} if record is None else {line.dossier.code: line for line in record.lines}
        if code in self._scanned or (code in listed and listed[code].taken_at is not None):
            self.line.warn(self.tr("{0}: quét hai lần").format(code))
        elif code in listed:
            self.line.answer(self.tr("✓ {0} · {1}").format(code, listed[code].dossier.applicant))
        else:
            self.line.refuse(self.tr("{0}: không có trong biên bản này").format(code))
        self._scanned.append(code)
        self._scan_done()

    def _on_scan_failed(self, error: Exception) -> None:
        self._notices.take(error)
        self._scan_done()

    def _scan_done(self) -> None:
        self._waiting.popleft()
        self._is_busy = False
        self._show()
        self._next()

    # Doing

    def _on_received(self, found: Reception) -> None:
        self._is_busy = False
        self._scanned.clear()
        self.line.forget()
        lines = [
            f"▲ {in_language(DIFFERENCES[one.kind])}: {one.code}"
            + (f" ({in_language(one.why)})" if one.why else "")
            for one in found.differences
        ]
        self._notices.notify(
            self.tr("Biên bản {0}: đã nhận {1} hồ sơ, còn thiếu {2}.").format(
                found.number, len(found.taken), found.open
            ),
            Tone.DUE_SOON if lines else Tone.DONE,
        )
        number = found.number

        def shown(record: HandoverRecord) -> None:
            self._on_record(record)
            self.found.setText("\n".join(lines))
            self._show()

        self._work.reading.run(
            self, lambda: self._actions.record(number), shown, self._notices.take
        )
        self.received.emit(found)

    def _on_refused(self, error: Exception) -> None:
        self._is_busy = False
        self._show()
        if isinstance(error, DeskError):
            self.line.refuse(self._actions.say(error))
        else:
            self._notices.take(error)
