"""The main screens look as they were approved, dot by dot beside pictures that were looked at.

`pytest tests/ui/test_goldens.py --approve` keeps what is drawn now; look at every picture before
it is committed.
"""

import platform
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from PySide6.QtGui import QImage

from app.demo.settle import settle as wait_until_quiet
from tests.ui.gallery import a_window, settle
from tests.ui.invented import Office
from tests.ui.recorded_notices import RecordedNotices
from tests.ui.screens.dossier.invented import Cabinet, a_long_dossier
from tests.ui.screens.intake.gallery import filled
from tests.ui.screens.intake.invented import Desk
from tests.ui.typing import type_text
from ui.citizen_page import CitizenPage, CitizenStep
from ui.screen import Place
from ui.screens.intake import IntakeScreen
from ui.shell.citizen.citizen_window import CitizenWindow
from ui.theme import apply_theme
from ui.work import Work

pytestmark = [
    pytest.mark.gui,
    pytest.mark.skipif(
        sys.platform != "linux" or platform.machine() != "x86_64",
        reason="letters are drawn otherwise on other platforms",
    ),
]
PICTURES = Path(__file__).parents[1] / "data" / "goldens"
SIZE = (1_366, 768)
INSIDE = (1_274, 712)
"""What such a window leaves to a screen."""
NEAR = 24
"""Steps of 255 a dot may differ by; more is another dot."""
SHARE = 0.001
"""Dots of a picture that may be others."""


@pytest.fixture
def compared(request, qapp):
    """Compare a widget with its picture, or keep it if that is asked for."""

    def compare(name: str, widget) -> None:
        drawn = _drawn(widget)
        path = PICTURES / f"{name}.png"
        if request.config.getoption("--approve"):
            PICTURES.mkdir(parents=True, exist_ok=True)
            drawn.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)
        approved = Image.open(path).convert("RGB")
        assert drawn.size == approved.size
        difference = ImageChops.difference(drawn, approved).convert("L")
        others = sum(difference.histogram()[NEAR:]) / (drawn.width * drawn.height)
        assert others <= SHARE, f"{name}: {others:.2%} of the dots are others"

    yield compare
    apply_theme(qapp)


def _drawn(widget) -> Image.Image:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    return Image.frombuffer(
        "RGB", (image.width(), image.height()), bytes(image.constBits()), "raw", "RGB",
        image.bytesPerLine(), 1,
    )  # fmt: skip


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_day_looks_as_approved(compared, qapp, theme):
    apply_theme(qapp, theme)
    with a_window(Office(), SIZE) as window:
        compared(f"home-{theme}", window)


def test_an_empty_day_looks_as_approved(compared, qapp):
    apply_theme(qapp)
    with a_window(Office(rows=[]), SIZE) as window:
        compared("home-empty", window)


def test_the_day_in_large_letters_looks_as_approved(compared, qapp):
    apply_theme(qapp, "light", 150)
    with a_window(Office(), SIZE) as window:
        compared("home-150", window)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_dossier_looks_as_approved(compared, qapp, theme):
    apply_theme(qapp, theme)
    with a_window(Office(), SIZE, Cabinet(a_long_dossier())) as window:
        window.open_dossier(7)
        settle(window._work)
        compared(f"dossier-{theme}", window)


def test_the_key_map_looks_as_approved(compared, qapp):
    apply_theme(qapp)
    with a_window(Office(), SIZE) as window:
        window.show_keys()
        settle(window._work)
        compared("keys", window)


def test_the_palette_looks_as_approved(compared, qapp):
    apply_theme(qapp)
    with a_window(Office(), SIZE) as window:
        window.tools.show_palette()
        window.overlays.card.input.setText("hoang")
        window.overlays.card.input.typed.emit()
        settle(window._work)
        compared("palette", window)


def test_the_window_of_the_citizen_looks_as_approved(compared, qapp):
    apply_theme(qapp)
    window = CitizenWindow("UBND xã Mẫu Sơn")
    window.resize(1_280, 720)
    window.show_page(
        CitizenPage(
            CitizenStep.CHECK,
            "Hoàng Thị Mẩy",
            (("Số giấy tờ", "••••••••1234"), ("Nơi ở", "Thôn Bản Loỏng, xã Hoàng Văn Thụ")),
            "Thứ Sáu 27/11/2026",
            "10 giờ 15 phút",
        )
    )
    compared("citizen", window)


def test_the_scan_pad_looks_as_approved(compared, qapp):
    apply_theme(qapp)
    with a_window(Office(), SIZE) as window:
        window.go(Place.SEARCH)
        settle(window._work)
        compared("scan-pad", window)


@pytest.fixture
def at_the_counter(qapp, qtbot):
    """The intake screen as it stands in a window of the usual size, its caret at rest."""
    blinks = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    work = Work()

    def sit() -> IntakeScreen:
        screen = IntakeScreen(Desk().actions(), work, RecordedNotices())
        qtbot.addWidget(screen)
        screen.resize(*INSIDE)
        screen.show()
        screen.activateWindow()
        screen.on_shown()
        settle(work)
        filled(screen, work)
        return screen

    yield sit, work
    work.close()
    qapp.setCursorFlashTime(blinks)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_filled_intake_with_warnings_looks_as_approved(compared, qapp, theme, at_the_counter):
    apply_theme(qapp, theme)
    sit, work = at_the_counter
    screen = sit()
    phone = screen.applicant.person.phone.input
    phone.setFocus()
    phone.selectAll()
    type_text(phone, "12")
    screen.saving.save_and_print()
    wait_until_quiet(work)
    compared(f"intake-{theme}", screen)
