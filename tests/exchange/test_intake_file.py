"""REQUEST.json: what is written is taken, what is left out is as the desk would have it."""

import json
from datetime import datetime

import pytest

from app.domain.catalogue.procedure import Channel, RequiredDocument, ReturnBy
from app.domain.certification.books import CertificationKind, CertifiedDocument
from app.domain.clock import VIETNAM
from app.domain.dossier.dossier import (
    Applicant,
    ApplicantKind,
    IntakeRequest,
    RepresentativeRole,
    SubmittedDocument,
)
from app.domain.dossier.filing import FilingFacts, FilingSystem, OnlinePayment, YesNo
from app.domain.dossier.identity import IdKind, Sex
from app.domain.money.fee import CollectAt, Exemption, FeeKind, FeeLine
from app.domain.money.payment import Method, PaymentRequest
from app.domain.money.relief import Relief
from app.domain.text import cited
from app.exchange import intake_file
from app.exchange.intake_file import NoSuchPaper, NotATime, RequestShape, sex_of
from tests.exchange.strategies_exchange import a_procedure

BARE = {"procedure": "1.004873", "applicant": {"full_name": "Lý A Páo"}, "documents": "all"}
PAPERS = (
    RequiredDocument(1, "Tờ khai", None, 1, 0, code="TK"),
    RequiredDocument(2, "Bản sao hộ chiếu", None, 0, 2),
    RequiredDocument(3, "Xuất trình thẻ căn cước", None, 1, 0),
    RequiredDocument(4, "Trích lục ly hôn", "đã ly hôn", 1, 0),
)


def read(**changes):
    content = json.dumps(BARE | changes).encode()
    return intake_file.read(content).request(a_procedure(documents=PAPERS))


def papers(*written, **changes):
    return read(documents=list(written), **changes).documents


def test_a_bare_request_leaves_everything_else_as_usual():
    assert read() == IntakeRequest(
        procedure="1.004873",
        applicant=Applicant("Lý A Páo"),
        documents=(
            SubmittedDocument("Tờ khai", 1, 0, "TK"),
            SubmittedDocument("Bản sao hộ chiếu", 0, 2),
            SubmittedDocument("Xuất trình thẻ căn cước", 0, 0, shown=True),
            SubmittedDocument("Trích lục ly hôn", 1, 0),
        ),
    )


def test_what_is_null_is_as_if_it_were_left_out():
    nobody = dict.fromkeys(("personal_id", "id_kind", "born", "sex", "phone", "email", "address",
                            "title", "role", "old_id"))  # fmt: skip
    nothing = dict.fromkeys(("fees", "exemption", "payment", "case", "received_at", "filed_at",
                             "representative", "note", "official_code", "filed_with", "vneid",
                             "digitised", "paid_online", "bases"))  # fmt: skip
    assert read(applicant=BARE["applicant"] | nobody, **nothing) == read()


def test_everything_a_request_may_say_is_taken():
    person = {
        "full_name": "Công ty Mẫu Sơn", "kind": "BUSINESS", "personal_id": " 4900123456 ",
        "id_kind": "TAX_CODE", "born": "1985-03-05", "sex": "F", "phone": "0912345678",
        "email": "a@b.vn", "address": "Thôn Bản Loỏng", "title": "Giám đốc",
        "role": "OWN", "old_id": " 081234567 ",
    }  # fmt: skip
    taken = read(
        applicant=person, representative=person, channel="ONLINE", case="đã ly hôn",
        received_at="2026-11-23T10:15:00+07:00", filed_at="2026-11-22T03:00:00Z", sets=2, copies=3,
        return_by="POST", boundary_free=True, note="Gấp", official_code="G22.99",
        collect_at="RETURN", filed_with="OWN", vneid=True, digitised=False, paid_online="GATEWAY",
        bases=["CSDLDC"], documents=[],
    )  # fmt: skip
    company = Applicant(
        "Công ty Mẫu Sơn", ApplicantKind.BUSINESS, "4900123456", IdKind.TAX_CODE, "1985-03-05",
        Sex.FEMALE, "0912345678", "a@b.vn", "Thôn Bản Loỏng", "Giám đốc",
        RepresentativeRole.OWN, "081234567",
    )  # fmt: skip
    assert taken == IntakeRequest(
        procedure="1.004873",
        applicant=company,
        documents=(),
        case="đã ly hôn",
        channel=Channel.ONLINE,
        representative=company,
        received_at=datetime(2026, 11, 23, 10, 15, tzinfo=VIETNAM),
        filed_at=datetime(2026, 11, 22, 10, 0, tzinfo=VIETNAM),
        sets=2,
        return_by=ReturnBy.POST,
        boundary_free=True,
        note="Gấp",
        collect_at=CollectAt.RETURN,
        official_code="G22.99",
        filing=FilingFacts(
            FilingSystem.OWN, YesNo.YES, YesNo.NO, OnlinePayment.GATEWAY, ("CSDLDC",)
        ),
        copies=3,
    )


@pytest.mark.parametrize(
    ("kind", "number", "meant"),
    [
        ("CITIZEN", "020185001234", IdKind.PERSONAL_ID),
        ("CITIZEN", "081234567", IdKind.OLD_ID),
        ("BUSINESS", "4900123456", IdKind.TAX_CODE),
    ],
)
def test_a_number_whose_kind_is_not_named_is_taken_for_the_likely_one(kind, number, meant):
    person = BARE["applicant"] | {"kind": kind, "personal_id": number}
    assert read(applicant=person).applicant.id_kind is meant


def test_a_year_of_birth_may_be_a_number():
    assert read(applicant=BARE["applicant"] | {"born": 1960}).applicant.born == "1960"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("M", Sex.MALE), ("Nam", Sex.MALE), ("MALE", Sex.MALE), ("F", Sex.FEMALE),
        ("Nữ", Sex.FEMALE), ("FEMALE", Sex.FEMALE), (None, None),
    ],
)  # fmt: skip
def test_the_sex_may_be_written_in_words_of_both_languages(written, meant):
    assert sex_of(written) is meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [(True, OnlinePayment.PORTAL), (False, OnlinePayment.NONE), ("GATEWAY", OnlinePayment.GATEWAY)],
)
def test_paid_online_without_a_place_is_paid_on_the_portal(said, meant):
    assert read(paid_online=said).filing.payment is meant


def test_a_fee_is_so_much_a_unit_and_of_the_kind_the_law_calls_it_unless_it_is_named():
    fees = [
        {"name": "Lệ phí", "amount": 5_000, "quantity": 3, "per": "bản", "source": "NQ 1"},
        {"name": "Phí", "amount": 2_000, "kind": "CHARGE"},
    ]
    assert read(fees=fees).fees == (
        FeeLine("Lệ phí", FeeKind.FEE, "bản", 5_000, 3, 15_000, "NQ 1"),
        FeeLine("Phí", FeeKind.CHARGE, "", 2_000, 1, 2_000, "Do cán bộ tiếp nhận ghi"),
    )
    assert read(procedure="2.000635", fees=fees[:1]).fees[0].kind is FeeKind.CHARGE


def test_no_fee_at_all_is_not_the_same_as_fees_left_to_the_tariff():
    assert read(fees=[]).fees == ()
    assert read().fees is None


@pytest.mark.parametrize(
    ("relief", "meant"),
    [
        ({}, None),
        ({"percent": 50}, Relief(50, None)),
        ({"to_amount": 0}, Relief(None, 0)),
        ({"percent": 0}, Relief(0, None)),
    ],
)
def test_an_exemption_is_a_part_only_where_one_is_named(relief, meant):
    exemption = {"ground": "HO_NGHEO", "text": "Hộ nghèo"} | relief
    assert read(exemption=exemption).exemption == Exemption("HO_NGHEO", "Hộ nghèo", meant)


def test_a_payment_is_in_cash_and_of_all_unless_it_says_otherwise():
    assert read(payment={}).payment == PaymentRequest()
    said = {"method": "TRANSFER", "amount": 5_000, "payer": "Lý A Páo", "reference": "FT1"}
    assert read(payment=said).payment == PaymentRequest(Method.TRANSFER, 5_000, "Lý A Páo", "FT1")


def test_papers_to_be_certified_keep_their_order():
    written = [
        {"name": "Bằng", "pages": 2, "copies": 3, "kind": "COPY"},
        {"name": "Giấy khai sinh"},
    ]
    assert read(certification=written).certification == (
        CertifiedDocument("Bằng", 2, 3, CertificationKind.COPY),
        CertifiedDocument("Giấy khai sinh", 1, 1, None),
    )


def test_all_papers_are_those_of_every_case_and_of_the_one_named():
    assert len(read(case="đã ly hôn").documents) == 4
    assert len(read(case="chưa kết hôn").documents) == 3


def test_who_files_by_post_sends_a_copy_of_what_is_shown_at_a_desk():
    assert read(channel="POSTAL").documents[2] == SubmittedDocument("Xuất trình thẻ căn cước", 0, 1)


def test_a_paper_by_its_number_is_the_catalogues_first_to_last():
    first, last = papers({"index": 1}, {"index": 4})
    assert (first.name, first.code, last.name) == ("Tờ khai", "TK", "Trích lục ly hôn")
    for beyond in (0, 5):
        with pytest.raises(NoSuchPaper) as refused:
            papers({"index": beyond})
        assert refused.value.facts == {"index": beyond, "papers": 4}


def test_a_paper_that_has_neither_name_nor_number_is_named_by_its_place():
    with pytest.raises(RequestShape) as refused:
        papers({"index": 1}, {"copies": 1})
    assert refused.value.facts["place"] == "documents[1]"


@pytest.mark.parametrize(
    ("written", "taken"),
    [
        ({"name": "Giấy khác"}, SubmittedDocument("Giấy khác", 1, 0)),
        ({"name": "Giấy khác", "originals": 0, "copies": 2}, SubmittedDocument("Giấy khác", 0, 2)),
        ({"name": "Giấy khác", "shown": True}, SubmittedDocument("Giấy khác", 0, 0, shown=True)),
        (
            {"name": "Xuất  trình thẻ căn cước"},
            SubmittedDocument("Xuất  trình thẻ căn cước", 0, 0, shown=True),
        ),
        ({"index": 2}, SubmittedDocument("Bản sao hộ chiếu", 0, 2)),
        ({"index": 2, "copies": 1}, SubmittedDocument("Bản sao hộ chiếu", 0, 1)),
        ({"index": 3}, SubmittedDocument("Xuất trình thẻ căn cước", 0, 0, shown=True)),
        ({"index": 3, "originals": 1}, SubmittedDocument("Xuất trình thẻ căn cước", 1, 0)),
        ({"index": 3, "shown": False}, SubmittedDocument("Xuất trình thẻ căn cước", 1, 0)),
        (
            {"index": 3, "shown": False, "copies": 1},
            SubmittedDocument("Xuất trình thẻ căn cước", 0, 1),
        ),
        (
            {"index": 3, "originals": 0, "copies": 1},
            SubmittedDocument("Xuất trình thẻ căn cước", 0, 1, shown=True),
        ),
    ],
)
def test_a_paper_is_as_the_catalogue_asks_for_it_but_for_what_the_file_says(written, taken):
    assert papers(written) == (taken,)


@pytest.mark.parametrize("key", ["received_at", "filed_at"])
@pytest.mark.parametrize("text", ["hôm qua", "0001-01-01T00:00:00+14:00", "9" * 90])
def test_what_is_no_time_is_named_by_its_place_and_shown_up_to_sixty_letters(key, text):
    with pytest.raises(NotATime) as refused:
        read(**{key: text})
    assert refused.value.facts == {"place": key, "text": cited(text)}
