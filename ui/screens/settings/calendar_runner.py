"""Working hours as they should stand: kept, said, and taken back for a while."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.answers.imports import Imported
from app.domain.changes import Changed
from app.domain.deadline.office_hours import WeekPlan
from ui.screen import Notices
from ui.screens.settings.actions import SettingsActions
from ui.screens.settings.hours_card import HoursCard
from ui.work import Work


class CalendarRunner(QObject):
    """Saves what the card hands up.

    Args:
        actions: sets plans.
        work: where it is done.
        notices: where it is offered back.
        hours: the card of working hours.
        refused: takes what was refused.

    Signals:
        said: how it went, and the kind of a notice.
        reviewed: the rows (`ImportedRow`) of dossiers whose promise is counted otherwise now.
        saved: the calendar was changed (`Changed`).
    """

    said = Signal(str, str)
    reviewed = Signal(object)
    saved = Signal(object)

    def __init__(
        self,
        actions: SettingsActions,
        work: Work,
        notices: Notices,
        hours: HoursCard,
        refused: Callable[[Exception], None],
    ) -> None:
        super().__init__(hours)
        self._actions, self._work, self._notices = actions, work, notices
        self._hours, self._refused = hours, refused
        self._plans: tuple[WeekPlan, ...] = ()
        hours.submitted.connect(self._on_plans)

    def show_plans(self, plans: tuple[WeekPlan, ...]) -> None:
        """Show what is kept; what is typed and not saved yet stays."""
        self._plans = plans
        self._hours.show_plans(plans)

    @property
    def unsaved(self) -> int:
        """How many plans are typed and not saved."""
        return self._hours.unsaved

    def check(self) -> bool:
        """Whether all that is typed can be saved; if not, it is said at its field."""
        return self._hours.check()

    def save(self) -> None:
        """Save what is typed."""
        if self._hours.unsaved:
            self._hours.submit()

    def discard(self) -> None:
        """Forget what is typed."""
        self._hours.discard()

    @Slot(object)
    def _on_plans(self, plans: object) -> None:
        former = self._plans
        self._work.writing.run(
            self,
            lambda: self._actions.set_plans(plans),  # type: ignore[arg-type] # a signal's object
            lambda done: self._on_saved(done, lambda: self._actions.set_plans(former)),
            self._refused,
        )

    def _on_saved(self, done: Imported, back: Callable[[], Imported]) -> None:
        self._say(done)

        def undo() -> None:
            self._work.writing.run(self, back, self._say, self._refused)

        # A dossier registered meanwhile was promised its day by this calendar.
        self._notices.offer_undo(
            self.tr("Đã lưu lịch làm việc."), undo, Changed.CALENDAR | Changed.DOSSIERS
        )

    def _say(self, done: Imported) -> None:
        review = tuple(row for row in done.rows if row.verdict == "review")
        if review:
            words = self.tr(
                "▲ Đã lưu. {0} hồ sơ có hạn tính khác, chưa dời: bấm hoặc Enter vào hồ sơ để mở."
            )
            self.said.emit(words.format(len(review)), "warning")
        else:
            self.said.emit(self.tr("✓ Đã lưu; không hạn nào đổi."), "done")
        self.reviewed.emit(review)
        self.saved.emit(done.changed)
