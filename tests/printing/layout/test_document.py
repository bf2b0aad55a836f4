"""The file itself: sizes, copies, marks, fonts, and the same bytes every time."""

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.printing.paper import Copy, CopyMark, Paper, PaperNotOffered
from app.printing.registry import form_of
from app.printing.stored import to_json
from tests.printing.rendering import render_receipt

MILLIMETRES = {Paper.A4: (210, 297), Paper.A5: (148, 210), Paper.A4X2: (297, 210)}
OFFERED = list(Paper)


def _sizes(pdf: bytes) -> Iterator[tuple[int, int]]:
    for page in PdfReader(BytesIO(pdf)).pages:
        box = page.mediabox
        yield round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72)


@pytest.mark.parametrize("paper", list(MILLIMETRES))
def test_every_sheet_has_the_size_of_its_paper(longest, paper):
    assert set(_sizes(render_receipt(longest, paper))) == {MILLIMETRES[paper]}


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_both_copies_are_printed_the_kept_one_first(ordinary, read, paper):
    kept, given = read(render_receipt(ordinary, paper))
    assert "(Liên: Lưu)" in kept
    assert "Giao người nộp" not in kept
    assert "(Liên: Giao người nộp)" in given
    assert "Liên: Lưu" not in given


def test_two_copies_on_one_sheet_stand_side_by_side(ordinary, read):
    (sheet,) = read(render_receipt(ordinary, Paper.A4X2))
    assert sheet.count("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ") == 2
    assert "(Liên: Lưu)" in sheet
    assert "(Liên: Giao người nộp)" in sheet


def test_one_copy_alone_can_be_printed(ordinary, read):
    (page,) = read(render_receipt(ordinary, Paper.A4, CopyMark(copies=(Copy.GIVEN,))))
    assert "(Liên: Giao người nộp)" in page


@pytest.mark.parametrize("paper", OFFERED)
def test_a_reprint_says_its_number_on_every_page_and_a_first_print_does_not(longest, read, paper):
    for page in read(render_receipt(longest, paper, CopyMark(reprint=3))):
        assert page.count("Bản in lại lần 3") == (2 if paper is Paper.A4X2 else 1)
    assert "Bản in lại" not in " ".join(read(render_receipt(longest, paper)))


@pytest.mark.parametrize("name", ["50x30", "a3", ""])
def test_a_paper_nobody_knows_is_refused_before_content_is_read(name):
    with pytest.raises(PaperNotOffered):
        form_of("01").render(b"", paper=name, copy_number=1)


@pytest.mark.parametrize(("paper", "sheets"), [("a4", 2), ("a5", 2), ("a4x2", 1)])
def test_a_print_of_stored_content_is_that_of_the_content(ordinary, paper, sheets):
    first = form_of("01").render(to_json(ordinary), paper=paper, copy_number=1)
    assert first.pdf == render_receipt(ordinary, Paper(paper))
    assert first.pages == len(PdfReader(BytesIO(first.pdf)).pages) == sheets
    third = form_of("01").render(to_json(ordinary).decode(), paper=paper, copy_number=3)
    assert third.pdf == render_receipt(ordinary, Paper(paper), CopyMark(reprint=2))


def test_a_label_goes_on_label_paper_only(ordinary):
    stored = to_json(ordinary)
    label = form_of("label").render(stored, paper="50x30", copy_number=1)
    assert label.pdf == render_receipt(ordinary, Paper.LABEL)
    for form, paper in (("label", "a4"), ("01", "50x30"), ("payment", "50x30")):
        with pytest.raises(PaperNotOffered):
            form_of(form).render(stored, paper=paper, copy_number=1)


def test_rolls_and_labels_are_cut_to_size_and_have_one_copy(ordinary):
    (slip,) = _sizes(render_receipt(ordinary, Paper.ROLL_80MM))
    assert slip[0] == 80
    assert 150 < slip[1] < 190
    assert list(_sizes(render_receipt(ordinary, Paper.LABEL))) == [(50, 30)]


def test_two_threads_print_at_once_without_harm(ordinary, longest):
    jobs = [ordinary, longest] * 6
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda content: render_receipt(content, Paper.A5), jobs))
    assert set(made) == {render_receipt(content, Paper.A5) for content in (ordinary, longest)}


def test_papers_are_called_what_the_command_line_calls_them():
    assert [Paper(name) for name in ("a4", "a5", "a4x2", "80mm", "50x30")] == list(Paper)


@pytest.mark.parametrize("paper", OFFERED)
def test_the_same_content_gives_the_same_bytes(longest, paper):
    first = render_receipt(longest, paper)
    render_receipt(replace(longest, applicant_name="Lý A Páo"), Paper.A4)
    assert render_receipt(longest, paper) == first


def test_two_processes_give_the_same_bytes(longest):
    script = (
        "import hashlib, sys; from app.printing.content import from_json;"
        "from app.printing.paper import Paper; from app.printing.registry import form_of;"
        "content, form = from_json(sys.stdin.buffer.read()), form_of('01');"
        "pdfs = [form.draw([content], Paper(p)).pdf for p in ('a5', 'a4x2', 'a4')];"
        "print(hashlib.sha256(b''.join(pdfs)).hexdigest())"
    )
    hashes = [
        subprocess.run(
            [sys.executable, "-c", script],
            input=to_json(longest),
            env={"PYTHONHASHSEED": seed, "TZ": zone},
            check=True,
            capture_output=True,
        ).stdout.strip()
        for seed, zone in (("1", "UTC"), ("2", "America/Lima"))
    ]
    here = [render_receipt(longest, Paper(p)) for p in ("a5", "a4x2", "a4")]
    assert hashes == [hashlib.sha256(b"".join(here)).hexdigest().encode()] * 2


def test_the_file_names_no_time_of_its_making(ordinary):
    made = PdfReader(BytesIO(render_receipt(ordinary, Paper.A4))).metadata
    assert made["/CreationDate"].startswith("D:2000")


def _fonts(pdf: bytes) -> dict[str, bool]:
    """Names of all fonts of the file, and whether each is embedded."""
    found: dict[str, bool] = {}
    for number in PdfReader(BytesIO(pdf)).xref[0]:
        thing = PdfReader(BytesIO(pdf)).get_object(number)
        if isinstance(thing, dict) and thing.get("/Type") == "/Font":
            found[thing["/BaseFont"]] = "/FontFile2" in thing.get("/FontDescriptor", {})
    return found


def test_only_our_own_fonts_are_used_and_all_are_embedded(ordinary):
    fonts = _fonts(render_receipt(ordinary, Paper.A4, CopyMark(reprint=1)))
    assert sorted(name.split("+")[1] for name in fonts) == ["Tinos", "Tinos-Bold", "Tinos-Italic"]
    assert all(fonts.values())


def test_readers_are_told_to_print_at_full_size(ordinary):
    catalogue = PdfReader(BytesIO(render_receipt(ordinary, Paper.A4))).root_object
    assert catalogue["/ViewerPreferences"]["/PrintScaling"] == "/None"
    assert catalogue["/Lang"] == "vi-VN"


@pytest.mark.parametrize("paper", OFFERED)
def test_a_receipt_with_both_copies_is_a_small_file(ordinary, paper):
    assert len(render_receipt(ordinary, paper)) <= 30 * 1024


def test_many_receipts_fit_into_one_file_each_with_its_own_code(ordinary, read):
    contents = [replace(ordinary, code=f"H37.99.1-261123-{n:04d}") for n in range(1, 11)]
    pages = read(form_of("01").draw(contents, Paper.A4).pdf)
    assert len(pages) == 20
    for n in range(1, 11):
        for page in pages[2 * n - 2 : 2 * n]:
            assert f"Mã hồ sơ: H37.99.1-261123-{n:04d}" in page
