"""Where the people of this office live, as their newest dossiers say."""

from app.domain.address import best_addresses, most_frequent
from app.usecases.desk import Desk
from db.stores import people

LOOKED_AT = 4_000
"""Dossiers whose addresses are counted: about a year of a small commune."""


class AddressBook:
    """Addresses by frequency, counted anew when a dossier has come since.

    Held by one screen and asked on the records lane only.
    """

    def __init__(self) -> None:
        self._ranked: tuple[str, ...] = ()
        self._newest = 0

    def find(self, desk: Desk, typed: str) -> tuple[str, ...]:
        """Up to three addresses in which every word of `typed` begins a word, best first."""
        with desk.records.read() as connection:
            newest = people.newest_id(connection)
            if newest != self._newest:
                self._ranked = most_frequent(people.addresses(connection, most=LOOKED_AT))
                self._newest = newest
        return best_addresses(typed, self._ranked)
