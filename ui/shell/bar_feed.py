"""What the bar and the search are told: asked once, counted on with every minute."""

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.answers.exchange import OutboxSummary
from app.domain.clock import Clock, in_vietnam
from app.domain.deadline.working_calendar import WorkingCalendar
from ui.models.board_cells import minute_of
from ui.shell.frame.day_words import day_note, day_words
from ui.shell.frame.top_bar import OfficeLine, TopBar
from ui.shell.search import SearchBox
from ui.shell.shell_actions import ShellActions
from ui.tokens import Tone
from ui.widgets.text.labels import number_text
from ui.words import since_words
from ui.work import Work


class _Known(NamedTuple):
    office: OfficeLine
    outbox: OutboxSummary
    calendar: WorkingCalendar
    due_soon_hours: int


class BarFeed(QObject):
    """Asks, and tells the bar and the search; until the first answer they know the office only.

    Signals:
        office_known: whose desk it is was answered (`OfficeLine`).
    """

    office_known = Signal(object)

    def __init__(
        self, actions: ShellActions, work: Work, clock: Clock, bar: TopBar, search: SearchBox
    ) -> None:
        super().__init__(bar)
        self._actions = actions
        self._work = work
        self._clock = clock
        self._bar = bar
        self._search = search
        self._known: _Known | None = None

    def ask(self) -> None:
        """Ask anew; the answer is shown when it comes."""
        self._work.reading.run(self, self._answers, self._on_answers)

    def tick(self, now: datetime) -> None:
        """A new minute: count on from what is known."""
        known = self._known
        if known is None:
            self._bar.show_time(now, "")
            return
        self._bar.show_outbox(*outbox_words(known.outbox, now))
        self._bar.show_time(
            now, known.office.officer, day_words(now), day_note(now, known.calendar)
        )
        self._search.set_minute(minute_of(now, known.calendar, known.due_soon_hours))

    def _answers(self) -> _Known:
        actions = self._actions
        return _Known(
            actions.office(), actions.outbox(), actions.calendar(), actions.due_soon_hours()
        )

    def _on_answers(self, known: _Known) -> None:
        self._known = known
        self._bar.show_office(known.office)
        if known.office.is_practice:
            title = QCoreApplication.translate("TopBar", "Một Cửa – LUYỆN TẬP")
            self._bar.window().setWindowTitle(title)
        self.office_known.emit(known.office)
        self.tick(self._clock.now())


def outbox_words(summary: OutboxSummary, now: datetime) -> tuple[str, Tone, str]:
    """What waits to be sent, or was refused: words, their tone, and more where there is room."""
    translate = QCoreApplication.translate
    if summary.to_mend:
        words = translate("TopBar", "{0} hồ sơ tỉnh từ chối").format(number_text(summary.to_mend))
        return words, Tone.OVERDUE, ""
    if summary.unsent_dossiers:
        oldest = ""
        if summary.oldest_unsent_at is not None:
            since = since_words(in_vietnam(summary.oldest_unsent_at), now)
            oldest = translate("TopBar", "cũ nhất từ {0}").format(since)
        unsent = number_text(summary.unsent_dossiers)
        return translate("TopBar", "Chưa gửi {0}").format(unsent), Tone.DUE_SOON, oldest
    dossiers = number_text(summary.pending_dossiers)
    if summary.pending_events:
        return translate("TopBar", "Chờ tỉnh trả lời {0}").format(dossiers), Tone.RUNNING, ""
    return translate("TopBar", "Đã gửi hết"), Tone.DONE, ""
