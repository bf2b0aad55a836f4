"""Widgets that are no text fields yet heed single keys, and can undo what a scanner pressed."""

from typing import Protocol, runtime_checkable


@runtime_checkable
class TakesBack(Protocol):
    """A scan's first key reaches the focused widget before it is known for a scan."""

    def keepsake(self) -> object:
        """How it stands now."""

    def take_back(self, keepsake: object) -> None:
        """Stand as it stood."""
