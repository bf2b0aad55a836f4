"""The settings screen: cards side by side, F9 keeps what was changed, all or nothing."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.changes import Changed
from app.domain.errors import DeskError
from ui.checks import Checks
from ui.keys import Key, with_key
from ui.screen import Action, Notices, Place, Screen
from ui.screens.settings.actions import SettingsActions, SettingsView
from ui.screens.settings.backups.auto_card import AutoCard
from ui.screens.settings.backups.backup_card import BackupCard
from ui.screens.settings.backups.backup_runner import BackupRunner
from ui.screens.settings.backups.copies_runner import CopiesRunner
from ui.screens.settings.calendar_runner import CalendarRunner
from ui.screens.settings.card_grid import CardGrid
from ui.screens.settings.forms_card import FormsCard
from ui.screens.settings.hours_card import HoursCard
from ui.screens.settings.office_options import OfficeOptions
from ui.screens.settings.review_table import ReviewTable
from ui.screens.settings.safety_card import SafetyCard
from ui.screens.settings.scanner_card import ScannerCard
from ui.screens.settings.scanner_trial import ScannerTrial
from ui.screens.settings.trial_page import TestPage
from ui.support import SupportSaver
from ui.tokens import Tone
from ui.widgets.fields.leading import lead_on
from ui.widgets.keys import bind_key
from ui.widgets.layout.first_stop import stand_in
from ui.widgets.layout.form_scroll import FormScroll
from ui.widgets.layout.screen_head import ScreenHead
from ui.widgets.layout.waiting import Waiting
from ui.widgets.text.notice_strip import NoticeStrip
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
        *,
        checks: Checks | None = None,
    ) -> None:
        super().__init__(parent)
        self._checks = checks or Checks(actions.deep_check, work, self)
        self._actions, self._work, self._notices = actions, work, notices
        self._stored: dict[str, str] = {}
        self._asks_to_close = self._is_filling = False
        self._has_printers = False
        self._build()
        self._arrange()
        self._connect()

    def on_shown(self) -> None:
        """Show settings as they stand; what was typed here and not saved stays."""
        self._load()
        if not self._has_printers:
            self._has_printers = True
            self._work.outside.run(
                self, self._actions.printers, self._on_printers, self._on_no_printers
            )
        self.scanner.look_for_ports()
        self.copies.load()
        stand_in(self.cards["office"])

    def show_part(self, name: str) -> None:
        """Bring a card into sight and stand in its first field."""
        own: dict[str, QWidget] = {
            "hours": self.hours, "backup": self.backup, "safety": self.safety,
        }  # fmt: skip
        part = own.get(name) or self.cards[name]
        stand_in(part)
        self._scroll.ensureWidgetVisible(part)

    def on_changed(self, changed: Changed) -> None:
        """Settings or calendar were changed elsewhere."""
        rules = Changed.SETTINGS | Changed.CALENDAR | Changed.WATCHED
        if changed & rules and self.isVisible():
            self._load()
        if changed & (Changed.SETTINGS | Changed.COPIES) and self.isVisible():
            self.copies.load()

    def on_ticked(self, now: datetime) -> None:  # noqa: ARG002 - how late it is does not matter
        """A minute passed: what was saved is no news any more."""
        self._strip.grow_old()

    def on_left(self) -> None:
        """What is typed and not saved stays here, and is asked about."""
        self._strip.forget_done()
        if count := self._unsaved():
            self._notices.ask(
                self.tr("Cài đặt: {0} mục đã sửa, chưa lưu.").format(count),
                (Action(self.tr("Lưu"), self.save), Action(self.tr("Bỏ chỗ sửa"), self.discard)),
            )

    def go_back(self) -> bool:
        """Esc puts the dossiers to review away."""
        was_shown = not self.reviews.isHidden()
        self.reviews.show_reviews(())
        return was_shown

    def may_close(self) -> bool:
        """With something not saved the first try only asks."""
        if self._asks_to_close or not self._unsaved():
            return True
        self._asks_to_close = True
        self._say_unsaved()
        return False

    @Slot()
    def save(self) -> None:
        """Keep what was changed on every card; a refusal stands at its field, and nothing goes."""
        if not self.calendar.check():
            self._say_refused(self.tr("Chưa lưu: xem chỗ được đánh dấu."))
            return
        changes = self._changes()
        if changes:
            self._change(changes)
        elif self.calendar.unsaved:
            self.calendar.save()
        else:
            self._strip.say(self.tr("Không có gì thay đổi."), "info")

    @Slot()
    def discard(self) -> None:
        """Show everything as it is stored."""
        for card in self.cards.values():
            card.fill(self._stored)
        self.calendar.discard()
        self._say_unsaved()

    def _change(self, changes: dict[str, str]) -> None:
        self._waiting.set_busy(is_busy=True)
        former = {key: self._stored.get(key, "") for key in changes}
        self._work.writing.run(
            self,
            lambda: self._actions.change(changes),
            lambda changed: self._on_saved(changed, changes, former),
            self._on_refused,
        )

    def _build(self) -> None:
        say = self._actions.say
        self._side_by_side = OfficeOptions(say, self._actions.now).cards()
        self.cards = {**self._side_by_side, "copies": AutoCard(say)}
        self.hours = HoursCard(say)
        self.backup = BackupCard()
        self.safety = SafetyCard(self._checks)
        self.reviews = ReviewTable()
        self._strip = NoticeStrip()
        self.save_button = QPushButton(with_key(self.tr("Lưu cài đặt"), Key.SAVE))
        self.save_button.setObjectName("primary")
        self._waiting = Waiting(self, self.save_button)

    def _arrange(self) -> None:
        scroll = self._scroll = FormScroll((18, 14, 18, 18), 12)
        scroll.setObjectName("groundScroll")
        scroll.inside.setObjectName("groundInside")
        scroll.column.addWidget(ScreenHead(self.tr("Cài đặt")))
        self._grid = CardGrid(tuple(self._side_by_side.items()), wide=_WIDE)
        scroll.column.addWidget(self._grid)
        own = (self.hours, self.cards["copies"], self.backup, self.safety)
        for below in own:
            scroll.column.addWidget(below)
        scroll.column.addStretch(1)
        foot = QFrame()
        foot.setObjectName("bar")
        below_all = QVBoxLayout(foot)
        below_all.setContentsMargins(18, 8, 18, 8)
        below_all.setSpacing(6)
        row = QHBoxLayout()
        below_all.addLayout(row)
        below_all.addWidget(self.reviews)
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
        bind_key(self, Key.SAVE, self.save)
        lead_on(self)
        for card in self.cards.values():
            card.changed.connect(self._on_changed_here)
        self.hours.changed.connect(self._on_changed_here)
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
        self.calendar = CalendarRunner(
            self._actions, self._work, self._notices, self.hours, self._on_refused
        )
        self.calendar.said.connect(self._strip.say)
        self.calendar.reviewed.connect(self.reviews.show_reviews)
        self.reviews.dossier_wanted.connect(self.dossier_wanted)
        self.calendar.saved.connect(self.changed)
        self.calendar.saved.connect(self._load)
        self.backups = BackupRunner(self._actions, self._work, self._notices, self.backup)
        self.backups.written.connect(self._load)
        self.backups.restored.connect(self._on_restored)
        saver = SupportSaver(self, self._actions.support, self._work, self._notices)
        self.safety.support_wanted.connect(saver.ask)
        self.safety.checked.connect(self._load)
        self.support_saver = saver
        self.copies = CopiesRunner(
            self._actions.copies, self._work, self._notices, self.backup.copies, self._actions.say
        )

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

    def _unsaved(self) -> int:
        """How many settings and plans are typed and not saved."""
        return len(self._changes()) + self.calendar.unsaved

    @Slot()
    def _load(self) -> None:
        self._work.reading.run(self, self._actions.view, self._on_view, self._notices.take)

    def _on_view(self, view: SettingsView) -> None:
        typed = self._changes()
        self._stored = dict(view.values)
        self._is_filling = True  # a card filled before the others would count what they lack
        for card in self.cards.values():
            card.fill(self._stored | typed)
        self._is_filling = False
        self.calendar.show_plans(view.plans)
        self.forms.show_unseen(view.unseen_forms)
        if view.watched is not None:
            self.safety.show_state(view.watched)
        self.backup.show_state(view.folder, view.last_backup, view.backup_folder, view.data)

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
        if self._is_filling:
            return
        self._asks_to_close = False
        self._say_unsaved()

    def _say_unsaved(self) -> None:
        count = self._unsaved()
        if not count:
            self._strip.say("", "info")
        elif self._asks_to_close:
            words = self.tr("▲ {0} mục chưa lưu: {1} để lưu, hoặc đóng lần nữa để bỏ.")
            self._strip.say(words.format(count, Key.SAVE), "warning")
        else:
            self._strip.say(self.tr("{0} mục đã sửa, chưa lưu.").format(count), "info")

    @Slot(object)
    def _on_restored(self, done: object) -> None:
        """Other records stand here now: what was typed was about the former ones."""
        self.discard()
        self.restored.emit(done)

    def _on_saved(
        self, changed: Changed, changes: Mapping[str, str], former: dict[str, str]
    ) -> None:
        self._waiting.set_busy(is_busy=False)
        self._stored |= changes
        self._show_look(self._stored)
        self._strip.say(self.tr("✓ Đã lưu cài đặt."), "done")
        self.changed.emit(changed)
        self.calendar.save()
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
        self._waiting.set_busy(is_busy=False)
        if not isinstance(error, DeskError):
            self._notices.take(error, self.save)
            return
        sentence = self._actions.say(error)
        key = str(error.facts.get("key", ""))
        for card in self.cards.values():
            card.show_problem(key, sentence)
        self._say_refused(sentence)

    def _say_refused(self, sentence: str) -> None:
        self._strip.say("■ " + sentence, "problem")
        if not self.isVisible():
            look = Action(self.tr("Mở Cài đặt"), lambda: self.place_wanted.emit(Place.SETTINGS))
            self._notices.notify(sentence, Tone.OVERDUE, look)
