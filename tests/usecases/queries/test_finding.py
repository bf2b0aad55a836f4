"""However a number or code is written, it finds what it names."""

import pytest

from app.domain.certification.books import CertifiedDocument
from app.domain.dossier.dossier import Applicant, ApplicantKind
from app.domain.dossier.identity import IdKind
from app.domain.dossier.numbering import label_digits
from app.domain.dossier.opened import Opened
from app.domain.money.payment import PaymentRequest, SlipNumber
from app.usecases.money import fees
from app.usecases.queries import lookup
from tests.builders import LAN, MONDAY, a_certification, a_desk, a_dossier, an_applicant

PHONES = ("+84 912 345 678", "0912345678", "0912 345 678", "84912345678", "912345678")
BRANCH = ("0109876543-001", "0109876543001", "0109876543 001")
CARD = "020085001234|081234567|Hoàng Minh Long|05031985|Nam|Thôn Nà Pàn, Lạng Sơn|15082021"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("finding") / "data")
    for number, phone in enumerate(PHONES, start=1):
        a_dossier(
            desk,
            applicant=an_applicant(
                full_name=f"Nông Văn {'ABCDE'[number - 1]}", personal_id="", phone=phone
            ),
        )
    for number in BRANCH:
        a_dossier(
            desk,
            applicant=Applicant(
                "Hợp tác xã Bản Loỏng", ApplicantKind.BUSINESS, number, IdKind.TAX_CODE
            ),
        )
    a_dossier(desk, applicant=Applicant("Hoàng Minh Long", personal_id="081234567",
                                        id_kind=IdKind.OLD_ID))  # fmt: skip
    yield desk
    desk.close()


def numbers(desk, text):
    return {int(row.code[-4:]) for row in lookup.find(desk, LAN, text)}


@pytest.mark.parametrize("asked", [*PHONES, "+84912", "0084912345678", "nong 0912 345 678"])
def test_every_form_of_a_telephone_number_finds_every_other(desk, asked):
    assert numbers(desk, asked) == {1, 2, 3, 4, 5}


@pytest.mark.parametrize("asked", [*BRANCH, "ban loong 0109876543-001"])
def test_a_branch_is_found_by_its_tax_code_with_or_without_its_hyphen(desk, asked):
    assert numbers(desk, asked) == {6, 7, 8}
    assert len(lookup.find_people(desk, LAN, BRANCH[0])) == 1


def test_a_person_has_one_offer_however_the_telephone_was_written(desk):
    offers = lookup.find_people(desk, LAN, "912345678")
    assert [offer.applicant.phone for offer in offers][:2] == ["912345678", "84912345678"]
    assert len(lookup.find_people(desk, LAN, "0912 345 678")) == len(offers) == 5


@pytest.mark.parametrize("phone", PHONES)
def test_an_open_dossier_is_told_whatever_form_the_telephone_has(desk, phone):
    twins = lookup.open_twins(desk, LAN, "", phone, "1.004873")
    assert [twin.code[-4:] for twin in twins] == ["0005", "0004", "0003"]


def test_the_number_of_old_on_a_card_finds_person_and_open_dossier(desk):
    assert numbers(desk, CARD) == {9}
    twins = lookup.open_twins(desk, LAN, "020085001234", "", "1.004873", "081234567")
    assert [twin.applicant.full_name for twin in twins] == ["Hoàng Minh Long"]
    assert [one.applicant.full_name for one in lookup.find_people(desk, LAN, "081234567")] == [
        "Hoàng Minh Long"
    ]


LABEL = label_digits(MONDAY.date(), 1)


@pytest.mark.parametrize(
    "asked",
    [
        LABEL, f"{LABEL[:6]} {LABEL[6:12]} {LABEL[12:]}", f"]C1{LABEL}", "h379912611230001",
        "H37991-261123-0001", "h37.99.1 261123 0001", "h37.99.1-261123-0001",
        "]Q1H37.99.1-261123-0001", "]C0h37.99.1-261123-0001",
    ],
)  # fmt: skip
def test_a_code_or_label_finds_with_or_without_its_signs(desk, asked):
    assert numbers(desk, asked) == {1}


@pytest.mark.parametrize("asked", ["h379912611230099", "h371112611230001", "h37991999999", "+"])
def test_what_is_no_code_of_ours_finds_nothing(desk, asked):
    assert numbers(desk, asked) == set()


def test_a_lost_zero_of_an_identity_number_is_looked_for_too(tmp_path):
    desk = a_desk(tmp_path / "data")
    a_dossier(desk)
    assert len(lookup.find(desk, LAN, "20185001234")) == 1
    desk.close()


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("papers") / "data")
    a_dossier(desk)
    a_certification(
        desk,
        CertifiedDocument("Bằng tốt nghiệp", pages=2, copies=1),
        payment=PaymentRequest(),
        applicant=an_applicant(full_name="Lý A Sềnh", personal_id=""),
    )
    a_dossier(desk, applicant=an_applicant(full_name="Nông Văn Ưng", personal_id=""))
    yield desk
    desk.close()


@pytest.mark.parametrize(
    "asked", ["0001/2026", "1/2026", "phiếu thu 1/2026", "Số: 0001 / 2026", "PT 0001/2026"]
)
def test_the_number_of_a_slip_finds_its_dossier(papers, asked):
    assert numbers(papers, asked) == {2}


@pytest.mark.parametrize("asked", ["9/2026", "1/2025", "1/2026-Q3"])
def test_a_slip_of_another_number_year_or_station_is_none_of_it(papers, asked):
    assert numbers(papers, asked) == set()


@pytest.mark.parametrize("asked", ["0003/TNHS", "3/tnhs", "Số: 0003/TNHS", "3/TNHS/2026"])
def test_the_number_of_a_receipt_finds_its_dossier(papers, asked):
    assert numbers(papers, asked) == {3}


@pytest.mark.parametrize("asked", ["3/TNHS/2025", "33/TNHS", "3/XYZ"])
def test_a_receipt_of_another_number_or_series_finds_none(papers, asked):
    assert numbers(papers, asked) == set()


@pytest.mark.parametrize("asked", ["tinh trang hon nhan", "Tình trạng hôn nhân", "1.004873"])
def test_the_name_of_a_procedure_finds_its_dossiers_newest_first(papers, asked):
    found = [row.code[-4:] for row in lookup.find(papers, LAN, asked)]
    assert found == ["0003", "0001"]


@pytest.mark.parametrize("asked", ["mẩy tình trạng hôn nhân", "hon nhan may", "hôn nhân hoàng mẩy"])
def test_a_procedure_and_a_person_find_what_is_both(papers, asked):
    assert numbers(papers, asked) == {1}


def test_one_word_that_is_somebodys_means_the_person(papers):
    assert numbers(papers, "hoàng") == {1}
    assert numbers(papers, "hoàng hôn nhân sềnh") == set()


@pytest.mark.parametrize("asked", ["lí a xềnh", "li a senh", "ly a xenh"])
def test_a_name_spelt_otherwise_finds_where_nothing_is_spelt_so(papers, asked):
    assert numbers(papers, asked) == {2}


@pytest.mark.parametrize("most", [1, 2])
@pytest.mark.parametrize("asked", ["0912345678", "nong", "tinh trang hon nhan", "hôn nhân nông"])
def test_who_asks_for_fewer_dossiers_gets_the_first_of_all_that_are_found(desk, asked, most):
    found = lookup.find(desk, LAN, asked)
    assert len(found) > most
    assert lookup.find(desk, LAN, asked, most=most) == found[:most]


@pytest.mark.parametrize(
    ("asked", "by"),
    [
        ("1/2026", "phiếu thu 0001/2026"),
        ("phiếu thu 0001/2026", "phiếu thu 0001/2026"),
        ("3/tnhs", "giấy số 0003/TNHS"),
        ("3/tnhs/2026", "giấy số 0003/TNHS/2026"),
        ("Nông Văn Ưng", ""),
    ],
)
def test_a_dossier_found_by_the_number_of_a_paper_says_by_which(papers, asked, by):
    assert [row.found_by for row in lookup.find(papers, LAN, asked)] == [by]


def test_a_dossier_found_by_its_electronic_receipt_says_so(papers):
    (row,) = lookup.find(papers, LAN, "1/2026")
    fees.note_receipt(papers, LAN, Opened(row.id), SlipNumber(2026, 1), "1C26TBK-00000123")
    for asked in ("1C26TBK-00000123", "00000123"):
        (found,) = lookup.find(papers, LAN, asked)
        assert (found.id, found.found_by) == (row.id, f"biên lai điện tử {asked}")
