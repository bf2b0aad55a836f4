"""Paints a cell of the certification table; the one the keyboard is in has the accent's border."""

from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.screens.intake.certification_model import Index
from ui.theme import px, tokens


class CellDelegate(QStyledItemDelegate):
    """The usual cell, and its focus."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        view = option.widget
        if not isinstance(view, QTableView) or not view.hasFocus():
            return
        if view.currentIndex() == index:
            painter.save()
            painter.setPen(QPen(QColor(tokens(view.window()).accent), px(2)))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
            painter.restore()
