"""The line of fees in a narrow column: nothing is cut, nothing is squeezed."""

import pytest

from app.wording.refusals import say
from ui.screens.intake.fees.panel import FeePanel
from ui.theme import apply_theme

pytestmark = pytest.mark.gui


@pytest.mark.parametrize("width", [250, 300, 460])
def test_cost_and_button_stand_below_each_other_before_either_is_cut(qtbot, qapp, width):
    apply_theme(qapp)
    fees = FeePanel(say)
    qtbot.addWidget(fees)
    fees.ask_copies(is_per_copy=True)
    fees.show_sentence("Phí, lệ phí: 8.000 đồng – chưa thu")
    fees.resize(width, 200)
    with qtbot.waitExposed(fees):
        fees.show()
    words, toggle = fees.words, fees.toggle
    assert toggle.width() >= toggle.sizeHint().width()
    assert toggle.mapTo(fees, toggle.rect().topRight()).x() < width
    assert words.height() >= words.heightForWidth(words.width())
    assert words.width() >= 100
