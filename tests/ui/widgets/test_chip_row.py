"""A row of chips takes further rows rather than cutting a word."""

import pytest
from PySide6.QtWidgets import QWidget

from ui.theme import apply_theme
from ui.widgets.fields.choice import ChipRow

KINDS = ("Công dân", "Doanh nghiệp", "Tổ chức", "Cơ quan", "Hộ kinh doanh")

pytestmark = pytest.mark.gui


@pytest.fixture
def row(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    made = ChipRow("Người nộp là", list(enumerate(KINDS)), is_small=True, parent=window)
    window.resize(1_400, 400)
    window.show()
    yield made
    window.close()


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("width", [240, 361, 445, 700, 1_200])
def test_no_chip_is_narrower_than_its_words(qtbot, qapp, row, scale, width):
    apply_theme(qapp, "light", scale)
    try:
        row.resize(width, 300)
        qtbot.waitUntil(
            lambda: all(chip.width() >= chip.sizeHint().width() for chip in row.chips())
        )
        assert all(chip.geometry().right() < max(width, chip.width()) for chip in row.chips())
    finally:
        apply_theme(qapp)


def test_chips_stand_beside_each_other_where_there_is_room(row):
    row.resize(1_200, 300)
    assert len({chip.y() for chip in row.chips()}) == 1
