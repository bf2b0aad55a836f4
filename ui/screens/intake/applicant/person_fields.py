"""The fields of one person: the applicant, or whoever brings the papers for another."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.dossier import intake_check
from app.domain.dossier.address import MOST_OFFERED
from app.domain.dossier.dossier import Applicant, ApplicantKind, RepresentativeRole
from app.domain.dossier.identity import IdKind, Sex, is_of_body, sex_of
from app.domain.dossier.numbers import grouped_phone, id_key
from app.domain.dossier.person_doubts import id_kind_of
from app.domain.text import line
from app.domain.typed_date import show_birth_date
from ui.screens.intake.parts.inputs import Inputs
from ui.screens.intake.parts.strip import Strip, StripLook
from ui.screens.intake.state.person import PersonState
from ui.theme import px
from ui.widgets.fields.choice import ChipRow, ChoiceField
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.fields.name_field import NameField
from ui.widgets.fields.personal import AddressField, DateField, IdNumberField, PhoneField
from ui.widgets.search.input_line import InputLine
from ui.words import word_for

_ADDRESSES = StripLook(
    "info", margins=(6, 3, 6, 3), spacing=1, most=MOST_OFFERED, face="offer", is_list=True,
    aside=32, takes_focus=False,
)  # fmt: skip
"""The field keeps the keyboard while an address is offered."""
_TITLES = StripLook(
    "info", margins=(6, 3, 6, 3), spacing=1, most=3, face="offer", is_list=True, aside=32,
    takes_focus=False,
)  # fmt: skip


_WIDE = 350
"""Pixels at 100 % from which the number and its kind stand beside each other."""


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
        self._is_sex_from_number = self._is_kind_from_number = False
        self._is_narrow: bool | None = None
        self._is_for_body = False
        self._is_filling = False
        self._old_id = ""
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
            old_id=self._old_id,
            title=self.title.value(),
            role=self._role(),
        )

    def stand_for(self, kind: ApplicantKind) -> None:
        """Be of who comes for an applicant of this kind: for a body its own, with a title."""
        self._is_for_body = kind is not ApplicantKind.CITIZEN
        self.role.setVisible(True)
        self._show_role(None)

    @property
    def is_own(self) -> bool:
        """Whether they are the applicant's own and no agent."""
        return self.role.value() is RepresentativeRole.OWN

    def _role(self) -> RepresentativeRole | None:
        """For whom they come, where that is not the usual."""
        chosen = self.role.value()
        return None if chosen is self._usual_role() else chosen

    def _usual_role(self) -> RepresentativeRole:
        return RepresentativeRole.OWN if self._is_for_body else RepresentativeRole.AGENT

    def _show_role(self, role: RepresentativeRole | None) -> None:
        self.role.set_value(role or self._usual_role())
        self._show_title()

    def _show_title(self) -> None:
        """A title is a matter of bodies and households; the applicant has none."""
        has_title = not self.role.isHidden() and (self._is_for_body or self.is_own)
        self.title.setVisible(has_title)
        if not has_title:
            self.title_strip.hide()

    def _on_role(self) -> None:
        self._show_title()
        self.changed.emit()

    def fill(self, state: PersonState) -> None:
        """Put `state` into the fields; whoever does says that they changed, once all are."""
        self._is_filling = True
        self._fill(state)
        self._is_filling = False

    def _fill(self, state: PersonState) -> None:
        self._old_id = state.old_id
        self._is_sex_from_number = self._is_kind_from_number = False
        self.kind.set_value(state.kind)
        self.number.set_value(state.personal_id)
        self.id_kind.set_value(state.id_kind)
        self.full_name.set_value(state.full_name)
        self.born.set_value(state.born)
        self.sex.set_value(state.sex)
        self.address.set_value(state.address)
        self.phone.set_value(state.phone)
        self.email.set_value(state.email)
        self.title.set_value(state.title)
        self._show_role(state.role)
        self._on_kind()
        self._judge()

    def fill_known(self, known: Applicant) -> None:
        """Fill with a person met before; a field they left empty keeps what was typed."""
        typed = self.state()
        if typed.old_id and id_key(known.personal_id) == id_key(typed.old_id):
            # Met under the number of old: that of now stays.
            known = replace(known, personal_id="", id_kind=IdKind.PERSONAL_ID)
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
                old_id=typed.old_id or known.old_id,
                title=typed.title,
                role=typed.role,
            )
        )
        self.changed.emit()

    def show_read(self, filled: Mapping[str, str]) -> None:
        """Mark the fields read from a card, each with its doubt (empty: certain)."""
        source = self.tr("từ thẻ")
        self._is_sex_from_number = False
        for name, field in self._read_from_cards().items():
            field.show_mark(source if name in filled and field.value() else "")
            if isinstance(field, LineField) and filled.get(name):
                field.show_flag(filled[name])

    def settle(self) -> None:
        """The clerk has looked: nothing is marked as read from a card any more."""
        self._is_sex_from_number = False
        for field in self._read_from_cards().values():
            field.show_mark("")
            if isinstance(field, AddressField):
                field.judge()
            elif isinstance(field, LineField) and field is not self.number:
                field.show_flag("")
        self.full_name.judge()

    def is_given(self, stop: QWidget) -> bool:
        """Whether the number has told what stands there: the sex."""
        return stop is self.sex.input and self._is_sex_from_number

    def first_empty(self) -> QWidget | None:
        """Where typing goes on in what was filled: the first empty line; None if all are full.

        No card says a title, so that it comes first.
        """
        stops = sorted(self.inputs().stops, key=lambda stop: stop is not self.title.input)
        lines = (stop for stop in stops if isinstance(stop, InputLine))
        return next((one for one in lines if one.isVisibleTo(self) and not one.text()), None)

    def inputs(self) -> Inputs:
        """What the keyboard reaches; the kind of number and e-mail by Tab alone."""
        fields = {
            "personal_id": self.number,
            "full_name": self.full_name,
            "born": self.born,
            "address": self.address,
            "phone": self.phone,
            "email": self.email,
            "title": self.title,
        }
        number, rest, title = self.number.input, self._rest(), self.title.input
        return Inputs(
            {f"{self.at}.{name}": field for name, field in fields.items()},
            (number, *rest, title),
            (*self.kind.chips(), number, self.id_kind.input, *rest, self.email.input,
             *self.role.chips(), title),
        )  # fmt: skip

    def _rest(self) -> tuple[QWidget, ...]:
        """Where Enter and Tab lead behind the number, in order."""
        fields = (self.full_name, self.born, self.sex, self.address, self.phone)
        return tuple(field.input for field in fields)

    def _build(self, say: Say, now: Callable[[], datetime]) -> None:
        at = self.at
        kinds = [
            (ApplicantKind.CITIZEN, self.tr("Công dân")),
            (ApplicantKind.BUSINESS, self.tr("Doanh nghiệp")),
            (ApplicantKind.ORGANISATION, self.tr("Tổ chức")),
            (ApplicantKind.STATE_AGENCY, self.tr("Cơ quan")),
            (ApplicantKind.HOUSEHOLD_BUSINESS, self.tr("Hộ kinh doanh")),
        ]
        self.kind: ChipRow[ApplicantKind] = ChipRow(self.tr("Người nộp là"), kinds, is_small=True)
        self.number = IdNumberField(self.tr("Số định danh"), say, field=f"{at}.personal_id")
        id_kinds: list[tuple[IdKind | None, str]] = [
            (None, self.tr("Tự nhận")),
            (IdKind.PERSONAL_ID, self.tr("Số định danh/CCCD")),
            (IdKind.OLD_ID, self.tr("CMND 9 số")),
            (IdKind.PASSPORT, self.tr("Hộ chiếu")),
            (IdKind.TAX_CODE, self.tr("Mã số thuế")),
        ]
        self.id_kind: ChoiceField[IdKind | None] = ChoiceField(self.tr("Loại số"), id_kinds)
        self.full_name = NameField(
            self.tr("Họ và tên"),
            say,
            read=lambda text: line(text, field=f"{at}.full_name", limit=intake_check.NAME_LIMIT),
        )
        self.title = LineField(
            self.tr("Chức vụ"),
            say,
            read=lambda text: line(text, field=f"{at}.title", limit=intake_check.NAME_LIMIT),
        )
        self.title_strip = Strip(_TITLES)
        self.title.input.setPlaceholderText(self.tr("Giám đốc, kế toán, chủ hộ"))
        roles = [(role, word_for(role)) for role in RepresentativeRole]
        self.role: ChipRow[RepresentativeRole] = ChipRow(
            self.tr("Đến với tư cách"), roles, is_small=True
        )
        self.title.hide()
        self.role.hide()
        self.born = DateField(
            self.tr("Ngày sinh"), say, field=f"{at}.born", today=lambda: now().date()
        )
        sexes: list[tuple[Sex | None, str]] = [
            (None, "–"),
            (Sex.FEMALE, self.tr("Nữ")),
            (Sex.MALE, self.tr("Nam")),
        ]
        self.sex: ChoiceField[Sex | None] = ChoiceField(self.tr("Giới tính"), sexes)
        self.address = AddressField(self.tr("Nơi ở hiện nay"), say, field=f"{at}.address")
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_number()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._place_number()

    def _place_number(self) -> None:
        """Number and kind beside each other; where a kind would be cut, one below the other."""
        is_narrow = self.width() < px(_WIDE)
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        for nth, field in enumerate((self.number, self.id_kind)):
            row, column, across = (1 + nth, 0, 6) if is_narrow else (1, 3 * nth, 3)
            self._grid.addWidget(field, row, column, 1, across, Qt.AlignmentFlag.AlignTop)

    def _arrange(self) -> None:
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        top = Qt.AlignmentFlag.AlignTop  # neighbours stay level when one is refused below
        grid.addWidget(self.kind, 0, 0, 1, 6)
        self._place_number()
        grid.addWidget(self.full_name, 3, 0, 1, 6)
        grid.addWidget(self.born, 4, 0, 1, 4, top)
        grid.addWidget(self.sex, 4, 4, 1, 2, top)
        grid.addWidget(self.address, 5, 0, 1, 6)
        grid.addWidget(self.address_strip, 6, 0, 1, 6)
        grid.addWidget(self.phone, 7, 0, 1, 3, top)
        grid.addWidget(self.email, 7, 3, 1, 3, top)
        grid.addWidget(self.role, 8, 0, 1, 6)
        grid.addWidget(self.title, 9, 0, 1, 6)  # what a role opens follows it
        grid.addWidget(self.title_strip, 10, 0, 1, 6)
        for column in range(6):
            grid.setColumnStretch(column, 1)

    def _connect(self) -> None:
        lines: list[LineField] = [
            self.number, self.full_name, self.born, self.address, self.phone, self.email,
            self.title,
        ]  # fmt: skip
        self.role.chosen.connect(self._on_role)
        for field in lines:
            field.changed.connect(self._on_line_changed)
        self.id_kind.changed.connect(self._on_choice)
        self.sex.changed.connect(self._on_sex_chosen)
        self.kind.chosen.connect(self._on_kind_chosen)
        self.kind.pointed.connect(self.number.setFocus)
        self.number.input.typed.connect(self._on_number_typed)
        self.full_name.input.typed.connect(self._on_name_typed)
        self.phone.input.typed.connect(self._on_phone_typed)
        self.number.left.connect(self._take_kind)
        self.number.left.connect(self._judge)
        self.born.left.connect(self._judge)

    def _on_line_changed(self) -> None:
        if not self._is_filling:
            self.changed.emit()

    def _on_number_typed(self) -> None:
        self._old_id = ""
        self.number.show_flag("")
        self._fill_sex()
        self.looked_up.emit(self.number.value())

    def _take_kind(self) -> None:
        """A body's whole tax code, where nobody is named yet, makes the applicant a business.

        What kind of body it is the clerk may say; another number takes it back.
        """
        is_open = self.at == "applicant" and not self.full_name.value()
        if not is_open or self.id_kind.value() is not None:
            return
        is_body, kind = is_of_body(self.number.value()), self.kind.value()
        if is_body and kind is ApplicantKind.CITIZEN:
            kind_now = ApplicantKind.BUSINESS
        elif self._is_kind_from_number and not is_body:
            kind_now = ApplicantKind.CITIZEN
        else:
            return
        self.kind.set_value(kind_now)
        self.kind.chosen.emit()
        self._is_kind_from_number = is_body

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
        self._is_kind_from_number = False
        self._on_kind()
        self._judge()
        self.changed.emit()

    def _on_kind(self) -> None:
        is_citizen = self.kind.value() is ApplicantKind.CITIZEN
        self.full_name.set_is_person(is_person=is_citizen)
        self.born.setVisible(is_citizen)
        self.sex.setVisible(is_citizen)
        self.number.set_label(self.tr("Số định danh") if is_citizen else self.tr("Mã số thuế"))
        self.full_name.set_label(
            self.tr("Họ và tên") if is_citizen else self.tr("Tên cơ quan, tổ chức")
        )
        if self.kind.value() is ApplicantKind.BUSINESS:
            self.full_name.set_label(self.tr("Tên doanh nghiệp"))
        if self.kind.value() is ApplicantKind.HOUSEHOLD_BUSINESS:
            self.full_name.set_label(self.tr("Tên hộ kinh doanh"))
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
