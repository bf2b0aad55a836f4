"""The paper of a request for papers: frozen with it, numbered, one of its own for each request."""

import io
import json

import pypdf
import pytest

from app.domain.errors import InvalidRequest
from app.printing.facts import FormFacts
from app.printing.forms.supplement import supplement_content
from app.printing.letters import LetterNotPrintable
from app.usecases.dossier import correction, progress
from app.usecases.dossier.correction import Correction
from app.usecases.dossier.progress import Opened
from app.usecases.printing import prints as printing
from app.usecases.queries import lookup
from app.usecases.safety import verification
from db.stores import prints
from db.stores.prints import NoSuchForm
from tests.builders import LAN, MONDAY, a_desk, a_dossier, an_applicant


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


@pytest.fixture
def opened(desk):
    return Opened(a_dossier(desk).dossier_id)


def ask(desk, opened, *papers, reason="Tờ khai chưa ký"):
    papers = papers or ("Tờ khai",)
    return progress.request_supplement(desk, LAN, opened, papers=papers, reason=reason).paper


def printed(desk, paper, size="a4"):
    return printing.make_print(desk, LAN, paper, paper=size)


def words(pdf):
    text = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    return " ".join(text.split())


def test_whoever_asks_is_answered_which_paper_came_of_it(desk, opened):
    paper = ask(desk, opened, "Tờ khai", "Bản sao quyết định ly hôn")
    assert paper == printing.wanted_form(desk, LAN, opened.dossier_id, "02")
    said = words(printed(desk, paper).pdf)
    for part in ("0001/HDHS", "Bản sao quyết định ly hôn", "Tờ khai chưa ký", LAN.officer):
        assert part in said


def test_a_second_request_is_a_paper_of_its_own(desk, opened):
    first = ask(desk, opened)
    assert [printed(desk, first).copy_number for _ in range(2)] == [1, 2]
    progress.complete_supplement(desk, LAN, opened)
    second = ask(desk, opened, "Đơn đề nghị", reason="Thiếu đơn")
    assert second != first
    made = printed(desk, second)
    assert made.copy_number == 1
    assert "0002/HDHS" in words(made.pdf)
    assert "Đơn đề nghị" in words(made.pdf)
    assert printing.wanted_form(desk, LAN, opened.dossier_id, "02") == second
    assert lookup.dossier_view(desk, LAN, opened.dossier_id).forms["02"] == second.subject_id
    assert "0001/HDHS" in words(printed(desk, first).pdf)
    verification.verify_records(desk, LAN)


def test_a_correction_leaves_the_paper_as_it_was_handed_out(desk, opened):
    paper = ask(desk, opened)
    before = words(printed(desk, paper).pdf)
    correction.correct_dossier(
        desk, LAN, opened, Correction(applicant=an_applicant(full_name="Hoàng Thị Mùi")), reason="x"
    )
    after = words(printed(desk, paper).pdf)
    assert "Hoàng Thị Mẩy" in after
    assert after.replace("Bản in lại lần 1", "").split() == before.split()


def test_a_dossier_that_was_asked_for_nothing_has_no_such_paper(desk, opened):
    view = lookup.dossier_view(desk, LAN, opened.dossier_id)
    assert set(view.forms) == {"01", "06", "deadline", "label"}
    with pytest.raises(NoSuchForm) as refused:
        printing.wanted_form(desk, LAN, opened.dossier_id, "02")
    assert refused.value.facts == {"code": view.dossier.code, "form": "02"}


def test_another_dossiers_request_is_not_taken_for_this_ones(desk, opened):
    other = Opened(a_dossier(desk).dossier_id)
    theirs = ask(desk, other)
    with pytest.raises(NoSuchForm):
        printing.wanted_form(desk, LAN, opened.dossier_id, "02")
    assert printing.wanted_form(desk, LAN, other.dossier_id, "02") == theirs


def test_what_no_form_can_print_is_refused_before_anything_is_asked(desk, opened):
    with pytest.raises(InvalidRequest) as refused:
        ask(desk, opened, "Tờ khai", "Giấy 😀", reason="Thiếu 阮")
    problems = refused.value.facts["problems"]
    assert {problem.field for problem in problems} == {"reason", "papers.1"}
    assert all(isinstance(problem, LetterNotPrintable) for problem in problems)
    assert not lookup.dossier_view(desk, LAN, opened.dossier_id).dossier.pauses


def test_numbers_of_requests_are_without_gaps_over_dossiers(desk):
    papers = [ask(desk, Opened(a_dossier(desk).dossier_id)) for _ in range(3)]
    with desk.records.read() as connection:
        bodies = [prints.latest_content(connection, "02", one.subject_id).body for one in papers]
    numbers = [json.loads(body)["number"] for body in bodies]
    assert numbers == ["0001/HDHS", "0002/HDHS", "0003/HDHS"]


def test_a_form_about_a_request_needs_one(desk, opened):
    view = lookup.dossier_view(desk, LAN, opened.dossier_id)
    rules = lookup.rules(desk, LAN)
    facts = FormFacts(
        dossier=view.dossier,
        procedure=rules.procedure(view.dossier.procedure_version),
        settings=rules.settings,
        printed_at=MONDAY,
    )
    with pytest.raises(ValueError, match="without one"):
        supplement_content(facts)
