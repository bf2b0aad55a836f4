"""Ctrl+P: the papers a dossier has now, chosen by the keyboard."""

import pytest

pytestmark = [pytest.mark.gui, pytest.mark.journey]

WHO = ("020185001234", "Lý A Sềnh", "1/1/85", "", "Thôn Nà Mò", "0900777888")


@pytest.fixture
def folder(office):
    return office


def offered(clerk):
    """Names of what Ctrl+P leads to, in order."""
    clerk.key("Ctrl+P")
    buttons = clerk.dossier.frame.prints.buttons.values()
    names, first = [], clerk.focus
    while clerk.focus not in names and clerk.focus in {one.text() for one in buttons}:
        names.append(clerk.focus)
        clerk.key("Down")
    assert names[:1] == [first]
    return names


def test_what_fits_the_state_is_offered_and_enter_prints_it(sit, tray):
    clerk = sit()
    taken = clerk.take_in(*WHO, procedure="1.004873").save("Ctrl+F9")
    clerk.window.open_dossier(taken.id)
    clerk.wait(lambda: clerk.dossier.view is not None and clerk.is_idle())
    before = offered(clerk)
    assert "In bảng tính thời hạn" in before
    assert "In giấy mời nhận kết quả" not in before
    clerk.key("Ctrl+P")
    while clerk.focus != "In bảng tính thời hạn":
        clerk.key("Down")
    clerk.key("Enter")
    clerk.wait(lambda: tray.jobs and clerk.is_idle())
    clerk.key("Alt+X")
    clerk.settle()
    clerk.do("Ctrl+Enter")
    clerk.settle()
    assert "In giấy mời nhận kết quả" in offered(clerk)
