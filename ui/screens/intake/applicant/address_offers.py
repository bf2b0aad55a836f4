"""Asks for addresses met before while one is typed, and puts the chosen one in."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.dossier.address import LEAST_TYPED, MOST_OFFERED
from app.domain.text import words
from ui.keys import Key, nth_key, with_key
from ui.latest import Latest
from ui.screens.intake.parts.strip import Strip, StripAction
from ui.widgets.fields.line_field import LineField
from ui.widgets.layout.focus_follow import OFFERS
from ui.work import Queue


class AddressOffers(QObject):
    """The offers of one person's address; each is taken by Ctrl and its number.

    Args:
        field: where the address is typed.
        strip: where the best ones are offered.
        find: addresses for the letters typed, best first; asked on `records`.
        records: where the records are read.

    Signals:
        offered: whether anything is offered from now on.
    """

    offered = Signal(bool)

    def __init__(
        self,
        field: LineField,
        strip: Strip,
        find: Callable[[str], tuple[str, ...]],
        records: Queue,
    ) -> None:
        super().__init__(field)
        self._field, self._strip, self._find = field, strip, find
        self.offers: tuple[str, ...] = ()
        self.question = Latest(self, records, delay_ms=80)
        field.input.setProperty(OFFERS, strip)
        field.input.typed.connect(self._on_typed)
        field.left.connect(self.forget)

    def take(self, nth: int) -> bool:
        """Take the offer at `nth` if its address is being typed; False if there is none."""
        line = self._field.input
        if not line.hasFocus():
            return False
        return line.is_composing or self._strip.press(nth)

    def forget(self) -> None:
        """Offer nothing any more."""
        self.question.forget()
        self._offer(())

    def _offer(self, addresses: tuple[str, ...]) -> None:
        self.offers = addresses[:MOST_OFFERED]
        self._strip.show_all("", [self._action(*one) for one in enumerate(self.offers, 1)])
        self.offered.emit(bool(self.offers))

    def _action(self, nth: int, address: str) -> StripAction:
        return StripAction(
            with_key(nth_key(Key.OFFER, nth), address),
            partial(self._fill, address),
            tip=address,
            spoken=self.tr("Điền địa chỉ: {0}").format(address),
        )

    def _fill(self, address: str) -> None:
        self.forget()
        self._field.set_value(address)
        self._field.input.end(False)

    def _on_typed(self) -> None:
        typed = self._field.value()
        if sum(map(len, words(typed))) < LEAST_TYPED:
            self.forget()
            return
        self.question.ask(lambda: self._find(typed), self._on_found, self._on_failed)

    def _on_found(self, addresses: tuple[str, ...]) -> None:
        self._offer(addresses if self._field.input.hasFocus() else ())

    def _on_failed(self, _error: Exception) -> None:
        """An offer that does not come is no matter: the address can be typed."""
        self._offer(())
