"""Fields of a person: identity number, birth date, telephone; and small whole numbers."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.dossier import identity, intake_check
from app.domain.dossier.dossier import ApplicantKind
from app.domain.dossier.identity import IdDoubt, IdKind, Sex
from app.domain.dossier.intake_check import NotACount
from app.domain.errors import FieldError
from app.domain.typed_date import read_birth_date, show_birth_date
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.fields.moment import read_moment, show_moment
from ui.widgets.search.input_line import InputLine


class DateField(LineField):
    """A birth date typed as ``05031985``, ``5/3/85`` or a year alone; shown as ``05/03/1985``."""

    def __init__(self, label: str, say: Say, *, field: str, today: Callable[[], date]) -> None:
        super().__init__(
            label,
            say,
            read=lambda text: read_birth_date(text, today=today(), field=field),
            show=show_birth_date,
        )
        self.input.setPlaceholderText("05031985 · 5/3/85 · 1985")
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
    """A telephone number; shown in groups once it is left."""

    def __init__(self, label: str, say: Say, *, field: str) -> None:
        super().__init__(
            label, say, read=lambda text: intake_check.phone(text, field=field), show=grouped_phone
        )
        self.input.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)


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


def grouped_phone(number: str) -> str:
    """``0912345678`` as ``0912 345 678``; numbers of other lengths stay as they are."""
    if len(number) == 10 and number.startswith("0"):
        return f"{number[:4]} {number[4:7]} {number[7:]}"
    return number


def id_kind_of(kind: ApplicantKind, number: str) -> IdKind:
    """What an applicant's number is taken for until the clerk says otherwise.

    A citizen's ten or thirteen digits are a mistyped identity number rather than a tax code.
    """
    if kind is not ApplicantKind.CITIZEN:
        return IdKind.TAX_CODE
    guessed = identity.guess_kind(number) if number else IdKind.PERSONAL_ID
    return IdKind.PERSONAL_ID if guessed is IdKind.TAX_CODE else guessed


def doubt_words(doubt: IdDoubt) -> str:
    """Why an identity number wants a second look."""
    words = {
        IdDoubt.NOT_TWELVE_DIGITS: QCoreApplication.translate("IdDoubt", "không đủ 12 chữ số"),
        IdDoubt.NOT_NINE_DIGITS: QCoreApplication.translate("IdDoubt", "không đủ 9 chữ số"),
        IdDoubt.NOT_A_TAX_CODE: QCoreApplication.translate(
            "IdDoubt", "mã số thuế có 10, 12 hoặc 13 chữ số"
        ),
        IdDoubt.NOT_A_PASSPORT: QCoreApplication.translate("IdDoubt", "không giống số hộ chiếu"),
        IdDoubt.SEX_DIFFERS: QCoreApplication.translate("IdDoubt", "khác giới tính"),
        IdDoubt.BIRTH_YEAR_DIFFERS: QCoreApplication.translate("IdDoubt", "khác năm sinh"),
        IdDoubt.UNKNOWN_PLACE: QCoreApplication.translate("IdDoubt", "mã nơi sinh lạ"),
    }
    return words[doubt]
