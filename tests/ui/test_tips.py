"""Tips and buttons show what was typed, letter for letter."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import Qt, QTextDocument

from ui.tips import on_button, plain_tip

UI = Path(__file__).parents[2] / "ui"


@pytest.mark.parametrize(
    "name",
    ["Lý A Sềnh", '<img src="file:///etc/hostname">', "<b>Hà</b> & Con", "a < b", "&amp; <p>"],
)
def test_a_tip_shows_a_name_as_it_is(name):
    shown = QTextDocument()
    tip = plain_tip(name)
    (shown.setHtml if Qt.mightBeRichText(tip) else shown.setPlainText)(tip)
    assert shown.toPlainText() == name


def test_a_tip_without_markup_stays_as_it_is():
    assert plain_tip("Công ty A & B") == "Công ty A & B"


def test_a_button_shows_the_and_of_a_name():
    assert on_button("Hà & Con") == "Hà && Con"


def test_tips_are_given_in_one_place_only():
    givers = [
        path.relative_to(UI).as_posix()
        for path in UI.rglob("*.py")
        if re.search(r"\.setToolTip\(|\.setWhatsThis\(|QToolTip\.", path.read_text("utf-8"))
    ]
    assert givers == ["tips.py"]
