"""Every paper the office prints begins with the commune's committee over its centre, in full."""

import json

import pypdfium2
import pytest

COMMITTEE = ["ỦY BAN NHÂN DÂN", "XÃ MẪU SƠN"]
CENTRE = "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"


def _lines(path):
    page = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()
    return [line.strip() for line in page.replace("\r", "").split("\n") if line.strip()]


def _assert_head(path, committee=tuple(COMMITTEE)):
    lines = _lines(path)
    at = lines.index(committee[0])
    assert lines[at + 1] == committee[1]
    assert " ".join(lines[at + 2 : at + 4]).startswith(CENTRE)
    assert "UBND" not in " ".join(lines)


def _paid(cli, request_file):
    request = request_file(
        fees=[{"name": "Lệ phí hộ tịch", "amount": 8000}],
        payment={"method": "CASH", "amount": 8000},
    )
    code, out, err = cli("intake", request, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)["dossier_code"]


def test_every_form_says_whose_paper_it_is(office, request_file, tmp_path):
    code = _paid(office, request_file)
    pdf = tmp_path / "paper.pdf"
    for paper in ("a4", "a5", "a4x2", "80mm"):
        assert (
            office("print", code, "--form", "01", "--paper", paper, "--force", "--to", pdf)[0] == 0
        )
        _assert_head(pdf)
    for paper in ("a4", "a5", "a4x2"):
        slip = ("print", code, "--form", "payment", "--paper", paper, "--reason", "Thử")
        assert office(*slip, "--force", "--to", pdf)[0] == 0
        _assert_head(pdf)
    assert office("cash-sheet", "--force", "--to", pdf)[0] == 0
    _assert_head(pdf)


@pytest.mark.parametrize(
    ("asked", "committee"),
    [
        (["--office", "UBND P. Đông Kinh"], ("ỦY BAN NHÂN DÂN", "PHƯỜNG ĐÔNG KINH")),
        (["--office", "TTPVHCC", "--commune", "phường Tam Thanh"],
         ("ỦY BAN NHÂN DÂN", "PHƯỜNG TAM THANH")),
        (["--office", "TTPVHCC", "--superior", "UBND đặc khu Vân Đồn"],
         ("ỦY BAN NHÂN DÂN", "ĐẶC KHU VÂN ĐỒN")),
    ],
)  # fmt: skip
def test_init_derives_the_head_from_the_offices_name_and_says_it(
    cli, request_file, tmp_path, asked, committee
):
    code, out, err = cli("init", *asked, "--code", "H37.99.1", "--officer", "Lan", "--json")
    assert (code, err) == (0, "")
    made = json.loads(out)
    assert made["superior_body"].upper() == " ".join(committee)
    assert made["department"].upper() == CENTRE
    assert committee[1].endswith(made["place"].upper())
    assert made["place"]
    pdf = tmp_path / "receipt.pdf"
    assert cli("intake", request_file(), "--receipt", pdf)[0] == 0
    _assert_head(pdf, committee)


def test_init_says_the_head_in_words_and_refuses_a_commune_without_its_kind(cli):
    office = ("init", "--office", "TTPVHCC", "--code", "H37", "--officer", "Lan")
    code, _, err = cli(*office, "--commune", "Mẫu Sơn")
    assert code == 1
    assert "xã, phường" in err
    code, out, _ = cli(*office, "--commune", "xã Mẫu Sơn")
    assert code == 0
    assert "Ủy ban nhân dân xã Mẫu Sơn; Trung tâm Phục vụ hành chính công; địa danh: Mẫu Sơn" in out


def test_a_renamed_office_heads_its_next_papers_by_its_new_name(office, request_file, tmp_path):
    pdf = tmp_path / "receipt.pdf"
    assert office("settings", "set", "office", "UBND phường Kỳ Lừa")[0] == 0
    assert office("intake", request_file(), "--receipt", pdf)[0] == 0
    _assert_head(pdf, ("ỦY BAN NHÂN DÂN", "PHƯỜNG KỲ LỪA"))


def test_practice_papers_have_the_head_of_a_commune_too(cli, tmp_path):
    assert cli("demo", "--dossiers", "2")[0] == 0
    code = json.loads(cli("find", "0001", "--json")[1])["dossiers"][0]["dossier_code"]
    pdf = tmp_path / "receipt.pdf"
    assert (
        cli("print", code, "--form", "01", "--paper", "a4", "--reason", "Thử", "--to", pdf)[0] == 0
    )
    _assert_head(pdf)
