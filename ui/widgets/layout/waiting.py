"""Buttons that rest while something is under way; the keyboard waits and comes back to them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_REASON = Qt.FocusReason.OtherFocusReason


class Waiting:
    """Takes buttons out of use and back; Qt would give the keyboard to whatever stands behind.

    Args:
        owner: holds the keyboard meanwhile, and takes no key.
        buttons: what rests; the first in sight is stood on where the one that was pressed is gone.
    """

    def __init__(self, owner: QWidget, *buttons: QWidget) -> None:
        self._owner, self._buttons = owner, buttons
        self._held: QWidget | None = None

    def set_busy(self, *, is_busy: bool) -> None:
        """Let the buttons rest, or end that; whoever went elsewhere meanwhile stays there."""
        if is_busy:
            self._hold()
        for button in self._buttons:
            button.setEnabled(not is_busy)
        if not is_busy:
            self._give_back()

    def _hold(self) -> None:
        held = next((one for one in self._buttons if _is_stood_on(one)), None)
        if held is not None:
            self._held = held
            self._owner.setFocus(_REASON)

    def _give_back(self) -> None:
        held, self._held = self._held, None
        if held is None or not _is_stood_on(self._owner):
            return
        for one in (held, *self._buttons):
            if isValid(one) and one.isVisible() and one.isEnabled():
                one.setFocus(_REASON)
                return


def rest(button: QWidget, *, rests: bool, instead: QWidget) -> None:
    """Take `button` out of use, or give it back; who stands on it stands on `instead` then.

    Qt would give the keyboard to whatever stands behind.
    """
    if rests and _is_stood_on(button):
        instead.setFocus(_REASON)
    button.setEnabled(not rests)


def _is_stood_on(one: QWidget) -> bool:
    """Whether the keyboard is at `one`, or will be once its window is in front again.

    A dialog that was just answered may still be in front of it.
    """
    return one.window().focusWidget() is one
