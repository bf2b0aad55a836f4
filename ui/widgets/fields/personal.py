"""Fields of a person: identity number, birth date, telephone; and small whole numbers."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.dossier import identity, intake_check
from app.domain.dossier.identity import IdDoubt, IdKind, Sex
from app.domain.dossier.intake_check import NotACount
from app.domain.dossier.numbers import PhoneDoubt, grouped_phone, phone_doubt
from app.domain.dossier.old_address import AddressDoubt, address_doubt, postal_doubt
from app.domain.errors import FieldError
from app.domain.text import line
from app.domain.typed_date import read_birth_date, show_birth_date
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.fields.moment import read_moment, show_moment
from ui.widgets.search.input_line import InputLine
from ui.words import flag_words


class DateField(LineField):
    """A birth date as far as it is known: ``05031985``, ``5/3/85``, ``2/1960``, a year alone."""

    def __init__(self, label: str, say: Say, *, field: str, today: Callable[[], date]) -> None:
        super().__init__(
            label,
            say,
            read=lambda text: read_birth_date(text, today=today(), field=field),
            show=show_birth_date,
        )
        self.input.setPlaceholderText("05031985 · 2/1960 · 1960")
        self._field = field
        self._today = today

    def iso(self) -> str:
        """The date as stored, or empty while it cannot be read."""
        try:
            return read_birth_date(self.value(), today=self._today(), field=self._field)
        except FieldError:
            return ""


class MomentField(LineField):
    """A time of day with or without a date: ``8:15``, ``0815 23/11``."""

    def __init__(self, label: str, say: Say, *, field: str, now: Callable[[], datetime]) -> None:
        super().__init__(label, say, read=self._as_text)
        self.input.setPlaceholderText("8:15 · 0815 · 8:15 23/11")
        self._field = field
        self._now = now

    def moment(self) -> datetime | None:
        """The moment typed, None if the field is empty.

        Raises:
            NotAMoment: it cannot be read.
        """
        return read_moment(self.value(), now=self._now(), field=self._field)

    def _as_text(self, text: str) -> str:
        moment = read_moment(text, now=self._now(), field=self._field)
        return show_moment(moment) if moment else ""


class PhoneField(LineField):
    """A telephone number; shown in groups once it is left, one that cannot be is flagged."""

    def __init__(self, label: str, say: Say, *, field: str) -> None:
        super().__init__(
            label, say, read=lambda text: intake_check.phone(text, field=field), show=grouped_phone
        )
        self.input.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        self.input.typed.connect(lambda: self.show_flag(""))
        self.left.connect(self.judge)

    def set_value(self, text: str) -> None:
        super().set_value(text)
        self.judge()

    def judge(self) -> None:
        """Flag what a clerk should look at again."""
        doubt = None if self.has_problem else phone_doubt(self.value())
        self.show_flag(_phone_words(doubt) if doubt else "")


class AddressField(LineField):
    """An address; one of old units, of numbers alone, or that post would not find is flagged."""

    def __init__(self, label: str, say: Say, *, field: str) -> None:
        self._gets_post = False
        super().__init__(
            label,
            say,
            read=lambda text: line(text, field=field, limit=intake_check.ADDRESS_LIMIT),
        )
        self.input.typed.connect(lambda: self.show_flag(""))
        self.left.connect(self.judge)

    def set_value(self, text: str) -> None:
        super().set_value(text)
        self.judge()

    def set_gets_post(self, *, gets_post: bool) -> None:
        """Whether the result is sent there, so that post must find it."""
        if gets_post is not self._gets_post:
            self._gets_post = gets_post
            self.judge()

    def judge(self) -> None:
        """Flag what the person should be asked again."""
        address = self.value()
        doubt = address_doubt(address)
        if doubt is None and self._gets_post and address.strip():
            doubt = postal_doubt(address)
        self.show_flag(_address_words(doubt) if doubt else "")


_BELOW_LINE = 2
"""Where in a field's column, behind its head and its line."""


class IdNumberField(LineField):
    """An identity number: what looks wrong is flagged with its reason, never refused for it."""

    def __init__(self, label: str, say: Say, *, field: str) -> None:
        super().__init__(label, say, read=lambda text: intake_check.id_number(text, field=field))
        self.input.setInputMethodHints(
            Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhNoPredictiveText
        )

    def number(self) -> str:
        """The number as stored, or as typed while it cannot be."""
        try:
            return intake_check.id_number(self.value(), field="personal_id")
        except FieldError:
            return self.value()

    def _show_beside(self) -> None:
        """A doubt stands below: above, it would push the line away from its neighbour's."""
        super()._show_beside()
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101 - as every field is built
        if (column.indexOf(self._flag) >= 0) == bool(self.flag):
            return
        above, below = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        self._flag.setAlignment((below if self.flag else above) | Qt.AlignmentFlag.AlignVCenter)
        if self.flag:
            column.insertWidget(_BELOW_LINE, self._flag)
        else:
            self._head.addWidget(self._flag, 1)

    def judge(self, kind: IdKind, *, born: str, sex: Sex | None) -> None:
        """Flag what a clerk should look at again."""
        found = identity.doubts(self.number(), kind, born=born, sex=sex)
        self.show_flag(" · ".join(doubt_words(doubt) for doubt in found))


class CountField(LineField):
    """A small whole number; the up and down keys change it."""

    def __init__(
        self, label: str, say: Say, *, field: str, least: int, most: int, start: str = "1"
    ) -> None:
        self._least, self._most, self._field = least, most, field
        super().__init__(label, say, read=self._checked)
        self.input.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.input.is_replaced = True
        self.input.setText(start)

    def count(self) -> int:
        """The number.

        Raises:
            NotACount: it is not a whole number within bounds.
        """
        return int(self._checked(self.value()))

    def _checked(self, text: str) -> str:
        digits = text.strip()
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 4):
            raise NotACount(field=self._field, least=self._least, most=self._most)
        return str(
            intake_check.count(int(digits), field=self._field, least=self._least, most=self._most)
        )

    def _make_input(self) -> InputLine:
        return _SteppedLine(self._step)

    def _step(self, by: int) -> None:
        try:
            value = self.count()
        except FieldError:
            value = self._least - by
        self.set_value(str(min(self._most, max(self._least, value + by))))


class _SteppedLine(InputLine):
    def __init__(self, step: Callable[[int], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = step

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if by := steps.get(event.key()):
            self._step(by)
            event.accept()
            return
        super().keyPressEvent(event)


def doubt_words(doubt: IdDoubt) -> str:
    """Why an identity number wants a second look."""
    words = {
        IdDoubt.NOT_TWELVE_DIGITS: QCoreApplication.translate("IdDoubt", "cần có 12 chữ số"),
        IdDoubt.NOT_NINE_DIGITS: QCoreApplication.translate("IdDoubt", "cần có 9 chữ số"),
        IdDoubt.NOT_A_TAX_CODE: QCoreApplication.translate(
            "IdDoubt", "cần có 10, 12 hoặc 13 chữ số"
        ),
        IdDoubt.TAX_CODE_CHECK: QCoreApplication.translate("IdDoubt", "số kiểm tra không khớp"),
        IdDoubt.NOT_A_PASSPORT: QCoreApplication.translate("IdDoubt", "không giống số hộ chiếu"),
        IdDoubt.A_NAME: QCoreApplication.translate("IdDoubt", "đây là tên? gõ ở ô dưới"),
        IdDoubt.SEX_DIFFERS: QCoreApplication.translate("IdDoubt", "khác giới tính"),
        IdDoubt.BIRTH_YEAR_DIFFERS: QCoreApplication.translate("IdDoubt", "khác năm sinh"),
        IdDoubt.UNKNOWN_PLACE: QCoreApplication.translate("IdDoubt", "mã nơi sinh lạ"),
    }
    return words[doubt]


def _phone_words(doubt: PhoneDoubt) -> str:
    words = {
        PhoneDoubt.NO_LEADING_ZERO: QCoreApplication.translate("PhoneDoubt", "thiếu số 0 ở đầu"),
        PhoneDoubt.NOT_VIETNAMESE: QCoreApplication.translate(
            "PhoneDoubt", "không giống số Việt Nam"
        ),
    }
    return words[doubt]


def _address_words(doubt: AddressDoubt) -> str:
    words = {
        AddressDoubt.NUMBERS_ONLY: QCoreApplication.translate("AddressDoubt", "chỉ có số"),
        AddressDoubt.NOT_WHOLE: QCoreApplication.translate(
            "AddressDoubt", "bưu chính cần đủ thôn, xã, tỉnh"
        ),
    }
    return words.get(doubt) or flag_words(doubt)
