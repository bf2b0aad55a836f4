"""Column 1: the applicant, people met before, and who brings the papers for them."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.answers.people import PersonOffer
from app.domain.dossier.dossier import ApplicantKind
from app.domain.errors import DeskError
from app.domain.scanning.scanned import Doubt, PersonScan
from app.domain.text import words
from ui.latest import Latest
from ui.screens.intake.applicant.address_offers import AddressOffers
from ui.screens.intake.applicant.card_fill import CardFill, lay_over
from ui.screens.intake.applicant.card_warning import card_warning
from ui.screens.intake.applicant.people_offers import PeopleOffers
from ui.screens.intake.applicant.person_fields import PersonFields
from ui.screens.intake.parts.inputs import Inputs, joined
from ui.screens.intake.parts.labels import button, plain_label
from ui.screens.intake.parts.strip import Strip, StripAction, StripLook
from ui.screens.intake.state.person import NOBODY, PersonState
from ui.widgets.layout.form_scroll import FormScroll
from ui.words import word_for
from ui.work import Queue

LEAST_DIGITS = 4
LEAST_LETTERS = 3


class ApplicantPanel(QFrame):
    """The people of the form.

    Signals:
        changed: something was typed or chosen.
    """

    changed = Signal()

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
        self._people = people
        self._before: PersonState | None = None
        self._card: tuple[PersonFields, CardFill] | None = None
        self._lookup = Latest(self, records, delay_ms=120)
        self.person = PersonFields("applicant", say, now)
        self.representative = PersonFields("representative", say, now)
        self.addresses = [
            AddressOffers(fields.address, fields.address_strip, addresses, records)
            for fields in (self.person, self.representative)
        ]
        self.strip = PeopleOffers()
        self.card_strip = Strip(StripLook("warning"))
        self._build()
        self._connect()

    def state(self) -> tuple[PersonState, PersonState | None]:
        """The applicant, and the representative if there is one."""
        other = self.representative.state() if self.toggle.isChecked() else None
        return self.person.state(), other

    def fill(self, person: PersonState, representative: PersonState | None) -> None:
        """Put both people in; offers are forgotten."""
        self._lookup.forget()
        self.strip.clear()
        self.card_strip.hide()
        self._before = self._card = None
        self.settle()
        self.person.fill(person)
        self.representative.fill(representative or NOBODY)
        self.toggle.setChecked(representative is not None)

    def take_card(self, card: PersonScan) -> None:
        """Fill in whoever's card was scanned, then stand where typing goes on."""
        fields = self._meant()
        fill = lay_over(fields.state(), card)
        self._card = (fields, fill)
        self._before = fields.state()
        self._fill_read(fields, fill.state, fill.filled)
        take = StripAction(self.tr("Lấy theo thẻ   Ctrl+0"), self.take_card_for_good)
        self.card_strip.show_all(card_warning(fill.differing), (take,) if fill.differing else ())
        number = fill.state.personal_id
        if number and "personal_id" not in fill.differing and fields is self.person:
            self._look_for(number)
        fields.first_empty().setFocus(Qt.FocusReason.OtherFocusReason)

    def take_card_for_good(self) -> None:
        """Let the card's word stand where something else was typed."""
        if self._card is None or self.card_strip.isHidden():
            return
        fields, fill = self._card
        read = dict.fromkeys(fill.differing) | dict(fill.filled)
        self._fill_read(fields, fill.taken, read)
        self.card_strip.hide()
        if fields is self.person:
            self._look_for(fill.taken.personal_id)

    def take_offer(self, nth: int) -> None:
        """Take the offer at `nth`: an address where one is being typed, else a person."""
        if not any(one.take(nth) for one in self.addresses):
            self.strip.take(nth)

    def take_person(self, offer: PersonOffer) -> None:
        """Fill in somebody met before, then stand where typing goes on."""
        self.strip.offer((offer,))
        self.strip.take(0)
        self.person.first_empty().setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """The clerk goes on to the procedure: what the card filled was looked at."""
        self.person.settle()
        self.representative.settle()

    def inputs(self) -> Inputs:
        """What the keyboard reaches, in order."""
        toggle = Inputs({}, (), (self.toggle,))
        return joined((self.person.inputs(), toggle, self.representative.inputs()))

    def toggle_representative(self) -> None:
        """Add or fold the representative; what was typed there stays while the form is open."""
        self.toggle.click()

    def _build(self) -> None:
        self.toggle = button(self.tr("Nộp thay người khác   Alt+T"), "foldButton", checkable=True)
        self._other_title = plain_label(self.tr("Người nộp thay"), "section")
        self._scroll = FormScroll((14, 0, 14, 12), 8)
        for widget in (
            self.strip,
            self.card_strip,
            self.person,
            self.toggle,
            self._other_title,
            self.representative,
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
        self._on_toggled(is_open=False)

    def _connect(self) -> None:
        self.person.changed.connect(self.changed)
        self.representative.changed.connect(self.changed)
        self.person.looked_up.connect(self._on_looked_up)
        self.toggle.toggled.connect(lambda checked: self._on_toggled(is_open=checked))
        self.toggle.clicked.connect(self._on_toggle_clicked)
        for addresses in self.addresses:
            addresses.offered.connect(self._on_addresses)
        self.strip.taken.connect(self._on_taken)
        self.strip.undone.connect(self._on_undone)

    def _meant(self) -> PersonFields:
        """Whose card it is: of who is being typed; an office or firm is brought by somebody."""
        other = self.representative
        is_person = self.person.kind.value() is ApplicantKind.CITIZEN
        if not is_person and not self.toggle.isChecked():
            self.toggle.setChecked(True)
        return self.person if is_person and not other.isAncestorOf(self.focusWidget()) else other

    def _fill_read(
        self, fields: PersonFields, state: PersonState, filled: Mapping[str, Doubt | None]
    ) -> None:
        fields.fill(state)
        fields.show_read({name: word_for(doubt) if doubt else "" for name, doubt in filled.items()})
        self.changed.emit()

    def _on_toggled(self, *, is_open: bool) -> None:
        self._other_title.setVisible(is_open)
        self.representative.setVisible(is_open)
        self.toggle.setText(
            self.tr("Bỏ người nộp thay   Alt+T")
            if is_open
            else self.tr("Nộp thay người khác   Alt+T")
        )

    def _on_toggle_clicked(self) -> None:
        if self.toggle.isChecked():
            self.representative.number.input.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.changed.emit()

    def _look_for(self, number: str) -> None:
        """A number that was read is whole: nothing is waited for."""
        self._lookup.ask(
            lambda: self._people(number), self.strip.offer, self._on_failed, at_once=True
        )

    def _on_addresses(self, are_offered: bool) -> None:  # noqa: FBT001 - a signal's bool
        self.strip.show_keys(are_ours=not are_offered)

    def _on_looked_up(self, text: str) -> None:
        self._before = None
        plain = "".join(words(text))
        least = LEAST_DIGITS if plain.isdigit() else LEAST_LETTERS
        if len(plain) < least:
            self._lookup.forget()
            self.strip.clear()
            return
        self._lookup.ask(lambda: self._people(text), self.strip.offer, self._on_failed)

    def _on_failed(self, _error: Exception) -> None:
        """An offer that does not come is no matter: the form works without it."""
        self.strip.clear()

    def _on_taken(self, offer: PersonOffer) -> None:
        self._lookup.forget()
        self._before = self.person.state()
        self.person.fill_known(offer.applicant)

    def _on_undone(self) -> None:
        self.strip.clear()
        if self._before is not None:
            self.person.fill(self._before)
            self._before = None
            self.changed.emit()
        self.person.number.input.setFocus()
