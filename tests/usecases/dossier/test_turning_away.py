"""Before there is a code: what is missing is written down, or a refusal kept under its number."""

import io
import json
from dataclasses import replace
from datetime import timedelta

import pypdf
import pytest

from app.domain.dossier.dossier import SubmittedDocument
from app.domain.dossier.held_data import AskReason, HeldByBase
from app.domain.errors import InvalidRequest
from app.domain.text import TextMissing
from app.usecases.dossier import ending
from app.usecases.dossier.progress import Opened
from app.usecases.dossier.turning_away import (
    Demand,
    NothingMissing,
    NotInCatalogue,
    early_refusal_pdf,
    guide_applicant,
    turn_away,
)
from app.usecases.office import settings
from app.usecases.printing import prints
from app.usecases.queries import lookup
from app.usecases.queries.early_refusals import early_refusals
from app.usecases.safety import verification
from app.usecases.unit import Request
from db.stores import ledger
from tests.builders import LAN, a_desk, a_dossier, a_request, an_applicant

OTHER = (SubmittedDocument("Giấy khác"),)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def words(pdf):
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    return " ".join(" ".join(pages).split())


def rows(desk):
    with desk.records.read() as connection:
        return [row for row in ledger.entries(connection) if row.subject == "REFUSAL"]


def missing_of(desk):
    procedure = lookup.rules(desk, LAN).in_force("1.004873", desk.clock.now().date()).procedure
    return [paper.name for paper in procedure.documents if paper.required]


def lacking(**changed):
    return a_request(documents=OTHER, **changed)


def test_the_slip_names_what_is_missing_with_its_row_of_the_catalogue_and_keeps_nothing(desk):
    said = words(guide_applicant(desk, LAN, lacking()))
    for part in (
        "PHIẾU HƯỚNG DẪN HOÀN THIỆN HỒ SƠ",
        "Hồ sơ chưa được tiếp nhận vì còn thiếu những giấy tờ sau:",
        "thành phần hồ sơ thứ",
        LAN.officer,
    ):
        assert part in said
    assert "Ngoài danh mục" not in said
    assert rows(desk) == []
    verification.verify_records(desk, LAN)


def test_where_nothing_is_missing_there_is_nothing_to_guide_to(desk):
    brought = tuple(SubmittedDocument(name) for name in missing_of(desk))
    with pytest.raises(NothingMissing):
        guide_applicant(desk, LAN, a_request(documents=brought))


def test_a_paper_outside_the_catalogue_needs_a_reason(desk):
    with pytest.raises(NotInCatalogue) as refused:
        guide_applicant(desk, LAN, lacking(), demand=Demand(["Ảnh 4x6"]))
    assert refused.value.facts["papers"] == "Ảnh 4x6"
    demand = Demand(["Ảnh 4x6"], "Ảnh trên giấy cũ đã mờ")
    said = words(guide_applicant(desk, LAN, lacking(), demand=demand))
    assert "Ảnh 4x6" in said
    assert "Ngoài danh mục" in said
    assert "Lý do yêu cầu giấy tờ ngoài danh mục: Ảnh trên giấy cũ đã mờ" in said


def test_what_a_connected_base_holds_needs_a_reason_of_its_own(desk):
    settings.change_setting(desk, LAN, "connected_bases", "CIVIL_STATUS")
    papers = ["Trích lục ghi chú ly hôn"]
    with pytest.raises(InvalidRequest) as refused:
        guide_applicant(desk, LAN, lacking(), demand=Demand(papers, "Vì thế"))
    assert isinstance(refused.value.problems[0], HeldByBase)
    demand = Demand(papers, "Vì thế", AskReason.INCIDENT)
    said = words(guide_applicant(desk, LAN, lacking(), demand=demand))
    assert "Yêu cầu giấy tờ đã có trong cơ sở dữ liệu vì: Cơ sở dữ liệu gặp sự cố" in said


def test_a_paper_without_a_name_is_refused_by_its_place(desk):
    with pytest.raises(InvalidRequest) as refused:
        guide_applicant(desk, LAN, lacking(), demand=Demand(["Ảnh", " "], "Vì thế"))
    assert [problem.field for problem in refused.value.problems] == ["papers.1"]


def test_a_refusal_before_receipt_is_kept_under_its_number_and_makes_no_dossier(desk):
    done = turn_away(desk, LAN, lacking(), reason="Không thuộc thẩm quyền")
    assert done.number == "0001/TCHS"
    said = words(early_refusal_pdf(desk, LAN, done.refusal_id))
    for part in (
        "Số: 0001/TCHS",
        "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
        "Hoàng Thị Mẩy",
        "Không thuộc thẩm quyền",
    ):
        assert part in said
    assert "Mã hồ sơ" not in said
    (row,) = rows(desk)
    assert (row.reference, row.reason) == ("0001/TCHS", "Không thuộc thẩm quyền")
    assert json.loads(row.detail)["procedure"] == "1.004873"
    assert row.hash == done.ledger_hash
    with desk.records.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM dossier").scalar() == 0
    verification.verify_records(desk, LAN)


def test_refusals_before_and_after_receipt_share_one_run_of_numbers(desk):
    turn_away(desk, LAN, lacking(), reason="Sai nơi nộp")
    opened = Opened(a_dossier(desk).dossier_id)
    ending.refuse_dossier(desk, LAN, opened, reason="Tranh chấp")
    wanted = prints.wanted_form(desk, LAN, opened.dossier_id, "03")
    assert "0002/TCHS" in words(prints.make_print(desk, LAN, wanted, paper="a4").pdf)
    assert turn_away(desk, LAN, lacking(), reason="Sai nơi nộp").number == "0003/TCHS"
    verification.verify_records(desk, LAN)


def test_a_number_without_its_refusal_is_found(desk):
    turn_away(desk, LAN, lacking(), reason="Sai nơi nộp")
    with desk.records.write() as connection:
        connection.exec_driver_sql("DELETE FROM early_refusal")
    with pytest.raises(Exception, match="YearlyNumberingBroken"):
        verification.verify_records(desk, LAN)


def test_the_same_request_is_refused_once(desk):
    first = turn_away(desk, LAN, lacking(), reason="Sai", sent=Request("r-1"))
    assert turn_away(desk, LAN, lacking(), reason="Sai", sent=Request("r-1")) == first
    assert len(rows(desk)) == 1


def test_whose_papers_they_are_and_why_must_be_said(desk):
    nobody = replace(lacking(), applicant=an_applicant(full_name=" "))
    with pytest.raises(InvalidRequest) as refused:
        turn_away(desk, LAN, nobody, reason="Sai nơi nộp")
    assert isinstance(refused.value.problems[0], TextMissing)
    with pytest.raises(InvalidRequest) as refused:
        turn_away(desk, LAN, lacking(), reason=" ")
    assert [problem.field for problem in refused.value.problems] == ["reason"]
    assert rows(desk) == []


def test_who_was_refused_today_is_listed_with_number_and_hour(desk):
    first = turn_away(desk, LAN, lacking(), reason="Không thuộc thẩm quyền")
    desk.clock.set(desk.clock.now() + timedelta(minutes=5))
    other = lacking(applicant=an_applicant(full_name="Nông Văn Hai"))
    second = turn_away(desk, LAN, other, reason="Sai nơi nộp")
    found = early_refusals(desk, LAN)
    assert [(one.refusal_id, one.number) for one in found] == [
        (second.refusal_id, second.number), (first.refusal_id, first.number)
    ]  # fmt: skip
    assert found[0].applicant == "Nông Văn Hai"
    assert found[0].refused_at == desk.clock.now()
    assert "hôn nhân" in found[0].procedure


def test_who_was_refused_yesterday_is_listed_no_more(desk):
    turn_away(desk, LAN, lacking(), reason="Không thuộc thẩm quyền")
    desk.clock.set(desk.clock.now() + timedelta(days=1))
    assert early_refusals(desk, LAN) == ()
