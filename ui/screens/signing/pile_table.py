"""The pile as a table whose rows are ticked with Space."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QTableWidgetItem, QWidget

from app.answers.certification import AwaitingSignature
from app.domain.money.fee import dong
from ui.models.board_cells import day_and_time, short_code
from ui.theme import px
from ui.widgets.lists.plain_table import PlainTable

_NARROW = 760
_CHECK = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}


class PileTable(PlainTable):
    """Dossiers that wait; what is ticked stays ticked while it waits.

    Signals:
        ticked: other rows are ticked than before.
    """

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Hồ sơ chờ ký"),
            (
                self.tr("Mã hồ sơ"), self.tr("Người nộp"), self.tr("Giấy tờ"),
                self.tr("Bản"), self.tr("Phí"), self.tr("Tiếp nhận"), self.tr("Hẹn trả"),
            ),
            stretched=1,
            chooses=True,
            most_height=None,
            parent=parent,
        )  # fmt: skip
        self.pile: tuple[AwaitingSignature, ...] = ()
        self._chosen: set[int] = set()
        self._now: datetime | None = None
        self._is_narrow = False
        self.itemClicked.connect(self._on_clicked)

    def show_pile(self, pile: Sequence[AwaitingSignature], now: datetime) -> None:
        """Show these; ticks of dossiers that no longer wait are gone."""
        self.pile = tuple(pile)
        self._now = now
        self._chosen &= {row.dossier_id for row in pile}
        self.show_rows([self._texts(row, now) for row in pile])
        for nth, row in enumerate(pile):
            self._mark(nth, is_chosen=row.dossier_id in self._chosen)
        # The boxes want their width too.
        self._fit()
        self.ticked.emit()

    def chosen(self) -> tuple[AwaitingSignature, ...]:
        """The ticked dossiers, in order."""
        return tuple(row for row in self.pile if row.dossier_id in self._chosen)

    def current(self) -> AwaitingSignature | None:
        """The dossier pointed at."""
        row = self.currentRow()
        return self.pile[row] if 0 <= row < len(self.pile) else None

    def toggle(self, nth: int) -> None:
        """Tick a row, or untick it."""
        ident = self.pile[nth].dossier_id
        self._chosen ^= {ident}
        self._mark(nth, is_chosen=ident in self._chosen)
        self.ticked.emit()

    def toggle_all(self) -> None:
        """Tick every row; untick them if all are."""
        everyone = {row.dossier_id for row in self.pile}
        self._chosen = set() if self._chosen == everyone else everyone
        for nth in range(len(self.pile)):
            self._mark(nth, is_chosen=bool(self._chosen))
        self.ticked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look_at_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._look_at_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Space and self.currentRow() >= 0:
            self.toggle(self.currentRow())
        elif event.key() == Qt.Key.Key_A and is_control:
            self.toggle_all()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _look_at_room(self) -> None:
        """In large letters the name needs the room of the facts beside it as well."""
        is_narrow = self.width() < px(_NARROW)
        if is_narrow != self._is_narrow and self._now is not None:
            self._is_narrow = is_narrow
            self.show_pile(self.pile, self._now)

    def _mark(self, nth: int, *, is_chosen: bool) -> None:
        item = self.item(nth, 0)
        if item is not None:
            item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
            item.setCheckState(_CHECK[is_chosen])

    def _on_clicked(self, item: QTableWidgetItem) -> None:
        if item.column() == 0:
            self.toggle(item.row())

    def _texts(self, row: AwaitingSignature, now: datetime) -> tuple[str, ...]:
        due = self.tr("không hẹn")
        if row.due_at is not None:
            late = "▲ " if row.due_at < now else ""
            day = (
                self.tr("{0} hôm nay").format(f"{row.due_at:%H:%M}")
                if row.due_at.date() == now.date()
                else day_and_time(row.due_at, now.date())
            )
            due = late + day
        is_whole = not self._is_narrow
        return (
            row.code if is_whole else short_code(row.code),
            row.applicant,
            str(row.documents),
            str(row.copies),
            dong(row.amount) if is_whole else "",
            day_and_time(row.received_at, now.date()) if is_whole else "",
            due,
        )
