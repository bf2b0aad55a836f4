"""The bar above every screen: whose office, the search, what waits to be sent, what time it is."""

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.icons import IconButton
from ui.keys import Key, with_key
from ui.theme import px
from ui.tokens import Tone
from ui.widgets.status.pill import Pill, PillButton
from ui.widgets.text.elided import ElidedLabel
from ui.widgets.text.labels import label

HEIGHT = 56
_SEARCH_PLACE, _SEARCH_SHARE = 2, 4


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

    @property
    def named(self) -> str:
        """The office, and that it is for practice where it is."""
        practice = QCoreApplication.translate("TopBar", "{0} – LUYỆN TẬP")
        return practice.format(self.office) if self.is_practice else self.office


class TopBar(QFrame):
    """The bar.

    Signals:
        sync_wanted: the pill of what waits was pressed.
        drawer_wanted: what was said before is to be shown.
        palette_wanted: the palette is to be shown, or closed.
    """

    sync_wanted = Signal()
    drawer_wanted = Signal()
    palette_wanted = Signal()

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
        self.menu = IconButton("menu", says=with_key(self.tr("Mọi lệnh"), Key.PALETTE))
        self.menu.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has its key
        self._now: datetime | None = None
        self._day = ""
        self._outbox: tuple[str, Tone, str] | None = None
        self._row = QHBoxLayout(self)
        self._build(search)
        self.sync.clicked.connect(self.sync_wanted)
        self.log.clicked.connect(self.drawer_wanted)
        self.menu.clicked.connect(self.palette_wanted)

    @property
    def office_name(self) -> str:
        """The office as the bar names it."""
        return self._office.text

    def show_office(self, line: OfficeLine) -> None:
        """Whose desk this is."""
        self._office.show_text(line.office)
        station = self.tr("Quầy {0}").format(line.station)
        # What is longest stands last: it is the part that may be cut.
        self._desk.show_text(" · ".join(part for part in (station, line.department) if part))
        self.practice.setVisible(line.is_practice)
        if line.is_practice:
            self.practice.show_status(self.tr("Luyện tập"), Tone.PAUSED)

    def place_search(self, search: QWidget) -> None:
        """Put the whole search where its line stood, which it has taken in."""
        self._row.insertWidget(_SEARCH_PLACE, search, _SEARCH_SHARE)
        search.show()  # a layout shows what is added only later; the focus cannot wait

    def show_time(self, now: datetime, officer: str, day: str = "", note: str = "") -> None:
        """What time it is, who sits here, and what is special about today or tomorrow.

        `day` names the day where there is room for it; it and `note` are empty until the calendar
        is known.
        """
        self._now = now
        self._day = day
        self._officer.show_text(" · ".join(part for part in (officer, note) if part))
        self._fit()

    def show_outbox(self, words: str, tone: Tone, more: str = "") -> None:
        """What waits to be sent, or was refused; `more` where there is room."""
        self._outbox = (words, tone, more)
        shown = (words,) if self._is_narrow() else (words, more)
        self.sync.show_status(" · ".join(part for part in shown if part), tone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if self._outbox is not None and event.size().width() != event.oldSize().width():
            self.show_outbox(*self._outbox)

    def sizeHint(self) -> QSize:
        return QSize(px(1_000), px(HEIGHT))

    def _build(self, search: QWidget) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = self._row
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
        row.addWidget(search, _SEARCH_SHARE)
        row.addStretch(1)
        row.addWidget(self.sync)
        row.addLayout(times, 2)
        ends = QHBoxLayout()
        ends.setSpacing(0)
        ends.addWidget(self.log)
        ends.addWidget(self.menu)
        row.addLayout(ends)

    def _is_narrow(self) -> bool:
        return self.width() < px(900)

    def _fit(self) -> None:
        """Say the time shorter where there is little room."""
        if self._now is None:
            return
        is_short = self._is_narrow() or not self._day
        self._time.setText(f"{self._now:%H:%M}  {f'{self._now:%d/%m}' if is_short else self._day}")
