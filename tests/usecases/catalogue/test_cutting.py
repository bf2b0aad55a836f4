"""A limit cut by decision: from today on the shorter one is promised, both are said."""

import json
from datetime import timedelta

import pytest

from app.domain.approver import ApproverIsOfficer
from app.domain.catalogue.cutting import LimitCutRequest, NotCut
from app.domain.catalogue.procedure import Channel, CutNotShorter, UnknownProcedure
from app.domain.deadline.time_limit import parse
from app.domain.forms.print_request import PrintRequest
from app.domain.text import TextMissing
from app.printing.pdf_text import page_texts
from app.usecases.catalogue import cutting
from app.usecases.dossier.preview import explain_dossier, preview_promise
from app.usecases.printing import prints
from app.usecases.queries import lookup
from app.wording.explanation import explanation_notes
from db.stores import ledger
from tests.builders import LAN, MONDAY, a_desk, a_dossier, a_request

CODE = "1.004873"
QD = "QĐ 888/QĐ-UBND"


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def wanted(limit="2 WORKING_DAY", *, decision=QD, approver="Vi Văn Duyệt", code=CODE):
    limit = parse(limit) if limit else None
    return LimitCutRequest(code, Channel.DIRECT, None, limit, decision, approver)


def test_from_then_on_the_shorter_limit_is_promised_and_earlier_promises_stay(desk):
    before = a_dossier(desk)  # three working days
    stored = cutting.cut_limit(desk, LAN, wanted())
    assert stored.procedure.effective_from == MONDAY.date()
    after = a_dossier(desk)
    assert after.due_at == before.due_at - timedelta(days=1)
    assert lookup.dossier_view(desk, LAN, before.dossier_id).dossier.due_at == before.due_at


def test_receipt_and_explanation_say_both_limits_and_the_decision(desk):
    cutting.cut_limit(desk, LAN, wanted())
    done = a_dossier(desk)
    dossier = lookup.dossier_view(desk, LAN, done.dossier_id).dossier
    said = "Thời hạn theo quy định: 3 ngày làm việc; cắt giảm còn 2 ngày làm việc theo " + QD + "."
    assert said in explanation_notes(explain_dossier(desk, LAN, dossier))
    assert said in explanation_notes(preview_promise(desk, LAN, a_request()).explanation)
    slip = prints.make_print(desk, LAN, PrintRequest("01", done.dossier_id), paper="a4").pdf
    words = " ".join(" ".join(page_texts(slip)).split())
    assert f"3 ngày làm việc, cắt giảm còn 02 ngày làm việc theo {QD}" in words


def test_each_change_is_a_version_with_its_row_in_the_ledger(desk):
    first = cutting.procedure_versions(desk, LAN, CODE)
    cutting.cut_limit(desk, LAN, wanted())
    cutting.cut_limit(desk, LAN, wanted(None, decision="QĐ 9"))
    versions = cutting.procedure_versions(desk, LAN, CODE)
    assert versions[2:] == first
    assert [str(one.procedure.rule_for(Channel.DIRECT, None).limit) for one in versions] == [
        "3 WORKING_DAY", "2 WORKING_DAY", "3 WORKING_DAY",
    ]  # fmt: skip
    with desk.records.read() as connection:
        rows = list(ledger.entries_since(connection, ledger.OFFICE_CHAIN, 1))[-2:]
    assert [row.event for row in rows] == ["LIMIT_CUT", "LIMIT_UNCUT"]
    assert json.loads(rows[0].detail)["approval"]["approver"] == "Vi Văn Duyệt"
    assert json.loads(rows[0].detail)["decision"] == QD


def test_nobody_approves_what_they_ask_for_and_a_decision_is_named(desk):
    with pytest.raises(ApproverIsOfficer):
        cutting.cut_limit(desk, LAN, wanted(approver="Hoàng Thị Lan"))
    with pytest.raises(TextMissing):
        cutting.cut_limit(desk, LAN, wanted(decision=""))
    with pytest.raises(CutNotShorter):
        cutting.cut_limit(desk, LAN, wanted("3 WORKING_DAY"))
    with pytest.raises(NotCut):
        cutting.cut_limit(desk, LAN, wanted(None))
    with pytest.raises(UnknownProcedure):
        cutting.procedure_versions(desk, LAN, "9.999999")
    assert len(cutting.procedure_versions(desk, LAN, CODE)) == 1
