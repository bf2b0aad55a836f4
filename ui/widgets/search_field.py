"""The line of the search as the window shows it before anything can be searched."""

from PySide6.QtCore import QCoreApplication

from ui.widgets.search.search_line import SearchLine

MOST_LETTERS = 200


def search_field() -> SearchLine:
    """The line with its name and its hint."""
    translate = QCoreApplication.translate
    line = SearchLine()
    line.setAccessibleName(translate("SearchBox", "Tìm hồ sơ"))
    line.setPlaceholderText(
        translate("SearchBox", "Quét mã hoặc gõ mã hồ sơ, tên, điện thoại, số định danh…")
    )
    line.setMaxLength(MOST_LETTERS)
    return line
