"""Slips of money: what they say, on every paper they are offered on."""

import pytest

from app.domain.money.payment import PaymentKind
from app.printing.paper import PaperNotOffered
from app.printing.registry import form_of
from app.printing.slip_content import SlipContent, SlipLine
from app.printing.stored import ContentUnreadable, from_json, to_json
from tests.printing.money import a_slip

SLIP = form_of("payment")


def test_a_slip_says_what_is_still_to_be_paid_where_something_is(read):
    paid = read(SLIP.render(to_json(a_slip()), paper="a5", copy_number=1).pdf)[0]
    part = read(SLIP.render(to_json(a_slip(outstanding=9_000)), paper="a5", copy_number=1).pdf)[0]
    assert "Còn phải thu" not in paid
    assert "Còn phải thu: 9.000 đồng" in part


@pytest.mark.parametrize(("paper", "pages"), [("a4", 2), ("a5", 2), ("a4x2", 1)])
def test_a_slip_says_who_paid_what_in_figures_and_words_on_both_copies(read, paper, pages):
    rendered = SLIP.render(to_json(a_slip()), paper=paper, copy_number=1)
    texts = read(rendered.pdf)
    assert (rendered.pages, len(texts)) == (pages, pages)
    for text in texts:
        assert "PHIẾU THU PHÍ, LỆ PHÍ" in text
        assert "Số: 0012/2026" in text
        assert "Số tiền thu: 125.000 đồng" in text
        assert "Một trăm hai mươi lăm nghìn đồng." in text
        assert "Lệ phí hộ tịch (miễn: hộ nghèo số 12)" in text
        assert "không thay cho biên lai" in text
        assert "in lại" not in text
    assert "Liên 1: Lưu" in texts[0]
    assert "Liên 2: Giao người nộp tiền" in texts[-1]


def test_a_reprint_is_marked_on_every_page(read):
    rendered = SLIP.render(to_json(a_slip()), paper="a5", copy_number=3)
    assert all("Bản in lại lần 2" in text for text in read(rendered.pdf))


@pytest.mark.parametrize(
    ("kind", "title"),
    [(PaymentKind.REFUND, "PHIẾU HOÀN PHÍ, LỆ PHÍ"), (PaymentKind.VOID, "PHIẾU HỦY PHIẾU THU")],
)
def test_what_is_given_back_names_its_slip_and_reason(read, kind, title):
    content = a_slip(kind=kind, reverses="0011/2026", reason="Thu thừa", reference="FT1")
    (text, _) = read(SLIP.render(to_json(content), paper="a5", copy_number=1).pdf)
    assert title in text
    assert "Theo phiếu thu số: 0011/2026" in text
    assert "Lý do: Thu thừa" in text
    assert "Tiền mặt (FT1)" in text


def test_equal_content_gives_equal_bytes():
    stored = to_json(a_slip())
    assert from_json(stored, SlipContent) == a_slip()
    one, other = (SLIP.render(stored, paper="a5", copy_number=1).pdf for _ in range(2))
    assert one == other


def test_what_is_no_slip_or_no_paper_for_one_is_refused():
    with pytest.raises(ContentUnreadable):
        SLIP.render(b"{}", paper="a5", copy_number=1)
    with pytest.raises(PaperNotOffered):
        SLIP.render(to_json(a_slip()), paper="80mm", copy_number=1)


def test_a_reduced_line_says_by_how_much_from_what_and_why(read):
    line = SlipLine(
        name="Lệ phí hộ tịch", quantity="01", amount=7_501, note="hộ cận nghèo số 7",
        relief="giảm 50%", due=3_751,
    )  # fmt: skip
    content = a_slip(lines=(line,), due=3_751, amount=3_751)
    (text, _) = read(SLIP.render(to_json(content), paper="a5", copy_number=1).pdf)
    assert "Lệ phí hộ tịch (giảm 50%, từ 7.501: hộ cận nghèo số 7) 01 3.751" in text
    assert "Cộng 3.751" in text


def test_a_slip_frozen_before_reductions_were_known_still_prints(read):
    old = to_json(a_slip()).replace(b',"relief":""', b"").replace(b'"due":0,', b"")
    assert b"relief" not in old
    (text, _) = read(SLIP.render(old, paper="a5", copy_number=1).pdf)
    assert "Lệ phí hộ tịch (miễn: hộ nghèo số 12) 01 0" in text
