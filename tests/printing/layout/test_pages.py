"""Whatever the texts, nothing leaves the paper, nothing lies on something else, nothing is lost."""

import string
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.printing.content import PaperRow
from app.printing.paper import Copy, CopyMark, Paper
from tests.printing.rendering import render_receipt

GIVEN = CopyMark(reprint=1, copies=(Copy.GIVEN,))
MM = 72 / 25.4
MARGIN = 5 * MM
# Thermal printers reach nearer to the edge: 72 of 80 mm, and all but 1.4 mm of a label.
NEARER = {Paper.ROLL_80MM: 2 * MM, Paper.LABEL: 1.4 * MM}
Box = tuple[float, float, float, float]


def _text_boxes(pdf: bytes) -> Iterator[tuple[float, float, list[Box]]]:
    """Width and height of each page, and the boxes (left, bottom, right, top) of its texts."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            text = page.get_textpage()
            boxes = [text.get_rect(nth) for nth in range(text.count_rects())]
            yield *page.get_size(), boxes
            text.close()
            page.close()
    finally:
        document.close()


def _overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share more than the tips of accents do between neighbouring lines."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    lower = min(one[3] - one[1], other[3] - other[1])
    return wide > 0.5 and high > 0.25 * lower


def _assert_tidy(pdf: bytes, margin: float = MARGIN) -> None:
    for width, height, boxes in _text_boxes(pdf):
        assert boxes
        for left, bottom, right, top in boxes:
            assert left >= margin
            assert bottom >= margin
            assert right <= width - margin
            assert top <= height - margin
        boxes.sort(key=lambda box: box[1])
        for nth, one in enumerate(boxes):
            for other in boxes[nth + 1 :]:
                if other[1] >= one[3]:
                    break
                assert not _overlap(one, other), (one, other)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("which", ["ordinary", "longest"])
def test_nothing_leaves_the_paper_or_lies_on_something_else(which, paper, request):
    pdf = render_receipt(request.getfixturevalue(which), paper, CopyMark(reprint=12))
    _assert_tidy(pdf, NEARER.get(paper, MARGIN))


def test_this_check_sees_two_texts_on_one_place():
    assert _overlap((0, 0, 50, 10), (40, 5, 90, 15))
    assert not _overlap((0, 0, 50, 10), (0, 9, 50, 19))
    assert not _overlap((0, 0, 50, 10), (51, 0, 90, 10))


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5, Paper.A4X2])
def test_the_longest_code_and_a_preview_leave_the_running_head_tidy(longest, paper):
    official = replace(longest, code="H37.DN01.0001.AB12-261123-999999")
    _assert_tidy(render_receipt(official, paper, CopyMark(reprint=123)))
    _assert_tidy(render_receipt(replace(longest, code=""), paper))


def test_the_halves_of_a_cut_sheet_keep_clear_of_the_cut(longest):
    for width, _, boxes in _text_boxes(render_receipt(longest, Paper.A4X2)):
        for left, _, right, _ in boxes:
            assert right <= width / 2 - MARGIN or left >= width / 2 + MARGIN


FAMILIAR = (
    "Nguyễn Ưng Đặng Ậu Ổ Ỵ ngường nghiêng Khuổi Khỉn Páo Sùng thửa quyền giấy chứng uỷ 12/GUQ "
    "(cũ), số 4900123456 Slương Phja Bjoóc Hmôngz"
)
WORDS = st.lists(
    st.one_of(
        st.sampled_from(FAMILIAR.split()),
        st.text("ăâđêôơưỀỘỮàáãạ" + string.ascii_letters, min_size=1, max_size=120),
    ),
    max_size=60,
).map(" ".join)
LINES = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@st.composite
def _texts(draw: st.DrawFn) -> dict[str, object]:
    kinds = st.sampled_from(["Bản chính", "Bản sao", "Bản chính và bản sao chứng thực"])
    return {
        "office": draw(WORDS),
        "superior_body": draw(WORDS.map(lambda text: text[:150])),
        "applicant_name": draw(WORDS),
        "address": draw(WORDS),
        "email": draw(WORDS),
        "phone": draw(WORDS.map(lambda text: text[:30])),
        "procedure_name": draw(WORDS),
        "representative": draw(WORDS),
        "submitter": draw(WORDS),
        "officer": draw(WORDS.map(lambda text: text[:80])),
        "note": draw(WORDS),
        "documents": tuple(
            PaperRow(name=name, kind=draw(kinds), quantity=draw(st.integers(1, 999)))
            for name in draw(st.lists(WORDS, max_size=12))
        ),
    }


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=_texts(), paper=st.sampled_from([Paper.ROLL_80MM, Paper.LABEL]))
def test_any_vietnamese_text_leaves_rolls_and_labels_tidy(ordinary, texts, paper):
    _assert_tidy(render_receipt(replace(ordinary, **texts), paper, GIVEN), NEARER[paper])


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=_texts(), paper=st.sampled_from([Paper.A4, Paper.A5]))
def test_any_vietnamese_text_is_printed_whole_and_tidy(ordinary, read, texts, paper):
    pdf = render_receipt(replace(ordinary, **texts), paper, GIVEN)
    _assert_tidy(pdf)
    printed = "".join("".join(read(pdf)).split())
    wanted = [texts["applicant_name"], texts["procedure_name"], texts["address"]]
    if len(read(pdf)) == 1:
        for text in wanted:
            assert "".join(text.split()) in printed


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(name=LINES, place=LINES, row=LINES)
def test_no_text_whatever_keeps_a_receipt_from_being_printed(ordinary, name, place, row):
    content = replace(
        ordinary,
        applicant_name=name,
        place=place,
        documents=(PaperRow(name=row, kind=row[:10], quantity=1),),
    )
    assert render_receipt(content, Paper.A5, GIVEN).startswith(b"%PDF")


def _lines_above(page: pypdfium2.PdfPage, wanted: str) -> int | None:
    """How many lines of text stand above `wanted`, the running head aside; None: it is not here."""
    text = page.get_textpage()
    try:
        found = text.search(wanted).get_next()
        if found is None:
            return None
        floor = text.get_charbox(found[0])[3]
        height = page.get_size()[1]
        head = height - (20 * MM if height > 700 else 12 * MM)
        rects = (text.get_rect(nth) for nth in range(text.count_rects()))
        return len({round(rect[1]) for rect in rects if floor < rect[1] < head - 2})
    finally:
        text.close()


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
@pytest.mark.parametrize("note", ["", "Gọi trước khi gửi. " * 25])
def test_who_signs_and_what_is_noted_never_stand_alone_on_a_page(ordinary, paper, note):
    for papers in range(33):
        row = PaperRow(name="Giấy chứng nhận", kind="Bản chính", quantity=1)
        content = replace(ordinary, documents=(row,) * papers, note=note)
        document = pypdfium2.PdfDocument(render_receipt(content, paper, GIVEN))
        pages = list(document)
        signed = [_lines_above(page, "NGƯỜI NỘP HỒ SƠ") for page in pages]
        (at,) = [nth for nth, above in enumerate(signed) if above is not None]
        assert (signed[at] or 0) >= 1, papers
        assert _lines_above(pages[at], "Ghi chú:") is not None, papers
        assert at == len(pages) - 1, papers
        document.close()


def _middle(page: pypdfium2.PdfPage, wanted: str) -> float:
    text = page.get_textpage()
    try:
        start, count = text.search(wanted).get_next()
        return (text.get_charbox(start)[0] + text.get_charbox(start + count - 1)[2]) / 2
    finally:
        text.close()


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_title_code_and_copy_stand_on_one_axis(ordinary, paper):
    document = pypdfium2.PdfDocument(render_receipt(ordinary, paper))
    try:
        for nth, name in enumerate(("(Liên: Lưu)", "(Liên: Giao người nộp)")):
            page = document[nth]
            title = _middle(page, "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ")
            assert _middle(page, f"Mã hồ sơ: {ordinary.code}") == pytest.approx(title, abs=2)
            assert _middle(page, name) == pytest.approx(title, abs=2)
            page.close()
    finally:
        document.close()
