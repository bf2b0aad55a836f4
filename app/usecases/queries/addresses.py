"""Where the people of this office live, as their newest dossiers say."""

from app.domain.actor import Actor
from app.domain.dossier.address import best_addresses, most_frequent
from app.domain.permission import Permission
from app.usecases.desk import Desk
from db.stores import people

LOOKED_AT = 4_000
"""Dossiers whose addresses are counted: about a year of a small commune."""


class AddressBook:
    """Addresses by frequency, counted anew when a dossier has come since.

    Held by one screen and asked on one queue only.
    """

    def __init__(self) -> None:
        self._ranked: tuple[str, ...] = ()
        self._newest = 0

    def find(self, desk: Desk, actor: Actor, typed: str) -> tuple[str, ...]:
        """Up to three addresses in which every word of `typed` begins a word, best first."""
        with desk.view(actor, Permission.FIND_PEOPLE) as view:
            newest = people.newest_id(view.connection)
            if newest != self._newest:
                self._ranked = most_frequent(people.addresses(view.connection, most=LOOKED_AT))
                self._newest = newest
        return best_addresses(typed, self._ranked)
