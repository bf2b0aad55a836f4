"""A text for the log tells of nobody who it is, and of the program all that helps."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.masking import masked

DOTS = "•" * 8


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("020185001234", f"{DOTS}1234"),
        ("CCCD020185001234", f"CCCD{DOTS}1234"),
        ("số020185001234x", f"số{DOTS}1234x"),
        ("0912345678", f"{DOTS}5678"),
        ("0912 345 678", f"{DOTS}5678"),
        ("0912-345-678", f"{DOTS}5678"),
        ("0912.345.678", f"{DOTS}5678"),
        ("(0912)345678", f"{DOTS}5678"),
        ("(0912) 345 678", f"{DOTS}5678"),
        ("+84 912 345 678", f"{DOTS}5678"),
        ("GD4020185001234567", f"GD{DOTS}4567"),
        ("DN 4 79 7939999999", f"DN {DOTS}9999"),
        ("0201850012340912345678", f"{DOTS}5678"),
        ("020185001234_0912345678", f"{DOTS}5678"),
        ("081234567", f"{DOTS}4567"),
        ("0312345678-001", f"{DOTS}8001"),
    ],
)
def test_numbers_of_persons_keep_only_their_last_four_digits(text, said):
    assert masked(text) == said
    assert masked(f"lỗi với {text}, thử lại") == f"lỗi với {said}, thử lại"


@pytest.mark.parametrize(
    "line",
    [
        "IDVNM0851234566020085123456<<3",
        "8503051F2503058VNM<<<<<<<<<<<8",
        "HOANG<<THI<MAY<<<<<<<<<<<<<<<<",
        "<<HOANG<THI<",
    ],
)
def test_lines_of_a_card_are_masked_whole(line):
    assert masked(f"quét được {line}") == f"quét được {DOTS}"[: len("quét được ") + 8]


@pytest.mark.parametrize(
    "name",
    [
        "Hoàng Thị Mẩy", "HOÀNG THỊ MẨY", "hoàng thị mẩy", "Hoang Thi May", "HOANG THI MAY",
        "hoang thi may", "Nguyen Van A", "Lý A Sềnh", "H'Mlê̆o Êban", "Y Blô Niê", "Trần-Lê Ái",
        "Hoàng_Thị_Mẩy", "Vàng Seo Dín", "Ho\\u00e0ng Th\\u1ecb M\\u1ea9y",
    ],
)  # fmt: skip
def test_names_are_masked_however_they_are_written(name):
    assert masked(name) == DOTS
    assert masked(f"KeyError: '{name}'") == f"KeyError: '{DOTS}'"
    assert masked(f"hồ sơ của {name} lỗi") == f"hồ sơ của {DOTS} lỗi"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("020185001234_scan.pdf", f"{DOTS}.pdf"),
        ("/home/lan/giấy tờ/Hoàng Thị Mẩy 1985.pdf", f"/home/lan/giấy tờ/{DOTS}.pdf"),
        (r"C:\Users\lan\khai sinh may.docx", rf"C:\Users\lan\{DOTS}.docx"),
        ("mở 'don xin may.PNG' lỗi", f"mở '{DOTS}.PNG' lỗi"),
        ("mở don-may.jpeg lỗi", f"mở {DOTS}.jpeg lỗi"),
    ],
)
def test_names_of_files_people_chose_are_masked(text, said):
    assert masked(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "hồ sơ H37.99.1-261123-0001 lúc 10:15",
        "mã G09.20-20261123-0092637",
        "2026-11-30 06:39:21,123 WARNING motcua.test",
        "ngày 30/11/2026",
        "incident 261130-063951",
        "Một Cửa – sự cố 261130-063951",
        "Python 3.11.7, Linux 6.1.0-18-amd64",
        "  app/usecases/dossier/intake.py:128 register_dossier",
        "NotOurDatabase(path='/srv/data/motcua.db')",
        "MotCua-H37.99.1-20261123-101500.mcbk",
        "MC_H37.99.1_1_1-9.mcg và motcua-truoc-nang-cap-100.txt",
        "sha 3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b",
        "id 018f3a7b-d3e2-760a-bd29-eea436fcfb7e",
        "QWindowsWindow::setGeometry: Unable to set geometry 1366x768+0+0",
        "No such file or directory",
        "1 << 20, 12.345.678 đồng",
    ],
)
def test_what_helps_stays_readable(text):
    assert masked(text) == text


@given(st.text(alphabet="0123456789 .-()_", min_size=9, max_size=40))
@example("0 1 2 3 4 5 6 7 8")
def test_no_nine_digits_in_a_row_ever_stay(text):
    digits = "".join(c for c in text if c.isdigit())
    shown = "".join(c for c in masked(f"x{text}x") if c.isdigit())
    plain = masked(f"x{text}x") == f"x{text}x"
    longest = max(map(len, "".join(c if c.isdigit() else " " for c in text).split()), default=0)
    assert len(shown) <= len(digits)
    assert not (plain and longest >= 9)


@given(st.text(max_size=80))
def test_any_text_can_be_masked(text):
    masked(text)
