"""Usual titles of who comes for a body, offered while none is written yet."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject

from app.domain.dossier.dossier import ApplicantKind
from ui.keys import Key, nth_key, with_key
from ui.screens.intake.parts.strip import Strip, StripAction
from ui.widgets.fields.line_field import LineField
from ui.widgets.layout.focus_follow import OFFERS

USUAL: Mapping[ApplicantKind, tuple[str, ...]] = {
    ApplicantKind.BUSINESS: ("Giám đốc", "Kế toán", "Nhân viên"),
    ApplicantKind.ORGANISATION: ("Chủ tịch", "Giám đốc", "Thư ký"),
    ApplicantKind.STATE_AGENCY: ("Công chức", "Văn thư", "Chánh Văn phòng"),
    ApplicantKind.HOUSEHOLD_BUSINESS: ("Chủ hộ", "Thành viên hộ", "Nhân viên"),
}
"""By the kind of body; they stand on papers, and so are not translated."""


class TitleOffers(QObject):
    """The offers of a title; each is taken by Ctrl and its number while the line is empty."""

    def __init__(self, field: LineField, strip: Strip) -> None:
        super().__init__(field)
        self._field, self._strip = field, strip
        self._titles: tuple[str, ...] = ()
        field.input.setProperty(OFFERS, strip)
        field.input.installEventFilter(self)
        field.input.typed.connect(self._offer)
        field.left.connect(self._strip.hide)

    def be_of(self, kind: ApplicantKind) -> None:
        """Offer what is usual for a body of this kind."""
        self._titles = USUAL.get(kind, ())

    def take(self, nth: int) -> bool:
        """Take the offer at `nth` if the title is being written; False if there is none."""
        return self._strip.isVisible() and self._field.input.hasFocus() and self._strip.press(nth)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self._offer()
        return super().eventFilter(watched, event)

    def _offer(self) -> None:
        titles = () if self._field.value() else self._titles
        self._strip.show_all("", [self._action(*one) for one in enumerate(titles, 1)])

    def _action(self, nth: int, title: str) -> StripAction:
        return StripAction(with_key(nth_key(Key.OFFER, nth), title), partial(self._fill, title))

    def _fill(self, title: str) -> None:
        self._field.set_value(title)
        self._field.changed.emit()
        self._offer()
