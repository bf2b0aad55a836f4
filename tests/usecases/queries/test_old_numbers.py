"""Old and new identity number, and numbers that lost a zero, find each other from both sides."""

import pytest

from app.domain.dossier.correction import Correction
from app.domain.dossier.dossier import Applicant, ApplicantKind
from app.domain.dossier.identity import IdKind
from app.domain.dossier.opened import Opened
from app.usecases.dossier import correction
from app.usecases.queries import lookup
from app.usecases.safety import verification
from tests.builders import LAN, a_desk, a_dossier, an_applicant

OLD, NEW = "081234567", "020085001234"
CARD = f"{NEW}|{OLD}|Hoàng Minh Long|05031985|Nam|Thôn Nà Pàn, Lạng Sơn|15082021"
LONG = "Hoàng Minh Long"


def long(**numbers):
    return Applicant(LONG, **({"id_kind": IdKind.PERSONAL_ID} | numbers))


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    verification.verify_records(desk, LAN)
    desk.close()


def numbers(desk, text):
    return {int(row.code[-4:]) for row in lookup.find(desk, LAN, text)}


def test_the_old_number_finds_what_was_registered_under_the_new(desk):
    a_dossier(desk, applicant=long(personal_id=NEW, old_id=OLD))
    for asked in (OLD, "081 234 567", CARD, NEW):
        assert numbers(desk, asked) == {1}
    assert numbers(desk, "081234568") == set()
    (offer,) = lookup.find_people(desk, LAN, OLD)
    assert (offer.applicant.personal_id, offer.applicant.old_id) == (NEW, OLD)


def test_each_number_finds_the_dossiers_under_the_other_once_a_card_named_both(desk):
    a_dossier(desk, applicant=long(personal_id=OLD, id_kind=IdKind.OLD_ID))
    a_dossier(desk, applicant=long(personal_id=NEW))
    assert (numbers(desk, OLD), numbers(desk, NEW)) == ({1}, {2})
    a_dossier(desk, applicant=long(personal_id=NEW, old_id=OLD))
    for asked in (OLD, NEW, CARD):
        assert numbers(desk, asked) == {1, 2, 3}
        (offer,) = lookup.find_people(desk, LAN, asked) if asked != CARD else [None]
        assert offer is None or offer.dossiers == 3
    assert numbers(desk, "long") == {1, 2, 3}


@pytest.mark.parametrize("typed", [OLD, NEW])
def test_an_open_dossier_is_told_by_either_number(desk, typed):
    a_dossier(desk, applicant=long(personal_id=OLD, id_kind=IdKind.OLD_ID))
    a_dossier(desk, applicant=long(personal_id=NEW, old_id=OLD))
    twins = lookup.open_twins(desk, LAN, typed, "", "1.004873")
    assert [twin.code[-4:] for twin in twins] == ["0002", "0001"]


def test_another_person_is_not_found_by_the_way(desk):
    a_dossier(desk, applicant=long(personal_id=NEW, old_id=OLD))
    a_dossier(desk, applicant=an_applicant())
    assert numbers(desk, OLD) == {1}
    assert numbers(desk, "020185001234") == {2}


def test_a_corrected_number_loses_the_old_one_that_was_read_beside_it(desk):
    done = a_dossier(desk, applicant=long(personal_id=NEW, old_id=OLD))
    moved = Correction(applicant=long(personal_id=NEW, old_id=OLD, phone="0912345678"))
    opened = Opened(done.dossier_id)
    correction.correct_dossier(desk, LAN, opened, moved, reason="Số mới")
    assert numbers(desk, OLD) == {1}
    another = Correction(applicant=long(personal_id="020085001243", old_id=OLD))
    correction.correct_dossier(desk, LAN, opened, another, reason="Gõ nhầm")
    assert numbers(desk, OLD) == set()


@pytest.mark.parametrize(
    ("kept", "kind", "asked"),
    [
        ("020185001234", IdKind.PERSONAL_ID, ("20185001234", "20 185 001 234")),
        ("081234567", IdKind.OLD_ID, ("81234567", "81 234 567")),
        ("0109876543", IdKind.TAX_CODE, ("109876543",)),
        ("0109876543-001", IdKind.TAX_CODE, ("109876543001", "109876543-001", "109876543 001")),
        ("0109876543001", IdKind.TAX_CODE, ("109876543001", "0109876543-001")),
    ],
)
def test_a_number_is_found_without_its_first_zero(desk, kept, kind, asked):
    of = ApplicantKind.BUSINESS if kind is IdKind.TAX_CODE else ApplicantKind.CITIZEN
    a_dossier(desk, applicant=Applicant("HTX Nà Pàn", of, kept, kind))
    for text in (*asked, kept):
        assert numbers(desk, text) == {1}


def test_a_lost_zero_is_found_by_the_whole_number_as_well(desk):
    a_dossier(desk, applicant=an_applicant(personal_id="20185001234"))
    assert numbers(desk, "020185001234") == {1}
