"""The look: readable in both themes, scaled as a whole, one style sheet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit

from ui.icons import IconButton, pixmap
from ui.style_sheet import style_sheet
from ui.theme import FAMILY, apply_theme, px, set_look, tokens
from ui.tokens import DARK, LIGHT, Shade, Tone

pytestmark = pytest.mark.gui


@pytest.fixture(autouse=True)
def as_before(qapp):
    yield
    apply_theme(qapp)


def luminance(value):
    parts = (QColor(value).redF(), QColor(value).greenF(), QColor(value).blueF())
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_its_ground(theme):
    pairs = [
        (theme.ink, theme.ground),
        (theme.ink, theme.surface),
        (theme.ink, theme.tint),
        (theme.ink, theme.hover),
        (theme.quiet, theme.ground),
        (theme.quiet, theme.surface),
        (theme.accent, theme.surface),
        (theme.accent, theme.tint),
        (theme.on_accent, theme.accent),
        (theme.rail_ink, theme.rail_selected),
        (theme.rail_quiet, theme.rail),
        *((theme.shade(tone).ink, theme.shade(tone).tint) for tone in Tone),
        *((theme.shade(tone).ink, theme.surface) for tone in Tone),
    ]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_edge_of_an_input_can_be_seen(theme):
    assert contrast(theme.edge, theme.surface) >= 3


def test_each_status_has_a_shape_of_its_own():
    for theme in (LIGHT, DARK):
        assert len({theme.shade(tone).shape for tone in Tone}) == len(Tone)


def test_the_dark_theme_holds_everything_the_light_one_does():
    for light, dark in zip(LIGHT, DARK, strict=True):
        assert isinstance(dark, type(light))
        assert not isinstance(dark, Shade) or dark != light


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_no_token_of_the_sheet_is_left_open(scale):
    assert "$" not in style_sheet(DARK, scale)


def test_everything_grows_with_the_text_scale(qapp, qtbot):
    apply_theme(qapp, "light", 100)
    line = QLineEdit()
    qtbot.addWidget(line)
    small = line.sizeHint().height()
    apply_theme(qapp, "light", 200)
    assert px(32) == 64
    assert line.sizeHint().height() >= 1.7 * small


def test_a_widget_knows_the_theme_in_force(qapp, qtbot):
    label = QLabel("Đang mở sổ")
    qtbot.addWidget(label)
    label.show()
    apply_theme(qapp, "dark")
    assert tokens(label) is DARK
    assert label.palette().color(QPalette.ColorRole.Text) == QColor(DARK.ink)
    apply_theme(qapp, "light")
    assert tokens(label) is LIGHT


def test_the_windows_own_fonts_are_there_in_three_weights(qapp):
    apply_theme(qapp)
    styles = set(QFontDatabase.styles(FAMILY))
    assert {"Regular", "SemiBold", "Bold"} <= styles


def test_an_icon_takes_the_colour_asked_for(qapp):
    image = pixmap("stamp", "#FF0000", 16).toImage()
    colours = {
        QColor(image.pixelColor(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert colours == {"#ff0000"}


@pytest.mark.gui
@pytest.mark.parametrize("words", ["", "Chép"])
@pytest.mark.parametrize("scale", [100, 125, 150, 200])
def test_a_button_is_as_wide_before_its_icon_comes_as_after(qtbot, qapp, words, scale):
    apply_theme(qapp, "light", scale)
    button = IconButton("history", words, says="Thông báo đã qua")
    qtbot.addWidget(button)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.ensurePolished()
    before = button.sizeHint()
    button.show()
    qtbot.waitUntil(lambda: not button.icon().isNull())
    assert button.sizeHint() == before


def test_a_widget_is_dressed_anew_for_another_look_and_not_for_the_one_it_has(qtbot, monkeypatch):
    dressed = []
    monkeypatch.setattr("ui.theme.repolish", dressed.append)
    line = QLineEdit()
    qtbot.addWidget(line)
    for look in ("", "problem", "problem", "", ""):
        set_look(line, "state", look)
    assert dressed == [line, line]
