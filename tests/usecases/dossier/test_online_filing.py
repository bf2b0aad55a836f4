"""A dossier filed online has the portal's code from the start, and only facts that are known."""

import json
from dataclasses import replace

import pytest

from app.answers.board import BoardView
from app.domain.catalogue.procedure import Channel
from app.domain.certification.books import CertifiedDocument
from app.domain.dossier.filing import FilingFacts, FilingSystem, OnlinePayment, YesNo
from app.domain.dossier.opened import Opened
from app.domain.errors import InvalidRequest
from app.domain.money.payment import Method, PaymentRequest
from app.usecases.certification import certifying
from app.usecases.dossier import intake, progress, taking_back
from app.usecases.dossier.taking_back import NothingToTakeBack
from app.usecases.exchange import exporting
from app.usecases.money import cash
from app.usecases.office import settings
from app.usecases.queries import lookup
from app.usecases.safety import verification
from db.tables.exchange import EventKind
from tests.builders import (
    LAN,
    a_certification,
    a_desk,
    a_dossier,
    a_request,
    an_applicant,
    rendered,
)  # fmt: skip

PORTAL_CODE = "G09.20-20261120-0092637"
PROVINCE_CODE = "H15.50.05.13-261120-0975"
KNOWN = FilingFacts(
    system=FilingSystem.OWN,
    vneid=YesNo.NO,
    digitised=YesNo.YES,
    payment=OnlinePayment.GATEWAY,
    bases=("1", "7"),
)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def online(desk, **changes):
    return a_dossier(desk, **({"channel": Channel.ONLINE, "official_code": PORTAL_CODE} | changes))


def dossier_of(desk, done):
    return lookup.dossier_view(desk, LAN, done.dossier_id).dossier


def said(desk, kind=EventKind.DOSSIER):
    return [json.loads(body) for body in rendered(desk, kind)]


def test_the_portals_code_is_official_from_the_start(desk):
    done = online(desk, official_code=f"  {PORTAL_CODE.lower()} ")
    assert done.dossier_code == done.official_code == PORTAL_CODE
    dossier = dossier_of(desk, done)
    assert (dossier.code, dossier.official_code) == ("H37.99.1-261123-0001", PORTAL_CODE)
    receipt = json.loads(done.content)
    assert receipt["code"] == PORTAL_CODE
    assert PORTAL_CODE in receipt["qr_text"]
    assert not receipt["is_provisional"]
    for code in (PORTAL_CODE, dossier.code):
        assert lookup.dossier_id_of(desk, LAN, code) == done.dossier_id
    assert [row.id for row in lookup.find(desk, LAN, "0092637")] == [done.dossier_id]
    verification.verify_records(desk, LAN)


def test_every_list_and_answer_calls_it_by_the_portals_code(desk):
    done = online(desk, applicant=an_applicant())
    ident, now = done.dossier_id, desk.clock.now()
    (row,) = lookup.rows(desk, LAN, [ident])
    (found,) = lookup.find(desk, LAN, "H37.99.1-261123-0001")
    (twin,) = lookup.open_twins(
        desk, LAN, an_applicant().personal_id, "", dossier_of(desk, done).procedure_code
    )
    (person,) = lookup.find_people(desk, LAN, an_applicant().full_name)
    (problem,) = exporting.score_problems(desk, LAN)
    started = progress.start_processing(desk, LAN, Opened(ident))
    called = {row.code, found.code, twin.code, *person.open_codes, problem.dossier_code}
    assert called | {started.dossier_code} == {PORTAL_CODE}
    assert lookup.ids(desk, LAN, BoardView.OPEN, now).tolist() == [ident]


def test_papers_to_be_signed_and_money_are_listed_by_the_portals_code(desk):
    paper = CertifiedDocument("Bằng tốt nghiệp")
    done = a_certification(
        desk, paper, channel=Channel.ONLINE, official_code=PORTAL_CODE,
        payment=PaymentRequest(Method.CASH),
    )  # fmt: skip
    (waiting,) = certifying.awaiting_signature(desk, LAN)
    (sheet,) = cash.cash_sheets(desk, LAN, desk.clock.now().date())
    assert {waiting.code, done.payment.dossier_code} == {PORTAL_CODE}
    assert {slip.dossier_code for slip in sheet.slips} == {PORTAL_CODE}
    with pytest.raises(NothingToTakeBack) as refusal:
        taking_back.take_back(desk, LAN, [Opened(done.dossier_id)])
    assert refusal.value.facts["code"] == PORTAL_CODE


def test_no_second_code_goes_out(desk):
    done = online(desk)
    progress.start_processing(desk, LAN, Opened(done.dossier_id))
    for message in said(desk) + said(desk, EventKind.STEP):
        assert message["ma_ho_so"] == message["du_lieu"]["MaHoSo"] == PORTAL_CODE
    assert not any("H37.99.1-2611" in json.dumps(one) for one in said(desk))


@pytest.mark.parametrize("code", [PROVINCE_CODE, "H37.99.1-261123-1800123", "G22-20261008-012345"])
def test_codes_of_four_to_seven_digits_are_taken(desk, code):
    assert online(desk, official_code=code).dossier_code == code


@pytest.mark.parametrize(
    "code", ["H37.99.1-261123-123", "H37.99.1-261340-0001", "0092637", "H37-20261123-12345678"]
)
def test_what_is_no_code_is_refused_at_its_field(desk, code):
    with pytest.raises(InvalidRequest) as refusal:
        online(desk, official_code=code)
    assert refusal.value.problems[0].field == "official_code"


def test_a_code_is_taken_once(desk):
    first = online(desk)
    own = dossier_of(desk, first).code
    for code in (PORTAL_CODE, own):
        with pytest.raises(InvalidRequest) as refusal:
            online(desk, official_code=code)
        assert refusal.value.problems[0].facts["dossier"] == own


def test_where_it_was_filed_is_told(desk):
    online(desk)
    online(desk, official_code=PROVINCE_CODE, filing=KNOWN)
    a_dossier(desk)
    online(desk, channel=Channel.KIOSK, official_code="H37-261120-0001")
    a_dossier(desk, channel=Channel.ONLINE)
    records = [one["du_lieu"] for one in said(desk)]
    assert [one["NoiNopHoSo"] for one in records] == ["1", "2", "2", "1", "2"]
    assert [one["KenhThucHien"] for one in records] == ["2", "2", "1", "2", "2"]


def test_what_is_known_is_said_and_what_is_not_is_absent(desk):
    online(desk, filing=KNOWN)
    a_dossier(desk)
    known, unknown = (one["du_lieu"] for one in said(desk))
    assert known["TaiKhoanDuocXacThucVoiVNeID"] == "0"
    assert known["HoSoCoThanhPhanSoHoa"] == "1"
    assert known["DuocThanhToanTrucTuyen"] == "2"
    assert known["DSKetNoiCSDL"] == [{"MaCSDL": "1"}, {"MaCSDL": "7"}]
    for name in ("TaiKhoanDuocXacThucVoiVNeID", "HoSoCoThanhPhanSoHoa", "DuocThanhToanTrucTuyen",
                 "DSKetNoiCSDL"):  # fmt: skip
        assert name not in unknown


def test_facts_are_kept_and_replayed(desk):
    done = online(desk, filing=KNOWN)
    assert dossier_of(desk, done).filing == KNOWN
    verification.verify_records(desk, LAN)


def test_an_odd_base_is_refused(desk):
    with pytest.raises(InvalidRequest) as refusal:
        online(desk, filing=replace(KNOWN, bases=("dân cư",)))
    assert refusal.value.problems[0].field == "bases"


def test_the_province_hears_who_asked_who_took_and_what_they_are(desk):
    title = "Công chức tư pháp – hộ tịch"
    settings.change_setting(desk, LAN, "officer_title", title)
    done = a_dossier(desk)
    opened = Opened(done.dossier_id)
    nam = replace(LAN, officer="Vy Văn Nam")
    desk.clock.advance(minutes=10)
    progress.request_supplement(desk, LAN, opened, papers=["Tờ khai"], reason="Thiếu")
    desk.clock.advance(minutes=10)
    progress.complete_supplement(desk, nam, opened)
    asked = said(desk)[-1]["du_lieu"]["DanhSachHoSoBoSung"][0]
    assert (asked["NguoiYeuCauBoSung"], asked["NguoiTiepNhanBoSung"]) == (LAN.officer, nam.officer)
    steps = [one["du_lieu"] for one in said(desk, EventKind.STEP)]
    assert [one["ChucDanh"] for one in steps] == [title, title, ""]
    assert [one["NgayBatDau"][8:12] for one in steps] == ["1015", "1015", "1025"]


def test_each_officer_has_a_title_of_their_own(desk):
    titles = "Hoàng Thị Lan = Công chức hộ tịch; Vy Văn Nam = Giám đốc"
    settings.change_setting(desk, LAN, "officer_title", titles)
    a_dossier(desk)
    a_dossier(desk, replace(LAN, officer="vy văn nam"))
    steps = said(desk, EventKind.STEP)
    assert [one["du_lieu"]["ChucDanh"] for one in steps] == ["Công chức hộ tịch", "Giám đốc"]


def test_the_field_has_its_code_and_no_paper_without_a_file_claims_one(desk):
    a_dossier(desk)
    record = said(desk)[0]["du_lieu"]
    assert record["MaLinhVuc"] == "G15-TP07"
    assert record["TaiLieuNop"] == []
    assert len(record["DanhSachTepDinhKemKhac"]) == 2


def test_a_code_that_came_twice_under_one_request_name_is_answered_once(desk):
    request = a_request(channel=Channel.ONLINE, official_code=PORTAL_CODE)
    first = intake.register_dossier(desk, LAN, request, sent=intake.Request("a"))
    assert intake.register_dossier(desk, LAN, request, sent=intake.Request("a")) == first
