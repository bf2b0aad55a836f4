"""One person's fields and whoever was met before under what is typed there."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal

from app.answers.people import PersonOffer
from app.domain.text import words
from ui.latest import Latest
from ui.screens.intake.applicant.people_offers import PeopleOffers
from ui.screens.intake.applicant.person_fields import PersonFields
from ui.screens.intake.state.person import PersonState
from ui.widgets.layout.focus_follow import OFFERS
from ui.work import Queue

LEAST_DIGITS = 4
LEAST_LETTERS = 3
SHORTEST_NUMBER = 9
"""Digits; fewer are the beginning or the end of a number, by which somebody is looked for."""


class Acquaintance(QObject):
    """Looks for people met before, offers them in its strip and fills in the one taken.

    Args:
        fields: whose they are.
        people: those met before for what is typed; asked on `records`.
        records: where the records are read.

    Signals:
        offered: other people are offered from now on, or none.
        filled: somebody was filled in, and typing goes on behind them.
        undone: somebody was taken out again.
        passed: Enter was pressed in the number, and filled in nobody.
        awaited: Enter waits for an answer (`is_awaited`), or does so no longer.
    """

    offered = Signal()
    filled = Signal()
    undone = Signal()
    passed = Signal()
    awaited = Signal()

    def __init__(
        self,
        fields: PersonFields,
        people: Callable[[str], tuple[PersonOffer, ...]],
        records: Queue,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.fields = fields
        self.strip = PeopleOffers()
        self.people = people
        self._lookup = Latest(self, records, delay_ms=120)
        self._before: PersonState | None = None
        self._is_wanted = False
        for line in (fields.number.input, fields.full_name.input):
            line.setProperty(OFFERS, self.strip)
        fields.number.input.installEventFilter(self)
        fields.looked_up.connect(self._on_looked_up)
        fields.number.entered.connect(self._on_number_entered)
        self.strip.taken.connect(self._on_taken)
        self.strip.undone.connect(self._on_undone)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter fills somebody in while the number has the keyboard only."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._show_enter(is_in_number=event.type() is QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def _show_enter(self, *, is_in_number: bool) -> None:
        self.strip.show_enter(fills=is_in_number and self._may_fill())

    def _may_fill(self) -> bool:
        """Whether Enter in the number may fill somebody in: digits enough, and nobody named yet."""
        typed = "".join(words(self.fields.number.value()))
        return typed.isdigit() and len(typed) >= LEAST_DIGITS and not self._is_known()

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._lookup.is_busy

    @property
    def is_awaited(self) -> bool:
        """Whether Enter waits for whoever alone has the digits typed."""
        return self._is_wanted

    def forget(self) -> None:
        """Somebody else stands in the fields: offer nobody, take back nothing."""
        self._lookup.forget()
        self._before = None
        self._want(is_wanted=False)
        self._offer(())

    def note_read(self, before: PersonState) -> None:
        """A card was read into the fields that stood like `before`."""
        self._before = before

    def look_for(self, number: str, old_id: str) -> None:
        """Offer whoever has these numbers; they were read whole: nothing is waited for."""

        def met() -> tuple[PersonOffer, ...]:
            by_old = self.people(old_id) if old_id else ()
            # Whoever is known by both numbers is found by either.
            return tuple(dict.fromkeys((*self.people(number), *by_old)))

        self._lookup.ask(met, self._offer, self._on_failed, at_once=True)

    def take_person(self, offer: PersonOffer) -> None:
        """Fill in somebody met before."""
        self._offer((offer,))
        self.strip.take(0)

    def _offer(self, offers: tuple[PersonOffer, ...]) -> None:
        self._show_enter(is_in_number=self.fields.number.input.hasFocus())
        self.strip.offer(offers)
        self.offered.emit()

    def _on_number_entered(self) -> None:
        """Whoever alone has the digits typed, the whole number or a part of it, is filled in."""
        typed = "".join(words(self.fields.number.value()))
        if not self._may_fill():
            self.passed.emit()
        elif self._lookup.is_busy:
            # Behind a whole number typing goes on at once: nobody waits for an answer.
            self._want(is_wanted=len(typed) < SHORTEST_NUMBER)
            if not self._is_wanted:
                self.passed.emit()
        else:
            self._take_only_one()

    def _want(self, *, is_wanted: bool) -> None:
        if is_wanted is not self._is_wanted:
            self._is_wanted = is_wanted
            self.awaited.emit()

    def _is_known(self) -> bool:
        """Whether the name is written already, so that nobody need be filled in."""
        return bool(self.fields.full_name.value())

    def _take_only_one(self) -> None:
        if len(self.strip.offers) != 1 or not self.strip.take(0):
            self.passed.emit()

    def _on_offered(self, offers: tuple[PersonOffer, ...]) -> None:
        self._offer(offers)
        if self._is_wanted:
            self._take_only_one()
            self._want(is_wanted=False)

    def _on_looked_up(self, text: str) -> None:
        self._before = None
        self._want(is_wanted=False)
        plain = "".join(words(text))
        least = LEAST_DIGITS if plain.isdigit() else LEAST_LETTERS
        if len(plain) < least:
            self._lookup.forget()
            self._offer(())
            return
        self._lookup.ask(lambda: self.people(text), self._on_offered, self._on_failed)

    def _on_failed(self, _error: Exception) -> None:
        """An offer that does not come is no matter: the form works without it."""
        self._on_offered(())

    def _on_taken(self, offer: PersonOffer) -> None:
        self._lookup.forget()
        self._before = self.fields.state()
        self.fields.fill_known(offer.applicant)
        self.filled.emit()

    def _on_undone(self) -> None:
        self._offer(())
        if self._before is not None:
            self.fields.fill(self._before)
            self._before = None
            self.undone.emit()
        self.fields.number.input.setFocus()
