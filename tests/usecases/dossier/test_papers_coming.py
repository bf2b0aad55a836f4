"""Papers are asked for by kind and number, come in parts, and stand among those handed in."""

import io

import pypdf
import pytest

from app.domain.catalogue.paper_names import short_name
from app.domain.catalogue.shown import is_shown
from app.domain.dossier.asked import AskedPaper, CamePaper, NoSuchAskedPaper, NothingCame, Sheets
from app.domain.dossier.intake_check import NotACount
from app.domain.errors import InvalidRequest
from app.domain.workflow.moves import IllegalMove
from app.domain.workflow.states import DossierState
from app.printing.paper import ReprintReasonMissing
from app.usecases.dossier import progress
from app.usecases.dossier.progress import Opened
from app.usecases.ledger_values import replayed
from app.usecases.printing import prints as printing
from app.usecases.queries import lookup
from app.usecases.safety import verification
from db.stores import ledger
from tests.builders import LAN, a_desk, a_dossier

DIVORCE = AskedPaper("Bản án ly hôn", Sheets(certified=1))
FORM = AskedPaper("Tờ khai", Sheets(originals=2), basis="Luật Hộ tịch")


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


@pytest.fixture
def opened(desk):
    return Opened(a_dossier(desk).dossier_id)


def ask(desk, opened, *papers, **more):
    return progress.request_supplement(
        desk, LAN, opened, papers=papers or (FORM, DIVORCE), reason="Thiếu giấy", **more
    )


def receive(desk, opened, *ticks):
    return progress.complete_supplement(desk, LAN, opened, came=ticks or None)


def dossier(desk, opened):
    return lookup.dossier_view(desk, LAN, opened.dossier_id).dossier


def listed(desk, opened):
    return [paper.name for paper in lookup.dossier_view(desk, LAN, opened.dossier_id).listed]


def words(desk, paper, size="a4"):
    return text_of(printing.make_print(desk, LAN, paper, paper=size))


def text_of(made):
    text = pypdf.PdfReader(io.BytesIO(made.pdf)).pages[0].extract_text()
    return " ".join(text.split())


def refusal(desk, opened, *ticks):
    with pytest.raises(InvalidRequest) as refused:
        receive(desk, opened, *ticks)
    (problem,) = refused.value.problems
    return problem


def test_number_kind_and_basis_are_kept_and_printed(desk, opened):
    said = words(desk, ask(desk, opened).paper)
    (pause,) = dossier(desk, opened).pauses
    assert [(one.name, one.sheets) for one in pause.asked] == [
        ("Tờ khai", Sheets(originals=2)), ("Bản án ly hôn", Sheets(certified=1)),
    ]  # fmt: skip
    assert pause.asked[0].basis == "Luật Hộ tịch"
    assert pause.papers == ("Tờ khai", "Bản án ly hôn")
    assert "1 Tờ khai" in said
    assert "(căn cứ: Luật Hộ tịch) 02" in said


def test_a_paper_of_the_catalogue_is_asked_for_by_what_published_it(desk, opened):
    name = listed(desk, opened)[0]
    ask(desk, opened, name.upper())
    (paper,) = dossier(desk, opened).pauses[0].asked
    assert paper.basis.startswith("Quyết định ")
    assert paper.outside == ""


def test_a_paper_named_in_short_is_the_catalogue_s_own(desk, opened):
    name = listed(desk, opened)[0]
    ask(desk, opened, short_name(name))
    (paper,) = dossier(desk, opened).pauses[0].asked
    assert (paper.name, paper.outside) == (name, "")
    done = receive(desk, opened, CamePaper(short_name(name)))
    assert done.state is DossierState.PROCESSING


def test_a_paper_outside_the_catalogue_is_asked_for_with_its_reason(desk, opened):
    said = words(desk, ask(desk, opened, DIVORCE, outside_reason="Tên khác nhau").paper)
    assert dossier(desk, opened).pauses[0].asked[0].outside == "Tên khác nhau"
    assert "Bản án ly hôn *" in said
    assert "* Ngoài danh mục của thủ tục, yêu cầu vì: Tên khác nhau" in said


def test_the_reason_of_the_request_is_that_of_papers_outside_it_too(desk, opened):
    said = words(desk, ask(desk, opened, DIVORCE).paper)
    assert dossier(desk, opened).pauses[0].asked[0].outside == "Thiếu giấy"
    assert "* Ngoài danh mục của thủ tục" in said
    assert "yêu cầu vì" not in said


def test_a_number_of_sheets_is_checked(desk, opened):
    with pytest.raises(InvalidRequest) as refused:
        ask(desk, opened, AskedPaper("Tờ khai", Sheets(originals=1_000)))
    assert isinstance(refused.value.problems[0], NotACount)


def test_part_of_the_papers_waits_on_and_is_printed_anew_under_its_number(desk, opened):
    asked = ask(desk, opened)
    assert "0001/HDHS" in words(desk, asked.paper)
    part = receive(desk, opened, CamePaper("2"))
    assert part.state is DossierState.AWAITING_SUPPLEMENT
    assert part.due_at is None
    assert part.paper == asked.paper
    said = words(desk, part.paper)
    assert "0001/HDHS" in said
    assert "Giấy tờ còn thiếu, lập" in said
    assert "Đã nhận: Bản án ly hôn (1 bản chứng thực)" in said
    assert "2 Bản án" not in said
    now = dossier(desk, opened)
    assert now.documents[-1].name == "Bản án ly hôn"
    assert now.documents[-1].copies == 1
    event = lookup.dossier_view(desk, LAN, opened.dossier_id).timeline[-1]
    assert event.event == "RECEIVE_PAPERS"
    assert ("came", "", "Bản án ly hôn (1 bản chứng thực)") in [tuple(c) for c in event.changes]
    verification.verify_records(desk, LAN)


def test_the_paper_of_what_is_missing_is_no_reprint_of_the_first(desk, opened):
    asked = ask(desk, opened).paper
    first = printing.next_print(desk, LAN, asked, paper="a4")
    printing.note_printer(desk, LAN, first.print_id, "HP")
    rest = printing.next_print(desk, LAN, receive(desk, opened, CamePaper("2")).paper, paper="a4")
    assert "Bản in lại" not in text_of(rest)
    printing.note_printer(desk, LAN, rest.print_id, "HP")
    with pytest.raises(ReprintReasonMissing):
        printing.next_print(desk, LAN, asked, paper="a4")
    again = printing.next_print(desk, LAN, asked, paper="a4", reason="Mất giấy")
    assert "Bản in lại lần 1" in text_of(again)
    assert [one.copy_number for one in (first, rest, again)] == [1, 2, 3]


def test_the_last_paper_lets_the_clock_run_again(desk, opened):
    ask(desk, opened)
    receive(desk, opened, CamePaper("bản án"), CamePaper("1", Sheets(originals=1)))
    done = receive(desk, opened, CamePaper("1"))
    assert done.state is DossierState.PROCESSING
    assert done.due_at is not None
    now = dossier(desk, opened)
    assert now.pauses[0].completed_at is not None
    form = next(paper for paper in now.documents if paper.name == "Tờ khai")
    assert form.originals == 2
    verification.verify_records(desk, LAN)


def test_the_receipt_says_the_new_promise_and_the_papers(desk, opened):
    ask(desk, opened)
    done = receive(desk, opened)
    receipt = printing.wanted_form(desk, LAN, opened.dossier_id, "01")
    said = words(desk, receipt)
    assert "Bản án ly hôn" in said
    assert f"{done.due_at.hour:02d} giờ {done.due_at.minute:02d} phút" in said


def test_the_ledger_replays_what_was_asked_and_came(desk, opened):
    ask(desk, opened)
    receive(desk, opened, CamePaper("1", Sheets(originals=1)))
    now = dossier(desk, opened)
    with desk.view(LAN, progress.Permission.DOSSIER_VIEW) as view:
        rows = ledger.of_dossier(view.connection, opened.dossier_id)
    assert replayed(rows, opened.dossier_id).pauses == now.pauses


def test_what_is_ticked_must_be_waited_for(desk, opened):
    ask(desk, opened)
    assert isinstance(refusal(desk, opened, CamePaper("7")), NoSuchAskedPaper)
    receive(desk, opened, CamePaper("2"))
    assert isinstance(refusal(desk, opened, CamePaper("2")), NothingCame)


def test_nothing_comes_to_a_dossier_that_waits_for_nothing(desk, opened):
    with pytest.raises(IllegalMove):
        receive(desk, opened, CamePaper("1"))


def test_what_is_only_shown_is_not_handed_in_by_a_request_either(desk, opened):
    papers = lookup.dossier_view(desk, LAN, opened.dossier_id).listed
    shown = next(paper for paper in papers if is_shown(paper))
    ask(desk, opened, short_name(shown.name))
    receive(desk, opened)
    handed = next(one for one in dossier(desk, opened).documents if one.name == shown.name)
    assert (handed.shown, handed.originals, handed.copies) == (True, 0, 0)


def test_the_timeline_calls_papers_by_their_short_names_and_names_each_once(desk, opened):
    name = listed(desk, opened)[0]
    assert short_name(name) != name
    ask(desk, opened, AskedPaper(name, Sheets(originals=1)), DIVORCE)
    receive(desk, opened, CamePaper("1"))
    asked, came = lookup.dossier_view(desk, LAN, opened.dossier_id).timeline[-2:]
    said = f"{short_name(name)} (1 bản chính)"
    assert asked.changes == (("papers", "", f"{said}; Bản án ly hôn (1 bản chứng thực)"),)
    assert came.changes == (("came", "", said),)
