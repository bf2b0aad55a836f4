"""How the line of a certification batch is read."""

import pytest

from ui.screens.intake.certification.entry import read_entry
from ui.screens.intake.certification.frequent import FREQUENT_COPIES
from ui.screens.intake.state.papers import CertifiedState

LAST = CertifiedState("Bằng khen", pages=3, copies=2)


@pytest.mark.parametrize(
    ("text", "name", "pages", "copies"),
    [
        ("1", FREQUENT_COPIES[0], 1, 2),
        ("24", FREQUENT_COPIES[1], 4, 2),
        ("212", FREQUENT_COPIES[1], 12, 2),
        ("24x5", FREQUENT_COPIES[1], 4, 5),
        ("3x5", FREQUENT_COPIES[2], 1, 5),
        ("0", "Bằng khen", 3, 2),
        ("07", "Bằng khen", 7, 2),
        ("0x9", "Bằng khen", 3, 9),
        ("  Giấy   ra viện ", "Giấy ra viện", 1, 2),
        ("12 tờ lịch cũ", "12 tờ lịch cũ", 1, 2),
        ("Bằng khen 12x3", "Bằng khen", 12, 3),
        ("Giấy ra viện  4 × 2", "Giấy ra viện", 4, 2),
        ("Quyết định 45", "Quyết định 45", 1, 2),
        ("Quyết định 45 2X1", "Quyết định 45", 2, 1),
    ],
)
def test_digits_name_frequent_papers_and_letters_name_any(text, name, pages, copies):
    assert read_entry(text, FREQUENT_COPIES, LAST) == CertifiedState(name, pages, copies)


@pytest.mark.parametrize(
    "text", ["", " ", "10", "1x0", "020185001234", "--", "Bằng 0x3", "Bằng 4x0"]
)
def test_what_names_no_paper_is_no_row(text):
    last = None if text.startswith("0") else LAST
    assert read_entry(text, FREQUENT_COPIES, last) is None


def test_the_first_row_is_one_copy_and_nothing_can_be_repeated():
    assert read_entry("1", FREQUENT_COPIES, None) == CertifiedState(FREQUENT_COPIES[0])
    assert read_entry("0", FREQUENT_COPIES, None) is None
    assert read_entry("5", FREQUENT_COPIES[:4], None) is None
