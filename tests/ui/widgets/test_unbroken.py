"""A code stays on one line wherever the sentence around it is wrapped."""

import pytest
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from ui.widgets.text.unbroken import WORD_JOINER, unbroken

pytestmark = pytest.mark.gui

SAID = "Số chứng thực 01–02, quyển 01/2026-SCT/BS"


def lines(text: str, width: float) -> list[str]:
    layout = QTextLayout(text, QFont())
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return found


def test_no_width_breaks_the_code(qapp):
    broken = set()
    for width in range(150, 400, 5):
        assert any("01/2026-SCT/BS" in one.replace(WORD_JOINER, "") for one in
                   lines(unbroken(SAID), width)), width  # fmt: skip
        broken |= {one for one in lines(SAID, width) if one in {"BS", "SCT/BS", "2026-SCT/BS"}}
    assert broken, "without it some width does"


def test_only_signs_inside_codes_are_joined():
    assert unbroken("Lưu / in - A4") == "Lưu / in - A4"
    assert unbroken("a-b").replace(WORD_JOINER, "") == "a-b"
