"""The registry: what it says of every form, and that one more form needs nothing but its line."""

import pkgutil
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from importlib import import_module

import pytest

from app.answers.certification import BookBlockState, BookPrint
from app.answers.register import RegisterSums
from app.domain.certification.blocks import BookBlock
from app.domain.certification.books import Book
from app.domain.forms.form_set import VALIDITY, FormSet, set_in_force
from app.domain.money.cash_sheet import CashSheet
from app.printing import forms, registry
from app.printing.book_content import BookContent
from app.printing.cash_content import CashSheetContent
from app.printing.form import Form, NoContent, Subject
from app.printing.forms.deadline import DeadlineContent
from app.printing.layout.fitting import LaidOut, on_sheets
from app.printing.layout.page import Flow
from app.printing.layout.styles import STYLES
from app.printing.layout.wrapping import Run
from app.printing.paper import Copy, Paper, PaperNotOffered
from app.printing.profile import Kind, PrintProfile
from app.printing.proof_content import ProofContent
from app.printing.register_content import RegisterContent
from app.printing.registry import UnknownForm, dossier_forms, form_of, paper_number
from app.printing.stored import ContentUnreadable
from app.settings import Settings, change
from tests.printing.apologies import an_apology
from tests.printing.days import a_day
from tests.printing.endings import a_guidance, a_refusal, a_stop
from tests.printing.handovers import a_control_sheet, a_record
from tests.printing.money import a_slip
from tests.printing.notices import a_notice
from tests.printing.requests import a_request


@pytest.fixture
def contents(ordinary):
    """A content of every form, by its code."""
    sheet = CashSheet(date(2026, 11, 23), 1, ())
    return {
        "01": ordinary,
        "02": a_request(),
        "collect": a_notice(),
        "04": an_apology(),
        "deadline": DeadlineContent(
            superior_body="", office="Trung tâm", place="", printed_on="2026-11-30", code="H37.1-1",
            digits="", is_provisional=False, qr_text="H37.1-1", applicant_name="Lý Văn Sử",
            procedure_code="1.004873", procedure_name="Xác nhận", promises=(), notes=("Căn cứ",),
            days=(), officer="Lan",
        ),
        "proof": ProofContent(
            superior_body="", office="Trung tâm", place="", printed_on="2026-11-30", code="H37.1-1",
            about=(), promises=(), times=(), totals=(), sent=(), basis=(), chain=(), officer="Lan",
            facts="{}", sha256="0" * 64,
        ),
        "06": a_control_sheet(),
        "handover": a_record(),
        "03": a_refusal(),
        "05": a_stop(),
        "guidance": a_guidance(),
        "label": ordinary,
        "payment": a_slip(),
        "cash-sheet": CashSheetContent(superior_body="", office="Trung tâm", place="", sheet=sheet),
        "day": a_day(),
        "book": BookContent(
            superior_body="", office="Trung tâm", place="", day=date(2026, 11, 30), station=1,
            printed=BookPrint(Book.COPIES, 2026, 11, (), (BookBlockState(BookBlock(), 0, ()),)),
        ),
        "07": RegisterContent(
            superior_body="", office="Trung tâm", place="", day=date(2026, 11, 30),
            first=date(2026, 1, 1), last=date(2026, 12, 31), officer="Hoàng Thị Lan",
            sums=RegisterSums(0, 0, 0),
        ),
        "scanner-sheet": NoContent(),
    }  # fmt: skip


def test_every_module_that_makes_a_form_has_its_line():
    modules = [
        import_module(one.name)
        for one in pkgutil.walk_packages(forms.__path__, f"{forms.__name__}.")
    ]
    made = [module.FORM for module in modules if hasattr(module, "FORM")]
    assert set(made) == set(registry.FORMS)


def test_every_form_is_found_by_its_own_code():
    assert [form_of(form.code) for form in registry.FORMS] == list(registry.FORMS)
    with pytest.raises(UnknownForm) as refused:
        form_of("P02260000c")
    assert refused.value.facts == {"form": "P02260000c"}


def test_forms_are_about_what_they_are_about():
    assert [form.code for form in dossier_forms()] == [
        "01", "02", "04", "collect", "06", "deadline", "03", "05", "label",
    ]  # fmt: skip
    assert form_of("01").subject is Subject.DOSSIER
    assert form_of("02").subject is Subject.SUPPLEMENT
    assert form_of("04").subject is Subject.APOLOGY
    assert form_of("03").subject is form_of("05").subject is Subject.ENDING
    others = {form.code: form.subject for form in registry.FORMS if form not in dossier_forms()}
    assert others == {
        "guidance": Subject.APPLICANT,
        "payment": Subject.PAYMENT,
        "cash-sheet": Subject.CASH_SHEET,
        "handover": Subject.HANDOVER,
        "day": Subject.DAY,
        "book": Subject.BOOK,
        "proof": Subject.PROOF,
        "07": Subject.REGISTER,
        "scanner-sheet": Subject.OFFICE,
    }


def test_a_label_is_made_from_what_the_receipt_says():
    assert form_of("label").content_form == "01"
    assert form_of("label").content is form_of("01").content
    assert form_of("payment").content_form == "payment"


def test_the_receipt_is_the_laws_and_numbered_in_its_own_series():
    receipt = form_of("01")
    assert receipt.sets == (FormSet.TT01_2018, FormSet.TT03_2025)
    assert receipt.series == "TNHS"
    symbols = [form.series for form in registry.FORMS if form.series]
    assert len(symbols) == len(set(symbols)), "two forms would share one run of numbers"


def test_the_notice_of_a_stop_is_of_2025_alone_and_its_layout_was_not_seen():
    assert form_of("05").sets == (FormSet.TT03_2025,)
    assert [form.code for form in registry.FORMS if form.is_unseen] == ["05"]
    assert form_of("03").sets == form_of("01").sets


def test_one_legal_set_follows_the_other_without_a_day_between():
    first, second = (VALIDITY[one] for one in FormSet)
    assert second.since - first.until == timedelta(days=1)
    assert set_in_force(first.until) is FormSet.TT01_2018
    assert set_in_force(second.since) is FormSet.TT03_2025


def test_the_forms_of_2025_begin_on_the_fifteenth_of_september():
    assert set_in_force(date(2025, 9, 14)) is FormSet.TT01_2018
    assert set_in_force(date(2025, 9, 15)) is FormSet.TT03_2025


@pytest.mark.parametrize(
    ("number", "station", "shown"),
    [(1, 0, "0001/TNHS"), (12, 2, "0012-Q2/TNHS"), (12_345, 0, "12345/TNHS"),
     (7, 12, "0007-Q12/TNHS")],
)  # fmt: skip
def test_a_papers_number_names_the_station_whose_series_it_is(number, station, shown):
    assert paper_number("TNHS", number, station) == shown


@pytest.mark.parametrize(
    ("form", "paper"), [(form.code, paper) for form in registry.FORMS for paper in form.papers]
)
def test_every_form_prints_what_was_stored_on_every_paper_it_is_offered_on(contents, form, paper):
    form = form_of(form)
    stored = form.to_json(contents[form.code])
    assert form.from_json(stored) == contents[form.code]
    first = form.render(stored, paper=paper, copy_number=1)
    assert first.pages >= form.copies_on(paper)
    assert form.render(stored, paper=paper, copy_number=1) == first
    again = form.render(stored, paper=paper, copy_number=2)
    assert (again != first) is form.marks_reprints


def test_another_forms_content_is_unreadable(ordinary):
    with pytest.raises(ContentUnreadable):
        form_of("payment").render(form_of("01").to_json(ordinary), paper="a4", copy_number=1)


def test_a_form_not_made_on_a_paper_says_on_which_it_is():
    with pytest.raises(PaperNotOffered) as refused:
        form_of("payment").render(b"", paper="80mm", copy_number=1)
    assert refused.value.facts == {"paper": "80mm", "form": "payment", "offered": "a4, a5, a4x2"}


@pytest.mark.parametrize(
    ("form", "paper", "copies"),
    [("01", "a4", 2), ("01", "a4x2", 1), ("01", "80mm", 1), ("label", "50x30", 1),
     ("payment", "a5", 2), ("payment", "a4x2", 1), ("cash-sheet", "a4", 1)],
)  # fmt: skip
def test_copies_follow_each_other_on_sheets_only(form, paper, copies):
    assert form_of(form).copies_on(paper) == copies


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanks:
    """What an invented form says."""

    number: str
    to_whom: str


def _thanks(paper: Paper, content: Thanks, mark: str) -> LaidOut:
    def lay_out(style):
        flow = Flow(style, lambda _: ())
        flow.text([Run(f"Số: {content.number}. Cảm ơn {content.to_whom}.")], style.body)
        return flow.pages

    return on_sheets(lay_out, STYLES[paper], mark)


INVENTED = Form(
    code="thanks",
    name="Thư cảm ơn",
    subject=Subject.DOSSIER,
    content=Thanks,
    series="TCO",
    layouts={paper: partial(_thanks, paper) for paper in (Paper.A5, Paper.A4)},
    copies={Copy.GIVEN: ""},
)


@pytest.fixture
def invented(monkeypatch):
    """One line more in the registry."""
    monkeypatch.setattr(registry, "FORMS", (*registry.FORMS, INVENTED))
    return form_of("thanks")


def test_a_form_with_a_module_and_a_line_is_printed_and_previewed_like_the_others(invented, read):
    content = Thanks(number=paper_number(invented.series, 12, 2), to_whom="bà Mẩy")
    stored = invented.to_json(content)
    assert stored == b'{"number":"0012-Q2/TCO","to_whom":"b\xc3\xa0 M\xe1\xba\xa9y"}'
    first = invented.render(stored, paper="a5", copy_number=1)
    assert read(first.pdf) == ["Số: 0012-Q2/TCO. Cảm ơn bà Mẩy."]
    (again,) = read(invented.render(stored, paper="a4", copy_number=3).pdf)
    assert "Bản in lại lần 2" in again
    (preview,) = read(invented.preview(content, paper="a5").pdf)
    assert "Bản xem trước" in preview
    with pytest.raises(PaperNotOffered):
        invented.preview(content, paper="80mm")
    with pytest.raises(ContentUnreadable):
        invented.render(b"{}", paper="a5", copy_number=1)


def test_a_form_with_a_module_and_a_line_has_its_paper_and_its_printer(invented):
    settings = change(Settings(), "printer", "HP")
    assert invented in dossier_forms()
    assert invented.usual_paper(settings) == Paper.A4
    assert invented.usual_paper(change(settings, "paper", "80mm")) == Paper.A5
    assert invented.profile(settings, "a5") == PrintProfile(Kind.SHEET, "HP")
