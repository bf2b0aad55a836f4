"""What is a scan by itself, and what only its pace could make one."""

import pytest

from app.domain.scanning.garbled import is_garbled
from app.domain.scanning.likeness import Likeness, likeness
from tests.domain.scanning.samples import CARDS, INSURANCES, LABEL, SLIP, TODAY, whole

CARD = whole(CARDS[0])


@pytest.mark.parametrize(
    "text",
    [*map(whole, CARDS), *map(whole, INSURANCES), SLIP, LABEL, "h37.99.1-261123-0001",
     f"]C1{LABEL}", f"]Q1{CARD}"],
)  # fmt: skip
def test_a_whole_card_code_or_label_is_a_scan_by_itself(text):
    assert likeness(text, TODAY) is Likeness.CERTAIN


@pytest.mark.parametrize("text", ["020185001234", "020185001234|x|y|05031985|z|t"])
def test_a_bare_number_may_as_well_be_typed(text):
    assert likeness(text, TODAY) is Likeness.POSSIBLE


@pytest.mark.parametrize("text", ["", "khai sinh", "26112300000100", "0912345678", CARD[:30]])
def test_anything_else_is_none(text):
    assert likeness(text, TODAY) is Likeness.NONE


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
@pytest.mark.parametrize("text", [CARD, "Hà", "Đặng", "Thắng", "Ưng", "Hoàng Văn Páo", "Lê"])
def test_letters_read_in_another_alphabet_are_known(text, encoding):
    sent = text.encode().decode(encoding, errors="replace")
    assert likeness(sent, TODAY) is Likeness.GARBLED


@pytest.mark.parametrize(
    "text", [CARD, "ÂÃÁ", "Ãng", "H'Mlê Êban", "Nguyễn", "ừ – “ừ”", "a\tb\r\n"]
)
def test_vietnamese_is_never_taken_for_it(text):
    assert not is_garbled(text)
