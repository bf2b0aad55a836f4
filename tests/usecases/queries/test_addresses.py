"""The addresses an office offers are those of its own newest dossiers."""

import pytest

from app.usecases.queries import addresses
from app.usecases.queries.addresses import AddressBook
from tests.builders import LAN, a_desk, a_dossier, an_applicant

LOONG = "Thôn Bản Loỏng, xã Hoàng Văn Thụ"
HA = "Thôn Pá Hạ, xã Hoàng Văn Thụ"


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "data")
    yield made
    made.close()


def live(desk, *places):
    for place in places:
        a_dossier(desk, applicant=an_applicant(address=place))


def test_the_most_frequent_address_is_offered_first(desk):
    live(desk, LOONG, HA, LOONG, "")
    assert AddressBook().find(desk, LAN, "thon") == (LOONG, HA)


def test_a_dossier_registered_since_counts(desk):
    book = AddressBook()
    assert book.find(desk, LAN, "thon") == ()
    live(desk, HA)
    assert book.find(desk, LAN, "thon") == (HA,)


def test_only_the_newest_dossiers_are_looked_at(desk, monkeypatch):
    monkeypatch.setattr(addresses, "LOOKED_AT", 2)
    live(desk, LOONG, LOONG, LOONG, HA, HA)
    assert AddressBook().find(desk, LAN, "thon") == (HA,)
