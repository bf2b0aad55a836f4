"""A paper only shown keeps its kind from the request file to receipt, record and province."""

import json

import pypdfium2
import pytest

CARD = "Hộ chiếu/Thẻ căn cước"


def _text(path):
    document = pypdfium2.PdfDocument(path)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


def _shown(office, code):
    return json.loads(office("show", code, "--json")[1])["documents"]


def _registered(office, file, *more):
    code, out, err = office("intake", file, "--json", *more)
    assert (code, err) == (0, "")
    return json.loads(out)["dossier_code"]


def test_all_papers_of_the_catalogue_tell_shown_from_handed_in(office, request_file, tmp_path):
    pdf = tmp_path / "receipt.pdf"
    code = _registered(
        office, request_file(procedure="1.001193", documents="all"), "--receipt", pdf
    )
    papers = {paper["name"][:20]: paper for paper in _shown(office, code)}
    card = papers[CARD[:20]]
    assert (card["originals"], card["copies"], card["shown"]) == (0, 0, True)
    assert papers["Giấy chứng sinh; trư"]["originals"] == 1
    text = _text(pdf)
    assert "Xuất trình –" in text
    assert "thủ tục trực tiếp tại cơ quan đăng ký hộ tịch. Bản chính" not in text
    assert "(xuất trình)" in office("show", code)[1]


def test_a_named_paper_is_shown_if_the_catalogue_or_the_file_says_so(office, request_file):
    names = json.loads(
        office("show", _registered(office, request_file(procedure="1.001193", documents="all")),
               "--json")[1]
    )["documents"]  # fmt: skip
    card = next(paper["name"] for paper in names if paper["shown"])
    code = _registered(
        office,
        request_file(
            procedure="1.001193",
            documents=[
                {"name": card},
                {"name": "Sổ cũ", "shown": True, "copies": 1},
                {"name": "Giấy ngoài danh mục"},
                {"index": 1, "originals": 2},
            ],
        ),
    )
    kinds = [(p["originals"], p["copies"], p["shown"]) for p in _shown(office, code)]
    assert kinds == [(0, 0, True), (0, 1, True), (1, 0, False), (2, 0, False)]


def test_an_original_that_is_kept_is_not_only_shown(office, request_file):
    paper = {"name": "Thẻ căn cước", "shown": True, "originals": 1}
    code, _, err = office("intake", request_file(documents=[paper]))
    assert code == 1
    assert "xuất trình" in err


def test_by_post_a_copy_comes_instead(office, request_file):
    file = request_file(procedure="1.001193", documents="all", channel="POSTAL")
    card = next(p for p in _shown(office, _registered(office, file)) if p["name"].startswith(CARD))
    assert (card["originals"], card["copies"], card["shown"]) == (0, 1, False)


@pytest.mark.parametrize("paper", ["a5", "a4x2", "80mm"])
def test_every_size_of_the_receipt_says_it(office, request_file, tmp_path, paper):
    pdf = tmp_path / "receipt.pdf"
    shown = [{"name": "Thẻ căn cước", "shown": True}]
    code = _registered(office, request_file(documents=shown))
    assert office("print", code, "--form", "01", "--paper", paper, "--to", pdf)[0] == 0
    text = _text(pdf).casefold()
    assert "xuất trình" in text
    assert "bản chính" not in text


def test_a_correction_can_say_that_a_paper_was_only_shown(office, request_file, tmp_path):
    code = _registered(office, request_file(documents=[{"name": "Thẻ căn cước"}]))
    changes = tmp_path / "changes.json"
    changes.write_text(
        json.dumps({"documents": [{"name": "Thẻ căn cước", "shown": True}]}), encoding="utf-8"
    )
    assert office("correct", code, changes, "--reason", "Chỉ xem, đã trả")[0] == 0
    assert _shown(office, code)[0]["shown"] is True
    assert office("verify")[0] == 0
