"""What a list is narrowed by: each choice counts at once."""

from typing import TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.answers.board_view import BoardView
from app.answers.listing import ListChoices, ListFilter, ListSort
from app.domain.catalogue.procedure import ReturnBy
from ui.screens.lists.loading import Chosen
from ui.widgets.fields.choice import ChoiceField
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.layout.flow import FlowRow
from ui.words import word_for

T = TypeVar("T")


class _Choice(ChoiceField[T]):
    """As wide as none of its choices is cut."""

    def sizeHint(self) -> QSize:
        wanted = super().sizeHint()
        return QSize(max(wanted.width(), self.whole_width()), wanted.height())


class FilterCard(QFrame):
    """List, field, officer, village, place, way of return, order.

    Signals:
        changed: another list is wanted.
    """

    changed = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        whole = self.tr("tất cả")
        self.view = _Choice[BoardView | None](
            self.tr("Danh sách"),
            [*((view, word_for(view)) for view in BoardView), (None, self.tr("Mọi hồ sơ"))],
        )
        self.field = _Choice[str](self.tr("Lĩnh vực"), [("", whole)])
        self.officer = _Choice[str](self.tr("Cán bộ tiếp nhận"), [("", whole)])
        self.agency = _Choice[str | None](
            self.tr("Hồ sơ đang ở"), [(None, whole), ("", self.tr("Bộ phận Một cửa"))]
        )
        self.way = _Choice[ReturnBy | None](
            self.tr("Cách nhận kết quả"),
            [(None, whole), *((way, word_for(way)) for way in ReturnBy)],
        )
        self.village = LineField(self.tr("Thôn, bản"), say)
        self.sort = _Choice[ListSort](
            self.tr("Xếp theo"), [(sort, word_for(sort)) for sort in ListSort]
        )
        self.clear_button = QPushButton(self.tr("Bỏ lọc"))
        self._typed = ""
        self._build()

    @property
    def chosen(self) -> Chosen:
        """The list that is wanted."""
        return Chosen(
            self.view.value(),
            ListFilter(
                field=self.field.value(),
                officer=self.officer.value(),
                village=self.village.value().strip(),
                return_by=self.way.value(),
                agency=self.agency.value(),
                sort=self.sort.value(),
            ),
        )

    def offer(self, choices: ListChoices) -> None:
        """Offer what the office has; what is chosen stays chosen."""
        whole = self.tr("tất cả")
        for field, offered in ((self.field, choices.fields), (self.officer, choices.officers)):
            field.set_choices([("", whole), *((one, one) for one in offered)])
        desk = self.tr("Bộ phận Một cửa")
        self.agency.set_choices(
            [(None, whole), ("", desk), *((one, one) for one in choices.agencies)]
        )
        self._row.arrange()

    def show_chosen(self, chosen: Chosen) -> None:
        """Show what is wanted, without a signal."""
        wanted = chosen.wanted
        self.view.set_value(chosen.view)
        for field, value in ((self.field, wanted.field), (self.officer, wanted.officer)):
            if not field.offers(value):
                field.add_choice(value, value)
            field.set_value(value)
        if wanted.agency and not self.agency.offers(wanted.agency):
            self.agency.add_choice(wanted.agency, wanted.agency)
        self.agency.set_value(wanted.agency)
        self.way.set_value(wanted.return_by)
        self.sort.set_value(wanted.sort)
        self.village.set_value(wanted.village)
        self._typed = wanted.village

    def clear(self) -> None:
        """Leave nothing out, in the list's own order."""
        self.show_chosen(Chosen(self.view.value()))
        self.changed.emit()

    def _build(self) -> None:
        row = self._row = FlowRow()
        choices = (self.view, self.field, self.officer, self.agency, self.way, self.sort)
        for choice in choices:
            choice.changed.connect(self.changed)
        self.village.left.connect(self._on_typed)
        self.clear_button.clicked.connect(self.clear)
        for widget in (*choices[:4], self.village, *choices[4:], self.clear_button):
            row.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(row)

    def _on_typed(self) -> None:
        typed = self.village.value().strip()
        if typed != self._typed:
            self._typed = typed
            self.changed.emit()
