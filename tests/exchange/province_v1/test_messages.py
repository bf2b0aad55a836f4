"""What is said of a dossier when it leaves the house."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue.procedure import Channel, Outcome, ReturnBy
from app.domain.deadline.pauses import PauseKind
from app.domain.deadline.time_limit import TimeLimit, Unit
from app.domain.dossier.dossier import ApplicantKind, Promise, PromiseKind, SubmittedDocument
from app.domain.dossier.identity import IdKind
from app.domain.workflow.states import DossierEvent, DossierState
from app.exchange.events import EventRefused
from app.exchange.province_v1.messages import canonical, read_message
from tests.exchange import strategies_exchange as some

a_dossier, a_person, a_procedure, facts = (
    some.a_dossier,
    some.a_person,
    some.a_procedure,
    some.facts,
)
dossier_message, step_message = some.dossier_message, some.step_message


def sent(dossier, procedure=None, **changes):
    """`du_lieu` of the dossier's event."""
    body = dossier_message(facts(**changes), dossier, procedure or a_procedure())
    return json.loads(body)["du_lieu"]


def step(dossier, event, reason="", **changes):
    return json.loads(step_message(facts(**changes), dossier, event, reason))["du_lieu"]


# The bytes


@given(some.all_facts, some.dossiers, some.procedures)
def test_the_bytes_are_canonical_json_as_the_standard_says(where, dossier, procedure):
    body = dossier_message(where, dossier, procedure)
    assert body == rfc8785.dumps(json.loads(body))
    assert b"\n" not in body


@given(some.all_facts, some.dossiers, st.sampled_from(DossierEvent), some.texts(1_000, least=0))
def test_a_step_is_canonical_json_too(where, dossier, event, reason):
    body = step_message(where, dossier, event, reason)
    assert body == rfc8785.dumps(json.loads(body))


@given(some.all_facts, some.dossiers, some.procedures)
def test_what_was_written_reads_back_to_the_same_bytes(where, dossier, procedure):
    body = dossier_message(where, dossier, procedure)
    assert canonical(read_message(body)) == body


def test_the_envelope_names_the_event_its_place_and_its_version():
    body = json.loads(dossier_message(facts(12, station=3), a_dossier(version=4), a_procedure()))
    del body["du_lieu"]
    assert body == {
        "v": "1.0",
        "event_id": some.an_event_id(12),
        "seq": 12,
        "ma_tram": "3",
        "madonvi": "H37.99.1",
        "loai": "ho_so",
        "ma_ho_so": "H37.99.1-261123-0001",
        "phien_ban": 4,
        "tao_luc": "2026-11-23T10:16:30+07:00",
        "tep": [],
    }


def test_a_dossier_is_sent_whole():
    assert sent(a_dossier(note="Cần gấp", return_by=ReturnBy.POST)) == {
        "MaHoSo": "H37.99.1-261123-0001",
        "MaTTHC": "1.004873",
        "TenTTHC": "Cấp Giấy xác nhận tình trạng hôn nhân",
        "MaLinhVuc": "G15-HT",
        "TenLinhVuc": "Hộ tịch",
        "KenhThucHien": "1",
        "ChuHoSo": "Hoàng Thị Mẩy",
        "SoGiayToChuHoSo": "020185001234",
        "LoaiDoiTuong": "1",
        "MaDoiTuong": "",
        "DinhDanhCHS": [{"LoaiDinhDanh": "1", "SoDinhDanh": "020185001234"}],
        "Email": "",
        "SoDienThoai": "0912345678",
        "Fax": "",
        "ThongTinKhac": "",
        "GhiChu": "Cần gấp",
        "TrichYeuHoSo": "Cấp Giấy xác nhận tình trạng hôn nhân",
        "NgayTiepNhan": "20261123101500",
        "NgayNopHoSo": "20261123101500",
        "NgayHenTra": "20261127101500",
        "TrangThaiHoSo": "2",
        "NgayTra": "",
        "ThongTinTra": "",
        "NgayKetThucXuLy": "",
        "NgayTuChoi": "",
        "HinhThuc": "1",
        "DonViXuLy": "UBND xã Mẫu Sơn",
        "NoiNopHoSo": "2",
        "TaiLieuNop": [],
        "DanhSachLePhi": [],
        "DanhSachTepDinhKemKhac": [
            {"TenGiayTo": "Tờ khai", "SoLuong": "1", "LoaiGiayTo": "0"},
            {"TenGiayTo": "Trích lục ghi chú ly hôn", "SoLuong": "1", "LoaiGiayTo": "0"},
            {"TenGiayTo": "Trích lục ghi chú ly hôn", "SoLuong": "2", "LoaiGiayTo": "1"},
        ],
        "DanhSachHoSoBoSung": [],
        "DanhSachGiayToKetQua": [],
    }


def test_of_a_paper_only_shown_none_is_said_to_be_handed_in():
    papers = (
        SubmittedDocument("Thẻ căn cước", 0, 0, "000.00.00.G15-KQ0123", shown=True),
        SubmittedDocument("Sổ cũ", 0, 1, shown=True),
    )
    record = sent(a_dossier(documents=papers))
    assert record["TaiLieuNop"] == []
    assert record["DanhSachTepDinhKemKhac"] == [
        {"TenGiayTo": "Thẻ căn cước (xuất trình)", "SoLuong": "0", "LoaiGiayTo": "0"},
        {"TenGiayTo": "Sổ cũ (xuất trình)", "SoLuong": "0", "LoaiGiayTo": "0"},
        {"TenGiayTo": "Sổ cũ", "SoLuong": "1", "LoaiGiayTo": "1"},
    ]


@given(some.all_facts, some.dossiers, some.procedures)
def test_no_field_holds_an_address_of_a_file(where, dossier, procedure):
    body = dossier_message(where, dossier, procedure).decode()
    assert not re.search(r'"(DuongDan|Url|url)\w*":', body)


# Who


@pytest.mark.parametrize(
    ("kind", "number", "identity"),
    [
        (IdKind.PERSONAL_ID, "020185001234", [{"LoaiDinhDanh": "1", "SoDinhDanh": "020185001234"}]),
        (IdKind.OLD_ID, "082123456", [{"LoaiDinhDanh": "2", "SoDinhDanh": "082123456"}]),
        (IdKind.PERSONAL_ID, "", []),
        (IdKind.PERSONAL_ID, "02018500123", []),
        (IdKind.PERSONAL_ID, "082123456", []),
        (IdKind.PERSONAL_ID, "02018500123X", []),
        (IdKind.PERSONAL_ID, "٠٢٠١٨٥٠٠١٢٣٤", []),
        (IdKind.PASSPORT, "C1234567", []),
        (IdKind.TAX_CODE, "0101234567", []),
    ],
)
def test_an_identity_is_sent_as_it_is_or_not_at_all(kind, number, identity):
    record = sent(a_dossier(applicant=a_person(id_kind=kind, personal_id=number)))
    assert record["DinhDanhCHS"] == identity
    assert record["SoGiayToChuHoSo"] == number


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (ApplicantKind.CITIZEN, "1"),
        (ApplicantKind.BUSINESS, "2"),
        (ApplicantKind.STATE_AGENCY, "3"),
        (ApplicantKind.ORGANISATION, "4"),
    ],
)
def test_the_kind_of_owner_is_sent_by_its_national_code(kind, code):
    assert sent(a_dossier(applicant=a_person(kind=kind)))["LoaiDoiTuong"] == code


def test_who_brings_it_for_another_is_named_beside_the_owner():
    record = sent(a_dossier(representative=a_person(full_name="Lý Văn Tài")))
    assert record["ChuHoSo"] == "Hoàng Thị Mẩy"
    assert record["ThongTinKhac"] == "Người nộp thay: Lý Văn Tài"


# How, and where it stands


@pytest.mark.parametrize(
    ("channel", "code"), [(Channel.DIRECT, "1"), (Channel.ONLINE, "2"), (Channel.POSTAL, "3")]
)
def test_the_channel_is_sent_by_its_national_code(channel, code):
    assert sent(a_dossier(channel=channel))["KenhThucHien"] == code


@pytest.mark.parametrize(
    ("return_by", "code"), [(ReturnBy.DESK, "0"), (ReturnBy.POST, "1"), (ReturnBy.ONLINE, "0")]
)
def test_a_result_by_post_is_told_from_one_at_the_desk(return_by, code):
    assert sent(a_dossier(return_by=return_by))["HinhThuc"] == code


@pytest.mark.parametrize("state", DossierState)
def test_every_state_is_sent_by_its_national_code(state):
    assert sent(a_dossier(state=state))["TrangThaiHoSo"] == state.national_code
    assert step(a_dossier(state=state), DossierEvent.START)["TrangThai"] == state.national_code


def test_the_provinces_own_code_is_used_once_it_is_known():
    dossier = a_dossier(official_code="000.00.19.H37-261123-0042")
    body = json.loads(dossier_message(facts(), dossier, a_procedure()))
    assert body["ma_ho_so"] == "H37.99.1-261123-0001"
    assert body["du_lieu"]["MaHoSo"] == "000.00.19.H37-261123-0042"


# When


def test_times_are_sent_in_vietnam_time_whatever_the_zone():
    received = datetime(2026, 11, 22, 18, 30, 5, tzinfo=UTC)
    assert sent(a_dossier(received_at=received))["NgayTiepNhan"] == "20261123013005"


def test_a_filing_before_receipt_keeps_its_own_time():
    filed = some.RECEIVED - timedelta(days=1)
    record = sent(a_dossier(filed_at=filed))
    assert (record["NgayNopHoSo"], record["NgayTiepNhan"]) == ("20261122101500", "20261123101500")


def test_no_appointment_is_sent_where_the_procedure_sets_none():
    dossier = a_dossier(
        limit=TimeLimit(Unit.NONE),
        due_at=None,
        measured_due_at=None,
        promises=(some.first_promise(None),),
    )
    assert sent(dossier)["NgayHenTra"] == ""


def test_while_papers_are_awaited_the_earlier_promise_still_stands():
    asked = some.RECEIVED + timedelta(hours=1)
    record = sent(
        a_dossier(
            state=DossierState.AWAITING_SUPPLEMENT, due_at=None, pauses=(some.a_pause(asked),)
        )
    )
    assert record["NgayHenTra"] == "20261127101500"
    assert record["DanhSachHoSoBoSung"] == [
        {
            "HoSoBoSungId": "1",
            "NguoiYeuCauBoSung": "",
            "NoiDungBoSung": "Thiếu bản sao",
            "NgayBoSung": "20261123111500",
            "NguoiTiepNhanBoSung": "",
            "ThongTinTiepNhan": "",
            "NgayTiepNhanBoSung": "",
            "TrangThaiBoSung": "0",
            "DanhSachGiayToBoSung": [{"TenGiayTo": "Trích lục"}],
            "DanhSachLePhiBoSung": [],
            "NgayHenTraTruoc": "20261127101500",
            "NgayHenTraMoi": "",
        }
    ]


@pytest.mark.parametrize("kind", [PromiseKind.PAUSED, PromiseKind.RESTARTED])
def test_a_completed_supplement_names_both_promises(kind):
    record = sent(some.paused_and_resumed(kind))
    (supplement,) = record["DanhSachHoSoBoSung"]
    assert supplement["NgayTiepNhanBoSung"] == "20261126101500"
    assert supplement["TrangThaiBoSung"] == "1"
    assert supplement["NgayHenTraTruoc"] == "20261127101500"
    assert supplement["NgayHenTraMoi"] == record["NgayHenTra"] == "20261130101500"


def test_a_wait_for_payment_is_no_supplement_but_moves_the_promises_of_its_own():
    hours = [some.RECEIVED + timedelta(hours=n) for n in range(5)]
    moved = [some.DUE + timedelta(days=n) for n in (3, 4)]
    dossier = a_dossier(
        pauses=(
            some.a_pause(hours[1], hours[2], kind=PauseKind.PAYMENT, papers=()),
            some.a_pause(hours[3], hours[4]),
        ),
        promises=(
            some.first_promise(),
            Promise(PromiseKind.PAUSED, moved[0], True, hours[2]),
            Promise(PromiseKind.PAUSED, moved[1], True, hours[4]),
        ),
        due_at=moved[1],
    )
    (supplement,) = sent(dossier)["DanhSachHoSoBoSung"]
    assert supplement["HoSoBoSungId"] == "1"
    assert supplement["NgayHenTraTruoc"] == "20261130101500"
    assert supplement["NgayHenTraMoi"] == "20261201101500"


def test_a_supplement_cut_off_by_withdrawal_promises_nothing_new():
    asked = some.RECEIVED + timedelta(hours=1)
    ended = some.RECEIVED + timedelta(hours=3)
    dossier = a_dossier(
        state=DossierState.WITHDRAWN, ended_at=ended, pauses=(some.a_pause(asked, ended),)
    )
    (supplement,) = sent(dossier)["DanhSachHoSoBoSung"]
    assert supplement["TrangThaiBoSung"] == "1"
    assert supplement["NgayHenTraMoi"] == ""


def test_processing_ended_when_it_was_finished_not_when_it_was_collected():
    collected = some.DUE + timedelta(days=5)
    record = sent(
        some.finished(
            a_dossier(),
            state=DossierState.RETURNED,
            returned_at=collected,
            returned_to="Lý Văn Tài",
            returned_identity="CCCD 020185009999",
        )
    )
    assert record["NgayKetThucXuLy"] == "20261127101500"
    assert record["NgayTra"] == "20261202101500"
    assert record["ThongTinTra"] == "Lý Văn Tài"
    assert "020185009999" not in json.dumps(record)


def test_a_refusal_has_its_own_date_and_ends_processing():
    record = sent(a_dossier(state=DossierState.REFUSED, ended_at=some.DUE))
    assert record["NgayTuChoi"] == record["NgayKetThucXuLy"] == "20261127101500"
    assert sent(a_dossier(state=DossierState.STOPPED, ended_at=some.DUE))["NgayTuChoi"] == ""


# Papers and results


def test_the_only_result_a_procedure_has_is_sent_once_there_is_one():
    given_result = [
        {
            "TenGiayTo": "Giấy xác nhận tình trạng hôn nhân",
            "MaThanhPhanHoSo": "",
            "GiayToId": "1",
            "MaGiayToKetQua": "KQ.G15.000123",
        }
    ]
    assert sent(some.finished(a_dossier()))["DanhSachGiayToKetQua"] == given_result


def test_of_several_possible_results_none_is_claimed():
    either = a_procedure(outcomes=(Outcome("Giấy phép", "KQ1"), Outcome("Từ chối", "KQ2")))
    assert sent(some.finished(a_dossier()), either)["DanhSachGiayToKetQua"] == []


def test_texts_are_cut_only_where_the_receiving_systems_cut_them():
    record = sent(
        some.finished(
            a_dossier(
                procedure_name="T" * 4_999,
                case="C",
                documents=(
                    SubmittedDocument("P" * 5_000, 1, 0, "KQ1"),
                    SubmittedDocument("Q" * 5_000, 1, 0),
                ),
            )
        ),
        a_procedure(outcomes=(Outcome("R" * 3_000, "KQ1"),)),
    )
    lengths = (
        len(record["TrichYeuHoSo"]),
        len(record["DanhSachGiayToKetQua"][0]["TenGiayTo"]),
        len(record["TenTTHC"]),
        len(record["DanhSachTepDinhKemKhac"][0]["TenGiayTo"]),
    )
    assert lengths == (1_000, 2_000, 4_999, 5_000)


def test_the_case_stands_in_the_abstract():
    record = sent(a_dossier(case="Kết hôn lần đầu"))
    assert record["TrichYeuHoSo"].endswith("hôn nhân – Kết hôn lần đầu")


# Steps


def test_a_step_says_who_did_what_and_where_it_led():
    dossier = a_dossier(state=DossierState.AWAITING_SUPPLEMENT, due_at=None)
    assert step(dossier, DossierEvent.REQUEST_SUPPLEMENT, "Thiếu bản sao") == {
        "MaHoSo": "H37.99.1-261123-0001",
        "NguoiXuLy": "Hoàng Thị Lan",
        "ChucDanh": "",
        "ThoiDiemXuLy": "20261123101630",
        "PhongBanXuLy": "Trung tâm Phục vụ hành chính công",
        "NoiDungXuLy": "Yêu cầu bổ sung: Thiếu bản sao",
        "TrangThai": "5",
        "NgayBatDau": "20261123101500",
        "NgayKetThucTheoQuyDinh": "20261127101500",
    }


def test_a_back_dated_receipt_is_a_step_of_the_time_the_papers_came():
    entered_late = some.RECEIVED + timedelta(days=2)
    received = step(a_dossier(), DossierEvent.RECEIVE, created_at=entered_late)
    assert received["ThoiDiemXuLy"] == "20261123101500"


def test_a_long_officers_name_is_cut_at_fifty():
    assert len(step(a_dossier(), DossierEvent.START, officer="L" * 200)["NguoiXuLy"]) == 50


# What does not fit


@pytest.mark.parametrize(
    ("where", "dossier", "place"),
    [
        ({"agency_code": "h37 99"}, {}, "madonvi"),
        ({"event_id": "7"}, {}, "event_id"),
        ({"seq": 0}, {}, "seq"),
        ({"station": 100}, {}, "ma_tram"),
        ({"office": ""}, {}, "du_lieu.DonViXuLy"),
        ({}, {"code": "1"}, "ma_ho_so"),
        ({}, {"procedure_code": ""}, "du_lieu.MaTTHC"),
        ({}, {"note": "x" * 1_201}, "du_lieu.GhiChu"),
        ({}, {"applicant": a_person(full_name="")}, "du_lieu.ChuHoSo"),
        ({}, {"documents": (SubmittedDocument("", 1, 0),)}, None),
        ({}, {"note": "\ud800"}, "bản ghi"),
        ({}, {"documents": (SubmittedDocument("x", 99_999, 0),)}, None),
    ],
)
def test_a_value_that_does_not_fit_is_refused_by_its_place(where, dossier, place):
    with pytest.raises(EventRefused) as refused:
        dossier_message(facts(**where), a_dossier(**dossier), a_procedure())
    if place:
        assert refused.value.facts["place"] == place


@pytest.mark.parametrize(
    ("dossier", "why"),
    [
        ({"note": "x" * 1_201}, "quá dài"),
        ({"note": "\ud800"}, "có ký tự hỏng"),
        ({"note": 7}, "sai kiểu dữ liệu"),
        ({"procedure_code": ""}, "còn thiếu hoặc để trống"),
        ({"version": 0}, "số quá nhỏ"),
        ({"version": 10_000_000}, "số quá lớn"),
        ({"code": "1"}, "không đúng dạng"),
    ],
)
def test_why_a_value_does_not_fit_is_said_in_vietnamese(dossier, why):
    with pytest.raises(EventRefused) as refused:
        dossier_message(facts(), a_dossier(**dossier), a_procedure())
    assert refused.value.facts["why"] == why


@pytest.mark.parametrize(
    ("changes", "place", "why"),
    [
        ({"la": "x"}, "la", "không có khóa này"),
        ({"loai": "khac"}, "loai", "giá trị không nằm trong danh sách cho phép"),
        ({"du_lieu": {}}, "du_lieu.MaHoSo", "còn thiếu"),
    ],
)
def test_a_wrong_event_is_refused_with_place_and_reason(changes, place, why):
    with pytest.raises(EventRefused) as refused:
        read_message(tampered(**changes))
    assert (refused.value.facts["place"], refused.value.facts["why"]) == (place, why)


def tampered(**changes):
    value = json.loads(dossier_message(facts(), a_dossier(), a_procedure()))
    return rfc8785.dumps(value | changes)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff",
        tampered(v="2.0"),
        tampered(loai="khac"),
        tampered(la="x"),
        tampered(seq="1"),
        tampered(seq=True),
        tampered(phien_ban=0),
        tampered(tao_luc="2026-11-23T10:15:00Z"),
        tampered(du_lieu={}),
        tampered().replace(b'"v":"1.0"', b'"v": "1.0"'),
        tampered().replace(b'"v":"1.0"', b'"v":"1.0","v":"1.0"'),
        tampered() + b" ",
        tampered()[:-1],
    ],
)
def test_a_body_that_is_not_exactly_an_event_is_refused(body):
    with pytest.raises(EventRefused):
        read_message(body)


def test_a_body_left_as_it_was_is_taken():
    assert read_message(tampered()).event_id == some.an_event_id(1)


def test_a_date_that_is_no_fourteen_digits_is_refused():
    value = json.loads(dossier_message(facts(), a_dossier(), a_procedure()))
    for wrong in ("20261123", "20261123101500\n", "2026-11-23", "２０２６１１２３１０１５００"):
        value["du_lieu"]["NgayHenTra"] = wrong
        with pytest.raises(EventRefused):
            read_message(rfc8785.dumps(value))


def test_a_text_that_speaks_of_another_kind_of_event_misleads_nobody():
    body = dossier_message(facts(), a_dossier(note='"loai":"tien_trinh"'), a_procedure())
    assert read_message(body).loai == "ho_so"


def test_two_dossiers_that_differ_have_different_bytes():
    first = dossier_message(facts(), a_dossier(), a_procedure())
    other = dossier_message(facts(), replace(a_dossier(), note="khác"), a_procedure())
    assert first != other
    assert msgspec.json.decode(first) != msgspec.json.decode(other)


@pytest.mark.parametrize("phone", ["+84 912 345 678", "84912345678", "912345678", "0912345678"])
@pytest.mark.parametrize("number", ["0109876543-001", "0109876543001"])
def test_numbers_are_sent_in_their_one_form(phone, number):
    owner = a_person(phone=phone, personal_id=number, id_kind=IdKind.TAX_CODE)
    record = sent(a_dossier(applicant=owner))
    assert record["SoDienThoai"] == "0912345678"
    assert record["SoGiayToChuHoSo"] == "0109876543-001"


def test_an_identity_number_typed_in_groups_is_sent_as_an_identity():
    record = sent(a_dossier(applicant=a_person(personal_id="020-185-001-234")))
    assert record["DinhDanhCHS"] == [{"LoaiDinhDanh": "1", "SoDinhDanh": "020185001234"}]
