"""The rail shows every place with its key, however large the letters are."""

import pytest
from PySide6.QtGui import QImage

from ui.shell.frame.rail import Rail, RailButton, entries
from ui.theme import apply_theme

pytestmark = pytest.mark.gui


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_the_key_of_every_place_is_painted(qtbot, qapp, scale):
    apply_theme(qapp, "light", scale)
    rail = Rail(entries())
    qtbot.addWidget(rail)
    rail.resize(rail.sizeHint().width(), 768)
    rail.show()
    try:
        for button in rail.buttons.values():
            keyless = RailButton(button.entry._replace(key=""))
            qtbot.addWidget(keyless)
            keyless.setChecked(button.isChecked())
            keyless.resize(button.size())
            assert picture_of(keyless) != picture_of(button), button.entry.key
    finally:
        apply_theme(qapp)


@pytest.mark.parametrize("high", range(640, 760, 7))
def test_icons_give_way_in_all_of_the_rail_or_in_none(qtbot, qapp, high):
    apply_theme(qapp, "light", 150)
    rail = Rail(entries())
    qtbot.addWidget(rail)
    rail.resize(rail.sizeHint().width(), high)
    rail.show()
    try:
        assert len({button.is_tight for button in rail.buttons.values()}) == 1
    finally:
        apply_theme(qapp)


def picture_of(button) -> QImage:
    image = QImage(button.size(), QImage.Format.Format_RGB32)
    image.fill(0)
    button.render(image)
    return image
