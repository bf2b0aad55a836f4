"""The settings screen: cards side by side, F9 keeps what was changed, all or nothing."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.answers.imports import Imported
from app.domain.changes import Changed
from app.domain.deadline.calendar_year import Closure
from app.domain.deadline.office_hours import WeekPlan
from app.domain.errors import DeskError
from ui.screen import Notices, Screen
from ui.screens.settings.actions import SettingsActions, SettingsView
from ui.screens.settings.backup_card import BackupCard
from ui.screens.settings.backup_runner import BackupRunner
from ui.screens.settings.closures_card import ClosuresCard
from ui.screens.settings.forms_card import FormsCard
from ui.screens.settings.hours_card import HoursCard
from ui.screens.settings.office_options import OfficeOptions
from ui.screens.settings.scanner_card import ScannerCard
from ui.screens.settings.scanner_trial import ScannerTrial
from ui.screens.settings.trial_page import TestPage
from ui.widgets.keys import bind_key
from ui.widgets.layout.form_scroll import FormScroll
from ui.widgets.layout.screen_head import ScreenHead
from ui.widgets.text.notice_strip import NoticeStrip
from ui.words import reason_in_language
from ui.work import Work

_PRINTERS = {"print": "printer", "slip": "slip_printer", "label": "label_printer"}
"""The key of the printer by the name of its card."""


_WIDE = "forms"
"""The card that lies across both columns; an even number of others stands before it."""


class SettingsScreen(Screen):
    """Shows and changes the office's settings.

    Signals:
        look_chosen: theme and text scale, to be shown at once.
        restored: a backup was put in place (`RestoreDone`): everything must be opened anew.
    """

    look_chosen = Signal(str, int)
    restored = Signal(object)

    def __init__(
        self,
        actions: SettingsActions,
        work: Work,
        notices: Notices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions, self._work, self._notices = actions, work, notices
        self._stored: dict[str, str] = {}
        self._calendar: tuple[tuple[WeekPlan, ...], tuple[Closure, ...]] = ((), ())
        self._has_printers = False
        self._build()
        self._arrange()
        self._connect()

    def on_shown(self) -> None:
        """Show settings as they stand, unless something typed here waits to be kept."""
        if not self._changes():
            self._load()
        if not self._has_printers:
            self._has_printers = True
            self._work.outside.run(
                self, self._actions.printers, self._on_printers, self._on_no_printers
            )
        self.scanner.look_for_ports()
        self.cards["office"].setFocus()

    def on_changed(self, changed: Changed) -> None:
        """Settings or calendar were changed elsewhere."""
        rules = Changed.SETTINGS | Changed.CALENDAR
        if changed & rules and self.isVisible() and not self._changes():
            self._load()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of this screen for the F1 map."""
        return (("F9", self.tr("Lưu cài đặt")),)

    @Slot()
    def save(self) -> None:
        """Keep what was changed; a refusal keeps nothing and stands at its field."""
        changes = self._changes()
        if not changes:
            self._strip.say(self.tr("Không có gì thay đổi."), "info")
            return
        self.save_button.setEnabled(False)
        former = {key: self._stored.get(key, "") for key in changes}
        self._work.writing.run(
            self,
            lambda: self._actions.change(changes),
            lambda changed: self._on_saved(changed, former),
            self._on_refused,
        )

    def _build(self) -> None:
        say = self._actions.say
        self.cards = OfficeOptions(say, self._actions.now).cards()
        self.hours = HoursCard(say)
        self.closures = ClosuresCard(say, self._actions.now)
        self.backup = BackupCard()
        self._strip = NoticeStrip()
        self.save_button = QPushButton(self.tr("Lưu cài đặt   F9"))
        self.save_button.setObjectName("primary")

    def _arrange(self) -> None:
        scroll = FormScroll((18, 14, 18, 18), 12)
        scroll.setObjectName("groundScroll")
        scroll.inside.setObjectName("groundInside")
        scroll.column.addWidget(ScreenHead(self.tr("Cài đặt")))
        grid = QGridLayout()
        grid.setSpacing(12)
        place = 0
        for name, card in self.cards.items():
            width = 2 if name == _WIDE else 1
            grid.addWidget(card, place // 2, place % 2, 1, width)
            place += width
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        scroll.column.addLayout(grid)
        for below in (self.hours, self.closures, self.backup):
            scroll.column.addWidget(below)
        scroll.column.addStretch(1)
        foot = QFrame()
        foot.setObjectName("bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(18, 8, 18, 8)
        row.addWidget(self._strip, 1)
        row.addStretch(0)
        row.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        self.save_button.clicked.connect(self.save)
        bind_key(self, "F9", self.save)
        for card in self.cards.values():
            card.changed.connect(self._on_changed_here)
        self._test_page = TestPage(
            self._actions, self._work, self._notices, self.cards, self._strip, self._on_refused
        )
        forms = self.cards["forms"]
        assert isinstance(forms, FormsCard)  # noqa: S101 - made so by `PrintOptions`
        self.forms = forms
        scanner = self.cards["scanner"]
        assert isinstance(scanner, ScannerCard)  # noqa: S101 - made so by `OfficeOptions`
        self.scanner = ScannerTrial(
            self._actions, self._work, self._notices, scanner, self._strip, self._on_refused
        )
        self.hours.submitted.connect(self._on_plans)
        self.closures.submitted.connect(self._on_closures)
        self.backups = BackupRunner(self._actions, self._work, self._notices, self.backup)
        self.backups.written.connect(self._load)
        self.backups.restored.connect(self.restored)

    def _changes(self) -> dict[str, str]:
        """What differs from what is stored."""
        if not self._stored:
            return {}
        return {
            key: value
            for card in self.cards.values()
            for key, value in card.values().items()
            if value != self._stored.get(key, "")
        }

    def _load(self) -> None:
        self._work.reading.run(self, self._actions.view, self._on_view, self._notices.take)

    def _on_view(self, view: SettingsView) -> None:
        self._stored = dict(view.values)
        for card in self.cards.values():
            card.fill(view.values)
        self._calendar = (view.plans, view.closures)
        self.hours.show_plans(view.plans)
        self.closures.show_closures(view.closures)
        self.backup.show_state(view.folder, view.last_backup)

    def _on_printers(self, names: tuple[str, ...]) -> None:
        """Offer the printers; the stored one stays to choose even while it is switched off."""
        default = (("", self.tr("máy in mặc định của máy này")),)
        choices = (*default, *((name, name) for name in names))
        for card, key in _PRINTERS.items():
            self.cards[card].choice(key).set_choices(choices)
        self.forms.set_printers(names)

    def _on_no_printers(self, _error: Exception) -> None:
        self._on_printers(())

    @Slot()
    def _on_changed_here(self) -> None:
        count = len(self._changes())
        self._strip.say(self.tr("{0} mục đã sửa, chưa lưu.").format(count) if count else "", "info")

    def _on_saved(self, changed: Changed, former: dict[str, str]) -> None:
        self.save_button.setEnabled(True)
        self._stored |= self._changes()
        self._show_look(self._stored)
        self._strip.say(self.tr("✓ Đã lưu cài đặt."), "done")
        self.changed.emit(changed)
        self._load()
        words = self.tr("Đã lưu cài đặt: {0} mục.").format(len(former))
        # Once a dossier was registered or sent, codes and days were made by these settings.
        until = Changed.SETTINGS | Changed.DOSSIERS | Changed.OUTBOX
        self._notices.offer_undo(words, lambda: self._undo(former), until)

    def _undo(self, former: dict[str, str]) -> None:
        self._work.writing.run(
            self,
            lambda: self._actions.change(former),
            lambda changed: self._on_undone(changed, former),
            self._on_refused,
        )

    def _on_undone(self, changed: Changed, former: dict[str, str]) -> None:
        """Show the former values, but where something else was typed since."""
        typed = self._changes()
        self._stored |= former
        for card in self.cards.values():
            card.fill(self._stored | typed)
        self._show_look(self._stored)
        self._strip.say(self.tr("✓ Đã trả lại cài đặt trước đó."), "done")
        self.changed.emit(changed)

    def _show_look(self, values: Mapping[str, str]) -> None:
        self.look_chosen.emit(values["theme"], int(values["text_scale"]))

    def _on_refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        if not isinstance(error, DeskError):
            self._notices.take(error, self.save)
            return
        sentence = self._actions.say(error)
        key = str(error.facts.get("key", ""))
        for card in self.cards.values():
            card.show_problem(key, sentence)
        self._strip.say("■ " + sentence, "problem")

    @Slot(object)
    def _on_plans(self, plans: object) -> None:
        former = self._calendar[0]
        self._work.writing.run(
            self,
            lambda: self._actions.set_plans(plans),  # type: ignore[arg-type] # a signal's object
            lambda done: self._on_calendar(done, lambda: self._actions.set_plans(former)),
            self._on_refused,
        )

    @Slot(object)
    def _on_closures(self, closures: object) -> None:
        former = self._calendar[1]
        self._work.writing.run(
            self,
            lambda: self._actions.set_closures(closures),  # type: ignore[arg-type] # as above
            lambda done: self._on_calendar(done, lambda: self._actions.set_closures(former)),
            self._on_refused,
        )

    def _on_calendar(self, done: Imported, back: Callable[[], Imported]) -> None:
        self._show_calendar(done)

        def undo() -> None:
            self._work.writing.run(self, back, self._show_calendar, self._on_refused)

        # A dossier registered meanwhile was promised its day by this calendar.
        self._notices.offer_undo(
            self.tr("Đã lưu lịch làm việc."),
            undo,
            Changed.CALENDAR | Changed.DOSSIERS,
        )

    def _show_calendar(self, done: Imported) -> None:
        review = [row for row in done.rows if row.verdict == "review"]
        if review:
            named = "; ".join(
                f"{row.reference}: {reason_in_language(row.detail)}" for row in review[:5]
            )
            more = f" (+{len(review) - 5})" if len(review) > 5 else ""
            self._strip.say(
                self.tr("▲ Đã lưu. {0} hồ sơ có hạn tính khác, chưa dời: {1}{2}").format(
                    len(review), named, more
                ),
                "warning",
            )
        else:
            self._strip.say(self.tr("✓ Đã lưu; không hạn nào đổi."), "done")
        self.changed.emit(done.changed)
        self._load()
