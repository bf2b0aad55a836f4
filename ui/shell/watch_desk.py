"""Watches the data and their disk while the window is open, and says what has become of them."""

from datetime import datetime

from PySide6.QtCore import QObject

from app.answers.watched import Checked
from app.domain.changes import Changed
from app.domain.errors import Damaged, DeskError
from ui.checks import Checks
from ui.screen import Place
from ui.shell.frame.read_only_bar import ReadOnlyBar
from ui.shell.shell_actions import Seen, WatchActions
from ui.shell.window import DeskWindow
from ui.support import SupportSaver
from ui.tokens import Tone
from ui.work import Work


class WatchDesk(QObject):
    """Looks at the start, each minute, and when something was refused.

    Args:
        window: whose screens are told.
        actions: look, keep a reserve of room, check quickly.
        checks: the deep check.
        saver: writes the support bundle.
        work: where that is done.
    """

    def __init__(
        self,
        window: DeskWindow,
        actions: WatchActions,
        checks: Checks,
        saver: SupportSaver,
        work: Work,
    ) -> None:
        super().__init__(window)
        self._window, self._actions, self._work = window, actions, work
        self._checks = checks
        self._seen: Seen | None = None
        self._has_checked = False  # quickly: damage found once is not looked for again
        self.bar = ReadOnlyBar(window)
        window.show_above(self.bar)
        self.bar.restore_wanted.connect(lambda: window.go_to_part(Place.SETTINGS, "backup"))
        self.bar.check_wanted.connect(self._check_again)
        self.bar.again_wanted.connect(self.look)
        self.bar.support_wanted.connect(saver.ask)
        checks.passed.connect(self._on_whole)
        checks.failed.connect(self._on_failed)
        window.ticker.ticked.connect(self._on_ticked)
        window.closing.connect(checks.stop)
        work.refused.connect(self._on_refused)
        work.changed.connect(self._on_changed)

    def look(self) -> None:
        """Look now; what is due is begun."""
        self._work.outside.run(self, self._actions.look, self._on_seen)

    def _on_ticked(self, _now: datetime) -> None:
        self._work.outside.run(self, self._kept_and_seen, self._on_minute)

    def _kept_and_seen(self) -> Seen:
        self._actions.keep_reserve()
        return self._actions.look()

    def _on_minute(self, seen: Seen) -> None:
        self._on_seen(seen)
        if seen.watched.is_deep_due and seen.refusal is None:
            self._checks.run()

    def _on_seen(self, seen: Seen) -> None:
        former, self._seen = self._seen, seen
        words = "" if seen.refusal is None else self._window.notices.words_of(seen.refusal)
        self.bar.say(words, is_damage=isinstance(seen.refusal, Damaged))
        if _matter(seen) != _matter(former):
            self._window.announce_changed(Changed.WATCHED)
        if seen.watched.was_cut_short and not self._has_checked:
            self._has_checked = True
            check = self._work.outside.run_long(
                self, self._actions.quick, self._on_quick, self._on_failed
            )
            self._window.closing.connect(check.cancel)

    def _on_quick(self, _found: Checked) -> None:
        words = self.tr(
            "Lần trước chương trình tắt đột ngột. Đã kiểm tra nhanh dữ liệu: không hỏng."
        )
        self._window.notices.notify(words, Tone.DONE)
        self.look()

    def _on_whole(self) -> None:
        if self._seen is not None and self._seen.refusal is not None:
            self._window.notices.notify(self.tr("Đã kiểm tra toàn bộ dữ liệu: không hỏng."))
        self.look()

    def _on_failed(self, error: Exception) -> None:
        self._window.notices.take(error)
        self.look()

    def _on_refused(self, error: DeskError) -> None:
        if isinstance(error, Damaged) or self._actions.may_last(error):
            self.look()

    def _on_changed(self, _changed: Changed) -> None:
        """Something was changed: what stood against that has passed."""
        if self._seen is not None and self._seen.refusal is not None:
            self.look()

    def _check_again(self) -> None:
        self._window.go_to_part(Place.SETTINGS, "safety")
        self._checks.run()


def _matter(seen: Seen | None) -> tuple[object, ...]:
    """What of it stands on the day's list and in the settings; room as whether it is low."""
    if seen is None:
        return (False, None, None)
    watched = seen.watched
    return (watched.is_room_low, watched.quick, watched.deep)
