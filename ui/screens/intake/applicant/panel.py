"""Column 1: the applicant, people met before, and who brings the papers for them."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.answers.people import PersonOffer
from app.domain.dossier.dossier import ApplicantKind, RepresentativeRole
from app.domain.errors import DeskError
from app.domain.scanning.scanned import Doubt, PersonScan
from ui.keys import Key, with_key
from ui.screens.intake.applicant.acquaintance import Acquaintance
from ui.screens.intake.applicant.address_offers import AddressOffers
from ui.screens.intake.applicant.card_fill import CardFill, lay_over
from ui.screens.intake.applicant.card_warning import card_warning
from ui.screens.intake.applicant.person_fields import PersonFields
from ui.screens.intake.applicant.title_offers import TitleOffers
from ui.screens.intake.parts.inputs import Inputs, joined
from ui.screens.intake.parts.strip import Strip, StripAction, StripLook
from ui.screens.intake.state.person import NOBODY, PersonState
from ui.widgets.layout.form_scroll import FormScroll
from ui.widgets.text.plain import button, plain_label
from ui.words import flag_words, word_for
from ui.work import Queue


class ApplicantPanel(QFrame):
    """The people of the form.

    Signals:
        changed: something was typed or chosen.
        filled: a person was filled in whole, so that typing goes on behind them.
        passed: Enter was pressed where it opened and filled nothing.
        awaited: Enter waits for an answer (`is_awaited`), or does so no longer.
    """

    changed = Signal()
    filled = Signal()
    passed = Signal()
    awaited = Signal()

    def __init__(
        self,
        people: Callable[[str], tuple[PersonOffer, ...]],
        addresses: Callable[[str], tuple[str, ...]],
        say: Callable[[DeskError], str],
        now: Callable[[], datetime],
        records: Queue,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._card: tuple[PersonFields, CardFill] | None = None
        self.person = PersonFields("applicant", say, now)
        self.representative = PersonFields("representative", say, now)
        self.addresses = [
            AddressOffers(fields.address, fields.address_strip, addresses, records)
            for fields in (self.person, self.representative)
        ]
        self.titles = TitleOffers(self.representative.title, self.representative.title_strip)
        self.met, self.other_met = (
            Acquaintance(fields, people, records, self)
            for fields in (self.person, self.representative)
        )
        self._last_offered, self._are_keys_nearer = self.met, False
        self.strip = self.met.strip
        self.card_strip = Strip(StripLook("warning"))
        self._build()
        self._connect()

    def state(self) -> tuple[PersonState, PersonState | None]:
        """The applicant, and the representative if there is one."""
        other = self.representative.state() if self.toggle.isChecked() else None
        return self.person.state(), other

    def fill(self, person: PersonState, representative: PersonState | None) -> None:
        """Put both people in; offers are forgotten."""
        self.met.forget()
        self.other_met.forget()
        self.card_strip.hide()
        self._card = None
        self.settle()
        self.person.fill(person)
        self._on_kind()
        self.representative.fill(representative or NOBODY)
        self.toggle.setChecked(representative is not None)
        self._on_toggled(is_open=self.toggle.isChecked())
        self.changed.emit()

    def take_card(self, card: PersonScan) -> None:
        """Fill in whoever's card was scanned, then stand where typing goes on."""
        fields = self._meant()
        fill = lay_over(fields.state(), card)
        self._card = (fields, fill)
        met = self._met_by(fields)
        met.note_read(fields.state())
        self._fill_read(fields, fill.state, fill.filled)
        take = StripAction(
            with_key(self.tr("Lấy theo thẻ"), Key.TAKE_CARD), self.take_card_for_good
        )
        self.card_strip.show_all(card_warning(fill.differing), (take,) if fill.differing else ())
        number = fill.state.personal_id
        if number and "personal_id" not in fill.differing:
            met.look_for(number, fill.state.old_id)
        self._go_on(fields)

    def take_card_for_good(self) -> None:
        """Let the card's word stand where something else was typed."""
        if self._card is None or self.card_strip.isHidden():
            return
        fields, fill = self._card
        read = dict.fromkeys(fill.differing) | dict(fill.filled)
        self._fill_read(fields, fill.taken, read)
        if self.card_strip.isAncestorOf(self.focusWidget()):
            self._go_on(fields)  # before the button goes: the keyboard would be anywhere
        self.card_strip.hide()
        self._met_by(fields).look_for(fill.taken.personal_id, fill.taken.old_id)

    def take_offer(self, nth: int) -> None:
        """Take the offer at `nth`: an address or title where one is typed, else a person."""
        is_taken = any(one.take(nth) for one in self.addresses)
        if not is_taken and not self.titles.take(nth):
            self._with_keys().strip.take(nth)

    def take_person(self, offer: PersonOffer) -> None:
        """Fill in somebody met before as applicant."""
        self.met.take_person(offer)

    @property
    def is_busy(self) -> bool:
        """Whether people met before are still looked for."""
        return self.met.is_busy or self.other_met.is_busy

    @property
    def is_awaited(self) -> bool:
        """Whether Enter waits for somebody met before, who may be filled in."""
        return self.met.is_awaited or self.other_met.is_awaited

    def settle(self) -> None:
        """The clerk goes on to the procedure: what the card filled was looked at."""
        self.person.settle()
        self.representative.settle()

    def is_given(self, stop: QWidget) -> bool:
        """Whether what stands there was told by another field, so that Enter goes past it."""
        return self.person.is_given(stop) or self.representative.is_given(stop)

    def inputs(self) -> Inputs:
        """What the keyboard reaches, in order."""
        toggle = Inputs({}, (), (self.toggle,))
        return joined((self.person.inputs(), toggle, self.representative.inputs()))

    def toggle_representative(self) -> None:
        """Add the representative, or leave them out again; taking that back brings them back.

        Whoever came for a body is asked already: the first key leads there.
        """
        other = self.representative
        is_asked = self.toggle.isChecked() and self._is_body() and other.state().is_blank
        if is_asked and not other.isAncestorOf(self.focusWidget()):
            other.number.input.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.toggle.click()

    def _build(self) -> None:
        self.toggle = button("", "foldButton", checkable=True)
        self._other_title = plain_label(self.tr("Người nộp thay"), "section")
        self._other = QWidget()
        other = QVBoxLayout(self._other)
        other.setContentsMargins(0, 0, 0, 0)
        other.setSpacing(8)
        other.addWidget(self.other_met.strip)
        other.addWidget(self.representative)
        self._scroll = FormScroll((14, 0, 14, 12), 8)
        for widget in (
            self.strip,
            self.card_strip,
            self.person,
            self.toggle,
            self._other_title,
            self._other,
        ):
            self._scroll.column.addWidget(widget)
        self._scroll.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 12, 0, 2)
        outer.setSpacing(6)
        title = plain_label(self.tr("1  Người nộp"), "section")
        title.setContentsMargins(14, 0, 14, 0)
        outer.addWidget(title)
        outer.addWidget(self._scroll, 1)
        self._on_kind()

    def _connect(self) -> None:
        self.person.changed.connect(self.changed)
        self.representative.changed.connect(self.changed)
        self.person.kind.chosen.connect(self._on_kind_chosen)
        self.representative.role.chosen.connect(self._show_title)
        self.representative.role.entered.connect(self._on_role_entered)
        # Known first: as the fields go, the keyboard moves, and what stands there then is noted.
        self.met.undone.connect(self._on_kind_chosen)
        self.toggle.toggled.connect(self.changed)
        self.toggle.toggled.connect(lambda checked: self._on_toggled(is_open=checked))
        self.toggle.clicked.connect(self._on_toggle_clicked)
        for addresses in self.addresses:
            addresses.offered.connect(self._on_addresses)
        for met in (self.met, self.other_met):
            met.offered.connect(partial(self._on_people, met))
            met.filled.connect(partial(self._on_met, met.fields))
            met.undone.connect(self.changed)
            met.passed.connect(self.passed)
            met.awaited.connect(self.awaited)

    def _meant(self) -> PersonFields:
        """Whose card it is: of who is being typed; an office or firm is brought by somebody."""
        other = self.representative
        is_person = self.person.kind.value() is ApplicantKind.CITIZEN
        if not is_person and not self.toggle.isChecked():
            self.toggle.setChecked(True)
        return self.person if is_person and not other.isAncestorOf(self.focusWidget()) else other

    def _go_on(self, fields: PersonFields) -> None:
        """Stand in the next empty field, so that typing joins nothing that was filled."""
        empty = fields.first_empty()
        other = self.representative
        if empty is None and fields is self.person and self._is_body() and self.toggle.isChecked():
            empty = other.number.input if other.state().is_blank else None  # who came is asked
        if empty is not None:
            empty.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.filled.emit()

    def _fill_read(
        self, fields: PersonFields, state: PersonState, filled: Mapping[str, Doubt | None]
    ) -> None:
        fields.fill(state)
        fields.show_read(
            {name: flag_words(doubt) if doubt else "" for name, doubt in filled.items()}
        )
        self.changed.emit()

    def _on_toggled(self, *, is_open: bool) -> None:
        self._other_title.setVisible(is_open)
        self._other.setVisible(is_open)
        if self._is_body():
            words = self.tr("Bỏ người đến nộp") if is_open else self.tr("Ghi người đến nộp")
        else:
            words = self.tr("Bỏ người nộp thay") if is_open else self.tr("Nộp thay người khác")
        self.toggle.setText(with_key(words, Key.REPRESENTATIVE))
        self._show_title()

    def _is_body(self) -> bool:
        return self.person.kind.value() is not ApplicantKind.CITIZEN

    def _show_title(self) -> None:
        other = RepresentativeRole.OWN if self.representative.is_own else RepresentativeRole.AGENT
        self._other_title.setText(word_for(other))

    def _on_kind(self) -> None:
        self.representative.stand_for(self.person.kind.value())
        self.titles.be_of(self.person.kind.value())
        self._on_toggled(is_open=self.toggle.isChecked())

    def _on_kind_chosen(self) -> None:
        """A body cannot come itself: who did is asked; a citizen needs nobody."""
        self._on_kind()
        if self._is_body() or self.representative.state().is_blank:
            self.toggle.setChecked(self._is_body())
        self.changed.emit()

    def _on_toggle_clicked(self) -> None:
        if self.toggle.isChecked():
            self.representative.number.input.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.other_met.forget()
            self.representative.fill(NOBODY)
        self.changed.emit()

    def _on_role_entered(self) -> None:
        """A role that asks for a title leads there while it is empty; else Enter goes on."""
        title = self.representative.title
        if title.isVisible() and not title.value():
            title.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.passed.emit()

    def _met_by(self, fields: PersonFields) -> Acquaintance:
        return self.met if fields is self.person else self.other_met

    def _on_met(self, fields: PersonFields) -> None:
        self._show_keys()
        if fields is self.person:
            self._on_kind_chosen()  # they may be of another kind than was typed
        self._go_on(fields)

    def _on_people(self, met: Acquaintance) -> None:
        self._last_offered = met
        self._show_keys()

    def _with_keys(self) -> Acquaintance:
        """Whose offers have the keys: those for the person typed last, if there are any."""
        last = self._last_offered
        if last.strip.offers:
            return last
        return self.met if last is self.other_met else self.other_met

    def _on_addresses(self, are_offered: bool) -> None:  # noqa: FBT001 - a signal's bool
        self._are_keys_nearer = are_offered
        self._show_keys()

    def _show_keys(self) -> None:
        taker = self._with_keys()
        for met in (self.met, self.other_met):
            is_theirs = met is taker and not self._are_keys_nearer
            met.strip.show_keys(are_ours=is_theirs)
