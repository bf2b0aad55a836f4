"""People met before, the latest first and few at once; and their open dossiers."""

import pytest

from app.domain.dossier.opened import Opened
from app.usecases.dossier import progress
from db.stores import dossiers, people
from tests.builders import LAN, a_desk, a_dossier, an_applicant

NUMBERS = [f"02018500{n:04}" for n in range(1, 8)]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Seven people called Páo, the last with five dossiers, of which one is finished."""
    desk = a_desk(tmp_path_factory.mktemp("people") / "data")
    for n, number in enumerate(NUMBERS, 1):
        who = an_applicant(
            full_name=f"Lý A Páo {'Ánh' * n}", personal_id=number, phone=f"091234567{n}",
            address=f"Bản {n}",
        )  # fmt: skip
        a_dossier(desk, applicant=who)
    last = [a_dossier(desk, applicant=who) for _ in range(4)]
    progress.finish_processing(desk, LAN, Opened(last[-1].dossier_id))
    yield desk
    desk.close()


def found(connection, text, **more):
    return [one.applicant.personal_id for one in people.find(connection, text, **more)]


def test_five_people_are_offered_the_latest_first_unless_more_are_asked_for(connection):
    assert found(connection, "páo") == NUMBERS[:1:-1]
    assert found(connection, "páo", most=2) == NUMBERS[:4:-1]
    assert found(connection, "páo", most=9) == NUMBERS[::-1]


def test_two_letters_are_enough_and_one_is_not(connection):
    assert found(connection, "pá", most=1) == NUMBERS[-1:]
    assert found(connection, "p a", most=1) == NUMBERS[-1:]
    assert found(connection, "p") == []
    assert found(connection, "") == []


def test_an_offer_tells_how_often_somebody_came_and_what_is_open(connection):
    (offer,) = people.find(connection, NUMBERS[-1])
    assert offer.dossiers == 5
    assert [code[-2:] for code in offer.open_codes] == ["10", "09", "08", "07"]
    (other,) = people.find(connection, NUMBERS[0])
    assert (other.dossiers, len(other.open_codes)) == (1, 1)
    assert found(connection, "0912345673") == [NUMBERS[2]]


def test_three_open_dossiers_of_a_person_and_procedure_are_told_the_newest_first(connection):
    asked = [NUMBERS[-1]], "", "1.004873"
    assert dossiers.open_of(connection, *asked) == [10, 9, 8]
    assert dossiers.open_of(connection, *asked, most=9) == [10, 9, 8, 7]
    assert dossiers.open_of(connection, [NUMBERS[-1]], "", "2.000815") == []
    assert dossiers.open_of(connection, [NUMBERS[0]], "0912345677", "1.004873") == [1]
    assert dossiers.open_of(connection, [], "0912 345 672", "1.004873") == [2]
    assert dossiers.open_of(connection, [""], "", "1.004873") == []


def test_addresses_of_the_newest_dossiers_come_with_repetitions(connection):
    assert people.addresses(connection, most=3) == ("Bản 7",) * 3
    assert people.addresses(connection, most=6) == (*("Bản 7",) * 5, "Bản 6")
    assert people.newest_id(connection) == 11
