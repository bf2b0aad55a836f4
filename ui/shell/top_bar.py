"""The bar above every screen: whose office, the search, what waits to be sent, what time it is."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.icons import IconButton
from ui.theme import px
from ui.tokens import Tone
from ui.widgets.elided import ElidedLabel
from ui.widgets.labels import label, number_text
from ui.widgets.pill import Pill
from ui.widgets.pill_button import PillButton

if TYPE_CHECKING:
    # Loads with the first answer: not before the window is painted.
    from app.domain.answers import OutboxSummary
    from app.domain.working_calendar import WorkingCalendar

HEIGHT = 56


class OfficeLine(NamedTuple):
    """Whose desk this is, as the bar says it; `is_practice`: the people are invented.

    `opens_citizen`: the citizen's window opens with the desk's; `confirms_citizen`: the citizen is
    asked there before a slip is printed.
    """

    office: str
    department: str
    station: int
    officer: str
    is_practice: bool = False
    opens_citizen: bool = False
    confirms_citizen: bool = False


class TopBar(QFrame):
    """The bar.

    Signals:
        sync_wanted: the pill of what waits was pressed.
        drawer_wanted: what was said before is to be shown.
    """

    sync_wanted = Signal()
    drawer_wanted = Signal()

    def __init__(self, search: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self._office = ElidedLabel(11, QFont.Weight.DemiBold)
        self._desk = ElidedLabel(8.5)
        self.practice = Pill()
        self.sync = PillButton(self.tr("Tình trạng gửi lên tỉnh"))
        self._time = label("", "strong")
        self._officer = ElidedLabel(8.5, is_right=True)
        self.log = IconButton("history", says=self.tr("Thông báo đã qua"))
        self._now: datetime | None = None
        self._has_calendar = False
        self._outbox: tuple[OutboxSummary, datetime, WorkingCalendar] | None = None
        self._build(search)
        self.sync.clicked.connect(self.sync_wanted)
        self.log.clicked.connect(self.drawer_wanted)

    @property
    def office_name(self) -> str:
        """The office as the bar names it."""
        return self._office.text

    def show_office(self, line: OfficeLine) -> None:
        """Whose desk this is."""
        self._office.show_text(line.office)
        station = self.tr("Quầy {0}").format(line.station)
        self._desk.show_text(" · ".join(part for part in (line.department, station) if part))
        self.practice.setVisible(line.is_practice)
        if line.is_practice:
            self.practice.show_status(self.tr("tập dùng"), Tone.PAUSED)

    def show_time(self, now: datetime, officer: str, calendar: WorkingCalendar | None) -> None:
        """What time it is, who sits here, and what is special about today or tomorrow."""
        self._now = now
        self._has_calendar = calendar is not None
        note = ""
        if calendar is not None:
            from ui.shell.day_words import day_note  # noqa: PLC0415 - not before the first paint

            note = day_note(now, calendar)
        self._officer.show_text(" · ".join(part for part in (officer, note) if part))
        self._fit()

    def show_outbox(self, summary: OutboxSummary, now: datetime, calendar: WorkingCalendar) -> None:
        """What waits to be sent, or was refused."""
        self._outbox = (summary, now, calendar)
        if summary.rejected:
            words = self.tr("{0} tin bị trả lại").format(number_text(summary.rejected))
            self.sync.show_status(words, Tone.OVERDUE)
        elif summary.never_exported:
            words = self.tr("Chưa gửi {0}").format(number_text(summary.pending_dossiers))
            if summary.oldest_at is not None and not self._is_narrow():
                from ui.models.board_cells import waited_text  # noqa: PLC0415 - not before the first paint

                words += " · " + self.tr("cũ nhất {0}").format(
                    waited_text(summary.oldest_at, now, calendar)
                )
            self.sync.show_status(words, Tone.DUE_SOON)
        elif summary.pending_events:
            words = self.tr("Chờ tỉnh trả lời {0}").format(number_text(summary.pending_dossiers))
            self.sync.show_status(words, Tone.RUNNING)
        else:
            self.sync.show_status(self.tr("Đã gửi hết"), Tone.DONE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if self._outbox is not None and event.size().width() != event.oldSize().width():
            self.show_outbox(*self._outbox)

    def sizeHint(self) -> QSize:
        return QSize(px(1_000), px(HEIGHT))

    def _build(self, search: QWidget) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 14, 6)
        row.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self._office)
        names.addWidget(self._desk)
        names.addStretch(1)
        times = QVBoxLayout()
        times.setSpacing(0)
        self._time.setAlignment(Qt.AlignmentFlag.AlignRight)
        times.addStretch(1)
        times.addWidget(self._time)
        times.addWidget(self._officer)
        times.addStretch(1)
        row.addLayout(names, 3)
        row.addWidget(self.practice)
        row.addWidget(search, 4)
        row.addStretch(1)
        row.addWidget(self.sync)
        row.addLayout(times, 2)
        row.addWidget(self.log)

    def _is_narrow(self) -> bool:
        return self.width() < px(900)

    def _fit(self) -> None:
        """Say the time shorter where there is little room."""
        if self._now is None:
            return
        if self._is_narrow() or not self._has_calendar:
            day = f"{self._now:%d/%m}"
        else:
            from ui.shell.day_words import day_words  # noqa: PLC0415 - not before the first paint

            day = day_words(self._now)
        self._time.setText(f"{day}  {self._now:%H:%M}")
