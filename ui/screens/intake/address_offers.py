"""Asks for addresses met before while one is typed, and puts the chosen one in."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.domain.address import LEAST_TYPED
from app.domain.text import words
from ui.latest import Latest
from ui.screens.intake.person_fields import PersonFields
from ui.work import Lane


class AddressOffers(QObject):
    """The offers of one person's address.

    Args:
        fields: whose address.
        find: addresses for the letters typed, best first; asked on `lane`.
        lane: where the records are read.
    """

    def __init__(
        self, fields: PersonFields, find: Callable[[str], tuple[str, ...]], lane: Lane
    ) -> None:
        super().__init__(fields)
        self._field = fields.address
        self._strip = fields.address_strip
        self._find = find
        self.question = Latest(self, lane, delay_ms=80)
        self._field.input.typed.connect(self._on_typed)
        self._field.left.connect(self.forget)
        self._strip.taken.connect(self._on_taken)

    def take(self, nth: int) -> bool:
        """Take the offer at `nth` if its address is being typed; False if there is none."""
        line = self._field.input
        if not line.hasFocus():
            return False
        return line.is_composing or self._strip.take(nth)

    def forget(self) -> None:
        """Offer nothing any more."""
        self.question.forget()
        self._strip.offer(())

    def _on_typed(self) -> None:
        typed = self._field.value()
        if sum(map(len, words(typed))) < LEAST_TYPED:
            self.forget()
            return
        self.question.ask(lambda: self._find(typed), self._on_found, self._on_failed)

    def _on_found(self, addresses: tuple[str, ...]) -> None:
        self._strip.offer(addresses if self._field.input.hasFocus() else ())

    def _on_failed(self, _error: Exception) -> None:
        """An offer that does not come is no matter: the address can be typed."""
        self._strip.offer(())

    def _on_taken(self, address: str) -> None:
        self.question.forget()
        self._field.set_value(address)
        self._field.input.end(False)
