"""The fields of one person: the applicant, or whoever brings the papers for another."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.dossier import intake_check
from app.domain.dossier.address import MOST_OFFERED
from app.domain.dossier.dossier import Applicant, ApplicantKind
from app.domain.dossier.identity import IdKind, Sex, sex_of
from app.domain.text import line
from app.domain.typed_date import show_birth_date
from ui.screens.intake.parts.inputs import Inputs
from ui.screens.intake.parts.strip import Strip, StripLook
from ui.screens.intake.state.person import PersonState
from ui.widgets.fields.choice import ChipRow, ChoiceField
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.fields.personal import (
    DateField,
    IdNumberField,
    PhoneField,
    grouped_phone,
    id_kind_of,
)
from ui.widgets.search.input_line import InputLine

_ADDRESSES = StripLook(
    "info", margins=(6, 3, 6, 3), spacing=1, most=MOST_OFFERED, face="offer", is_list=True,
    aside=32, takes_focus=False,
)  # fmt: skip
"""The field keeps the keyboard while an address is offered."""


class PersonFields(QWidget):
    """Kind, number, name, birth, contact and address of one person.

    Args:
        at: the person's place in a request: ``applicant`` or ``representative``.
        say: words for refusals.
        now: the clock.

    Signals:
        changed: something was typed or chosen.
        looked_up: number, name or phone changed by hand; the text to look for.
    """

    changed = Signal()
    looked_up = Signal(str)

    def __init__(
        self, at: str, say: Say, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.at = at
        self._is_sex_from_number = False
        self._build(say, now)
        self._arrange()
        self._connect()

    def state(self) -> PersonState:
        """What stands in the fields."""
        return PersonState(
            kind=self.kind.value(),
            full_name=self.full_name.value(),
            personal_id=self.number.value(),
            id_kind=self.id_kind.value(),
            born=self.born.value(),
            sex=self.sex.value(),
            phone=self.phone.value(),
            email=self.email.value(),
            address=self.address.value(),
        )

    def fill(self, state: PersonState) -> None:
        """Put `state` into the fields."""
        self.kind.set_value(state.kind)
        self.number.set_value(state.personal_id)
        self.id_kind.set_value(state.id_kind)
        self.full_name.set_value(state.full_name)
        self.born.set_value(state.born)
        self.sex.set_value(state.sex)
        self.address.set_value(state.address)
        self.phone.set_value(state.phone)
        self.email.set_value(state.email)
        self._on_kind()
        self._judge()

    def fill_known(self, known: Applicant) -> None:
        """Fill with a person met before; a field they left empty keeps what was typed."""
        typed = self.state()
        self.fill(
            PersonState(
                kind=known.kind,
                full_name=known.full_name or typed.full_name,
                personal_id=known.personal_id or typed.personal_id,
                id_kind=_explicit(known),
                born=show_birth_date(known.born) or typed.born,
                sex=known.sex or typed.sex,
                phone=grouped_phone(known.phone) or typed.phone,
                email=known.email or typed.email,
                address=known.address or typed.address,
            )
        )
        self.changed.emit()

    def show_read(self, filled: Mapping[str, str]) -> None:
        """Mark the fields read from a card, each with its doubt (empty: certain)."""
        source = self.tr("từ thẻ")
        self._is_sex_from_number = False
        for name, field in self._read_from_cards().items():
            field.show_mark(source if name in filled else "")
            if isinstance(field, LineField) and filled.get(name):
                field.show_flag(filled[name])

    def settle(self) -> None:
        """The clerk has looked: nothing is marked as read from a card any more."""
        self._is_sex_from_number = False
        for field in self._read_from_cards().values():
            field.show_mark("")
            if isinstance(field, LineField) and field is not self.number:
                field.show_flag("")

    def first_empty(self) -> QWidget:
        """Where typing goes on behind a card: the first empty stop, else the last."""
        stops = self.inputs().stops
        empty = (stop for stop in stops if isinstance(stop, InputLine) and not stop.text())
        return next(empty, stops[-1])

    def inputs(self) -> Inputs:
        """What the keyboard reaches; the kind of number and e-mail by Tab alone."""
        fields = {
            "personal_id": self.number,
            "full_name": self.full_name,
            "born": self.born,
            "address": self.address,
            "phone": self.phone,
            "email": self.email,
        }
        number, rest = self.number.input, self._rest()
        return Inputs(
            {f"{self.at}.{name}": field for name, field in fields.items()},
            (number, *rest),
            (*self.kind.chips(), number, self.id_kind.input, *rest, self.email.input),
        )

    def _rest(self) -> tuple[QWidget, ...]:
        """Where Enter leads behind the number, in order."""
        fields = (self.full_name, self.born, self.sex, self.address, self.phone)
        return tuple(field.input for field in fields)

    def _build(self, say: Say, now: Callable[[], datetime]) -> None:
        at = self.at
        kinds = [
            (ApplicantKind.CITIZEN, self.tr("Công dân")),
            (ApplicantKind.BUSINESS, self.tr("Doanh nghiệp")),
            (ApplicantKind.ORGANISATION, self.tr("Tổ chức")),
            (ApplicantKind.STATE_AGENCY, self.tr("Cơ quan")),
        ]
        self.kind: ChipRow[ApplicantKind] = ChipRow(self.tr("Người nộp là"), kinds, is_small=True)
        self.number = IdNumberField(self.tr("Số định danh"), say, field=f"{at}.personal_id")
        id_kinds: list[tuple[IdKind | None, str]] = [
            (None, self.tr("Tự nhận")),
            (IdKind.PERSONAL_ID, self.tr("Số định danh / CCCD")),
            (IdKind.OLD_ID, self.tr("CMND 9 số")),
            (IdKind.PASSPORT, self.tr("Hộ chiếu")),
            (IdKind.TAX_CODE, self.tr("Mã số thuế")),
        ]
        self.id_kind: ChoiceField[IdKind | None] = ChoiceField(self.tr("Loại số"), id_kinds)
        self.full_name = LineField(
            self.tr("Họ và tên"),
            say,
            read=lambda text: line(text, field=f"{at}.full_name", limit=intake_check.NAME_LIMIT),
        )
        self.born = DateField(
            self.tr("Ngày sinh"), say, field=f"{at}.born", today=lambda: now().date()
        )
        sexes: list[tuple[Sex | None, str]] = [
            (None, "–"),
            (Sex.FEMALE, self.tr("Nữ")),
            (Sex.MALE, self.tr("Nam")),
        ]
        self.sex: ChoiceField[Sex | None] = ChoiceField(self.tr("Giới tính"), sexes)
        self.address = LineField(
            self.tr("Nơi ở hiện nay"),
            say,
            read=lambda text: line(text, field=f"{at}.address", limit=intake_check.ADDRESS_LIMIT),
        )
        self.address_strip = Strip(_ADDRESSES)
        self.phone = PhoneField(self.tr("Điện thoại"), say, field=f"{at}.phone")
        self.email = LineField(
            self.tr("Thư điện tử"),
            say,
            read=lambda text: intake_check.email(text, field=f"{at}.email"),
        )

    def _read_from_cards(self) -> "dict[str, LineField | ChoiceField[Sex | None]]":
        return {
            "personal_id": self.number,
            "full_name": self.full_name,
            "born": self.born,
            "sex": self.sex,
            "address": self.address,
        }

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        top = Qt.AlignmentFlag.AlignTop  # neighbours stay level when one is refused below
        grid.addWidget(self.kind, 0, 0, 1, 6)
        grid.addWidget(self.number, 1, 0, 1, 4, top)
        grid.addWidget(self.id_kind, 1, 4, 1, 2, top)
        grid.addWidget(self.full_name, 2, 0, 1, 6)
        grid.addWidget(self.born, 3, 0, 1, 4, top)
        grid.addWidget(self.sex, 3, 4, 1, 2, top)
        grid.addWidget(self.address, 4, 0, 1, 6)
        grid.addWidget(self.address_strip, 5, 0, 1, 6)
        grid.addWidget(self.phone, 6, 0, 1, 3, top)
        grid.addWidget(self.email, 6, 3, 1, 3, top)
        for column in range(6):
            grid.setColumnStretch(column, 1)

    def _connect(self) -> None:
        lines: list[LineField] = [
            self.number, self.full_name, self.born, self.address, self.phone, self.email,
        ]  # fmt: skip
        for field in lines:
            field.changed.connect(self.changed)
        self.id_kind.changed.connect(self._on_choice)
        self.sex.changed.connect(self._on_sex_chosen)
        self.kind.chosen.connect(self._on_kind_chosen)
        self.number.input.typed.connect(self._on_number_typed)
        self.full_name.input.typed.connect(self._on_name_typed)
        self.phone.input.typed.connect(self._on_phone_typed)
        self.number.left.connect(self._judge)
        self.born.left.connect(self._judge)

    def _on_number_typed(self) -> None:
        self.number.show_flag("")
        self._fill_sex()
        self.looked_up.emit(self.number.value())

    def _fill_sex(self) -> None:
        """Fill the sex a complete number says; what the clerk chose or a card said stays."""
        is_personal = self.id_kind.value() in {None, IdKind.PERSONAL_ID}
        if self.kind.value() is not ApplicantKind.CITIZEN or not is_personal:
            return
        if self.sex.value() is not None and not self._is_sex_from_number:
            return
        said = sex_of(self.number.number())
        self.sex.set_value(said)
        self.sex.show_mark(self.tr("từ số") if said else "")
        self._is_sex_from_number = said is not None

    def _on_name_typed(self) -> None:
        self.looked_up.emit(self.full_name.value())

    def _on_phone_typed(self) -> None:
        self.looked_up.emit(self.phone.value())

    def _on_sex_chosen(self) -> None:
        self._is_sex_from_number = False
        self._on_choice()

    def _on_choice(self) -> None:
        self._judge()
        self.changed.emit()

    def _on_kind_chosen(self) -> None:
        self._on_kind()
        self._judge()
        self.changed.emit()

    def _on_kind(self) -> None:
        is_citizen = self.kind.value() is ApplicantKind.CITIZEN
        self.born.setVisible(is_citizen)
        self.sex.setVisible(is_citizen)
        self.number.set_label(self.tr("Số định danh") if is_citizen else self.tr("Mã số thuế"))
        self.full_name.set_label(
            self.tr("Họ và tên") if is_citizen else self.tr("Tên cơ quan, tổ chức")
        )
        if self.kind.value() is ApplicantKind.BUSINESS:
            self.full_name.set_label(self.tr("Tên doanh nghiệp"))
        self.address.set_label(self.tr("Nơi ở hiện nay") if is_citizen else self.tr("Trụ sở"))

    def _judge(self) -> None:
        state = self.state()
        number = self.number.number()
        kind = state.id_kind or id_kind_of(state.kind, number)
        is_citizen = state.kind is ApplicantKind.CITIZEN
        born = self.born.iso() if is_citizen else ""
        self.number.judge(kind, born=born, sex=state.sex if is_citizen else None)


def _explicit(known: Applicant) -> IdKind | None:
    """The kind of number to show for someone met before: none where the number tells it."""
    by_number = id_kind_of(known.kind, known.personal_id)
    return None if by_number is known.id_kind else known.id_kind
