"""What the tests of the office's screens look at and wait for."""

from app.domain.errors import DeskError


class FolderGone(DeskError):
    """Facts: path."""


def settle(qtbot, work):
    qtbot.waitUntil(lambda: work.is_idle, timeout=5000)


def rows(table):
    return [
        tuple(table.item(row, column).text() for column in range(table.columnCount()))
        for row in range(table.rowCount())
    ]
