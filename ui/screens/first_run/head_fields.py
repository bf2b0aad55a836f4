"""The head of the office's papers, proposed from its name until somebody types another."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.errors import DeskError
from app.domain.office_name import letterhead, place_of
from ui.widgets.fields.line_field import LineField
from ui.widgets.text.labels import label


class HeadFields(QWidget):
    """Three lines: the body above, the one that issues, and the place before the date.

    Args:
        say: words for refusals.
        read: cleans the text of the named setting.

    Signals:
        done: Enter was pressed in the last line.
    """

    done = Signal()

    def __init__(
        self,
        say: Callable[[DeskError], str],
        read: Callable[[str], Callable[[str], str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.superior_body = LineField(self.tr("Dòng trên"), say, read=read("superior_body"))
        self.department = LineField(self.tr("Dòng dưới"), say, read=read("department"))
        self.place = LineField(self.tr("Địa danh trước ngày tháng"), say, read=read("place"))
        self.fields = (self.superior_body, self.department, self.place)
        self._typed: set[LineField] = set()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(9)
        note = self.tr("Đầu giấy tờ in ra: lấy theo tên cơ quan, sửa nếu chưa đúng.")
        grid.addWidget(label(note, "small", wraps=True), 0, 0, 1, 2)
        grid.addWidget(self.superior_body, 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.department, 1, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.place, 2, 0, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for field, after in zip(self.fields, self.fields[1:], strict=False):
            field.entered.connect(after.input.setFocus)
            QWidget.setTabOrder(field.input, after.input)
        self.place.entered.connect(self.done)
        for field in self.fields:
            field.input.typed.connect(lambda field=field: self._typed.add(field))

    def propose(self, office: str) -> None:
        """Fill from the office's name what nobody has typed."""
        head = letterhead(office=office)
        proposals = (head.above, head.issuer, place_of(office))
        for field, text in zip(self.fields, proposals, strict=True):
            if field not in self._typed or not field.value().strip():
                self._typed.discard(field)
                field.set_value(text if office.strip() else "")
        self._say_what_is_missing(office)

    @property
    def first_empty(self) -> LineField | None:
        """The first line that nothing could be proposed for."""
        return next((field for field in self.fields if not field.value().strip()), None)

    def _say_what_is_missing(self, office: str) -> None:
        is_unknown = bool(office.strip()) and not self.superior_body.value()
        hint = self.tr("Tên cơ quan không nói xã, phường nào. Ví dụ: Ủy ban nhân dân xã Mẫu Sơn")
        self.superior_body.show_hint(hint if is_unknown else "")
