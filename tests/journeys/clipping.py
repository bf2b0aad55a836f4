"""What of a window's words has no room: labels, buttons, choices and heads of tables cut off."""

import re
from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QStyle,
    QStyleOptionComboBox,
    QTableWidget,
    QWidget,
)

from ui.theme import px

NEAR = 3
"""Pixels by which hints and letters may differ."""
LONG = 170
"""Pixels at 100 % of a choice; a longer one ends in "…" in its box."""
BREAKS = re.compile("[\\s\u200b]+")
"""Where a line of text may end: spaces, and places to break that take no room."""


def cut_words(window: QWidget) -> list[str]:
    """Every text in sight that is wider or higher than its place, in words."""
    return [
        f"{type(one).__name__} {words!r}: {need} in {room}"
        for one in window.findChildren(QWidget)
        # What is hidden while its row is being shown is not painted, but calls itself visible.
        if one.isVisible() and not one.isHidden()
        for words, need, room in _cuts(one)
    ]


def _cuts(widget: QWidget) -> Iterator[tuple[str, int, int]]:
    if isinstance(widget, QLabel) and widget.text():
        yield from _label_cuts(widget)
    elif isinstance(widget, QAbstractButton) and widget.text() and not _paints_itself(widget):
        yield from _hint_cuts(widget, widget.text())
    elif isinstance(widget, QComboBox):
        yield from _choice_cuts(widget)
    elif isinstance(widget, QTableWidget):
        yield from _head_cuts(widget)


def _paints_itself(widget: QWidget) -> bool:
    """Whether it lays out its words by itself: what it hints is not what they need."""
    own = type(widget).__mro__
    return any("paintEvent" in vars(one) for one in own if not one.__module__.startswith("PySide6"))


def _label_cuts(label: QLabel) -> Iterator[tuple[str, int, int]]:
    if not label.wordWrap():
        yield from _hint_cuts(label, label.text())
        return
    words, metrics = BREAKS.split(label.text()), label.fontMetrics()
    widest = max((metrics.horizontalAdvance(word) for word in words), default=0)
    for need, room in (
        (label.heightForWidth(label.width()), label.height()),
        (widest, label.contentsRect().width()),
    ):
        if need > room + NEAR:
            yield label.text(), need, room


def _hint_cuts(widget: QWidget, words: str) -> Iterator[tuple[str, int, int]]:
    hint = widget.sizeHint()
    for need, room in ((hint.width(), widget.width()), (hint.height(), widget.height())):
        if need > room + NEAR:
            yield words, need, room


def _choice_cuts(box: QComboBox) -> Iterator[tuple[str, int, int]]:
    """Not only what is chosen: whatever can be."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(control, option, part, box).width()
    for words in (box.itemText(nth) for nth in range(box.count())):
        need = box.fontMetrics().horizontalAdvance(words)
        if room + NEAR < need < px(LONG):
            yield words, need, room


def _head_cuts(table: QTableWidget) -> Iterator[tuple[str, int, int]]:
    head = table.horizontalHeader()
    if head.isHidden():
        return
    for nth in range(head.count()):
        need, room = head.sectionSizeHint(nth), head.sectionSize(nth)
        if not head.isSectionHidden(nth) and need > room + NEAR:
            yield table.horizontalHeaderItem(nth).text(), need, room
