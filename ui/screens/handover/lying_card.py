"""Where every open dossier lies that left the desk, and whose step is overdue."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from app.answers.handover import Agencies, LyingDossier
from app.domain.clock import time_and_day
from app.wording.deadline import remaining_text, standing_text
from ui.models.board_cells import deadline_words
from ui.screen import Notices
from ui.screens.handover.actions import HandoverActions
from ui.widgets.fields.choice import ChoiceField
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.text.empty import EmptyState
from ui.widgets.text.labels import label
from ui.work import Work

_EVERYWHERE, _DESK = "", "desk"


class LyingCard(QFrame):
    """The list, by agency and by what is late; Enter opens a dossier.

    Args:
        actions: what it asks of the desk.
        work: the queues.
        notices: errors without a place of their own.

    Signals:
        dossier_wanted: the row of a dossier to be opened.
    """

    dossier_wanted = Signal(int)

    def __init__(
        self, actions: HandoverActions, work: Work, notices: Notices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._actions, self._work, self._notices = actions, work, notices
        self._rows: tuple[LyingDossier, ...] = ()
        self._asked = 0
        self._build()

    def start(self) -> None:
        """Ask for agencies and dossiers, and take the focus."""
        self._work.reading.run(
            self, self._actions.agencies, self._show_agencies, self._notices.take
        )
        self.load()
        self.agency.setFocus(Qt.FocusReason.OtherFocusReason)

    def load(self) -> None:
        """Ask for the dossiers."""
        self._asked += 1
        asked, agency, is_late = self._asked, self.agency.value(), self.late.isChecked()

        def loaded(rows: tuple[LyingDossier, ...]) -> None:
            if asked == self._asked:
                self._show(rows)

        self._work.reading.run(
            self, lambda: self._actions.lying(agency, is_late), loaded, self._notices.take
        )

    def _build(self) -> None:
        self.agency: ChoiceField[str] = ChoiceField(
            self.tr("Đang ở"), [(_EVERYWHERE, self.tr("mọi nơi ngoài bộ phận Một cửa"))]
        )
        self.agency.changed.connect(self.load)
        self.late = QCheckBox(self.tr("Chỉ hồ sơ đã quá hạn của bước"))
        self.late.toggled.connect(self.load)
        self.count = label("", "strong", wraps=True)
        self.table = PlainTable(
            self.tr("Hồ sơ đang ở đâu"),
            (self.tr("Mã hồ sơ"), self.tr("Người nộp"), self.tr("Đang ở"), self.tr("Từ"),
             self.tr("Bước"), self.tr("Còn lại")),
            stretched=4,
            chooses=True,
            leads=True,
            most_height=None,
        )  # fmt: skip
        self.table.opened.connect(self._on_opened)
        self.empty = EmptyState()
        self.empty.explain(
            "scan-line",
            self.tr("Không có hồ sơ nào"),
            self.tr("Hồ sơ đã bàn giao hiện ở đây cho đến khi về bộ phận Một cửa hoặc kết thúc."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        for widget in (self.agency, self.late, self.count):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)

    def _show_agencies(self, found: Agencies) -> None:
        before = self.agency.value()
        names = [(one.name, one.name) for one in found.agencies]
        everywhere = (_EVERYWHERE, self.tr("mọi nơi ngoài bộ phận Một cửa"))
        self.agency.set_choices([everywhere, *names, (_DESK, found.desk)])
        self.agency.set_value(before)

    def _show(self, rows: tuple[LyingDossier, ...]) -> None:
        self._rows = rows
        self.table.show_rows([self._texts(one) for one in rows])
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.count.setText(self.tr("{0} hồ sơ").format(len(rows)) if rows else "")

    def _texts(self, one: LyingDossier) -> tuple[str, ...]:
        stay = one.stay
        left = standing_text(stay.standing, deadline_words)
        if one.left is not None:
            left = remaining_text(one.left, deadline_words)
            left = f"■ {left}" if one.left.is_overdue else left
        way = self.tr("{0} (▲ chưa nhận)") if stay.is_on_its_way else "{0}"
        return (
            one.code,
            one.applicant,
            way.format(one.agency),
            time_and_day(stay.since, with_year=False),
            stay.step.duty if stay.step else "",
            left,
        )

    def _on_opened(self, row: int) -> None:
        self.dossier_wanted.emit(self._rows[row].dossier_id)
