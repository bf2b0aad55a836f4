"""Working hours and closures as they should stand: kept, said, and taken back for a while."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.answers.imports import Imported
from app.domain.changes import Changed
from app.domain.deadline.calendar_year import Closure
from app.domain.deadline.office_hours import WeekPlan
from ui.screen import Notices
from ui.screens.settings.actions import SettingsActions
from ui.screens.settings.closures_card import ClosuresCard
from ui.screens.settings.hours_card import HoursCard
from ui.work import Work


class CalendarRunner(QObject):
    """Saves what the two cards hand up.

    Args:
        actions: sets plans and closures.
        work: where it is done.
        notices: where it is offered back.
        hours: the card of working hours.
        closures: the card of closures.
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
        closures: ClosuresCard,
        refused: Callable[[Exception], None],
    ) -> None:
        super().__init__(hours)
        self._actions, self._work, self._notices = actions, work, notices
        self._hours, self._closures, self._refused = hours, closures, refused
        self._plans: tuple[WeekPlan, ...] = ()
        self._known: tuple[Closure, ...] = ()
        hours.submitted.connect(self._on_plans)
        closures.submitted.connect(self._on_closures)

    def show_calendar(self, plans: tuple[WeekPlan, ...], closures: tuple[Closure, ...]) -> None:
        """Show what is kept; what is typed and not saved yet stays."""
        self._plans, self._known = plans, closures
        self._hours.show_plans(plans)
        self._closures.show_closures(closures)

    @property
    def unsaved(self) -> int:
        """How many plans and closures are typed and not saved."""
        return self._hours.unsaved + self._closures.unsaved

    def check(self) -> bool:
        """Whether all that is typed can be saved; if not, it is said at its field."""
        return self._hours.check() and self._closures.check()

    def save(self) -> None:
        """Save what is typed in both cards."""
        if self._hours.unsaved:
            self._hours.submit()
        if self._closures.unsaved:
            self._closures.submit()

    def discard(self) -> None:
        """Forget what is typed in both cards."""
        self._hours.discard()
        self._closures.discard()

    @Slot(object)
    def _on_plans(self, plans: object) -> None:
        former = self._plans
        self._work.writing.run(
            self,
            lambda: self._actions.set_plans(plans),  # type: ignore[arg-type] # a signal's object
            lambda done: self._on_saved(done, lambda: self._actions.set_plans(former)),
            self._refused,
        )

    @Slot(object)
    def _on_closures(self, closures: object) -> None:
        former = self._known
        self._work.writing.run(
            self,
            lambda: self._actions.set_closures(closures),  # type: ignore[arg-type] # as above
            lambda done: self._on_saved(done, lambda: self._actions.set_closures(former)),
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
