"""A person of a dossier as they are to stand: only what was touched differs from the newest."""

from dataclasses import replace
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.dossier.dossier import Applicant, ApplicantKind, RepresentativeRole
from app.domain.dossier.identity import IdKind, Sex
from app.domain.dossier.numbers import id_key
from app.domain.dossier.person_doubts import id_kind_of
from app.domain.scanning.scanned import PersonScan, read_fields
from app.domain.typed_date import show_birth_date
from ui.screens.dossier.life.read_over import agrees, lay_read
from ui.widgets.fields.choice import ChoiceField
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.fields.name_field import NameField
from ui.widgets.fields.personal import AddressField, DateField, IdNumberField, PhoneField
from ui.words import word_for

_PLACES = {
    "kind": (0, 0, 1, 2), "full_name": (1, 0, 1, 2), "personal_id": (2, 0, 1, 1),
    "id_kind": (2, 1, 1, 1), "born": (3, 0, 1, 1), "sex": (3, 1, 1, 1), "phone": (4, 0, 1, 1),
    "email": (4, 1, 1, 1), "address": (5, 0, 1, 2), "role": (6, 0, 1, 1), "title": (6, 1, 1, 1),
}  # fmt: skip


class PersonEdit(QWidget):
    """The fields of one person; birth and sex belong to citizens, a title to who comes for others.

    Args:
        at: the person's place in refusals: ``applicant`` or ``representative``.
        person: as the dossier holds them.
        today: for dates of birth.
        say: words for refusals.

    Signals:
        entered: Enter was pressed in a field.
    """

    entered = Signal()

    def __init__(self, at: str, person: Applicant, today: date, say: Say) -> None:
        super().__init__()
        self._at = at
        self._say = say
        self._build(today)
        self._fill(person)
        self._arrange()
        self._shown = self.typed()
        self._is_kind_of_number_chosen = False
        self._show_kind()
        self._connect()

    def corrected(self, newest: Applicant) -> Applicant:
        """`newest` with what was touched here."""
        touched: dict[str, object] = {
            name: field.value() for name, field in self.lines.items() if self._is_touched(name)
        }
        for name, choice in self.choices.items():
            if self._is_touched(name):
                touched[name] = choice.value()
        after = replace(newest, **touched)  # type: ignore[arg-type] # names of its own fields
        return after if after.kind is ApplicantKind.CITIZEN else replace(after, born="", sex=None)

    def typed(self) -> dict[str, str]:
        """What stands in each field, by its bare name."""
        texts = {name: field.value() for name, field in self.lines.items()}
        return texts | {name: choice.value() or "" for name, choice in self.choices.items()}

    def put_back(self, typed: dict[str, str]) -> None:
        """Show again what stood here before."""
        for name, field in self.lines.items():
            field.set_value(typed.get(name, field.value()))
        for name, choice in self.choices.items():
            value = typed.get(name, choice.value() or "")
            choice.set_value(_term(name, value))
        self._show_kind()

    @property
    def is_blank(self) -> bool:
        """Whether nobody is named yet."""
        return not self.lines["full_name"].value() and not self.lines["personal_id"].value()

    def is_of(self, card: PersonScan) -> bool:
        """Whether this is the card of the person here: by its number, else by its name."""
        said = read_fields(card)
        number, name = said.get("personal_id"), said.get("full_name")
        here = self.lines["personal_id"].value()
        if number is not None and here and id_key(here) == id_key(number.value):
            return True
        return name is not None and agrees(name.value, self.lines["full_name"].value())

    def take_card(self, card: PersonScan) -> None:
        """Let the card's values stand where nothing was typed here; what was typed is kept.

        An address that is known stays: a card's is the one of the day it was issued.
        """
        for name, read in read_fields(card).items():
            field = self.lines.get(name)
            if field is not None and (name != "address" or not field.value()):
                value = show_birth_date(read.value) if name == "born" else read.value
                lay_read(field, replace(read, value=value), self._shown[name])
            elif name == "sex" and not self._is_touched("sex"):
                self.choices["sex"].set_value(Sex(read.value))
        self._guess_kind_of_number()

    def _build(self, today: date) -> None:
        say, at = self._say, self._at
        self.lines: dict[str, LineField] = {
            "full_name": NameField(self.tr("Họ và tên"), say),
            "personal_id": IdNumberField(self.tr("Số giấy tờ"), say, field=f"{at}.personal_id"),
            "born": DateField(self.tr("Ngày sinh"), say, field=f"{at}.born", today=lambda: today),
            "phone": PhoneField(self.tr("Điện thoại"), say, field=f"{at}.phone"),
            "email": LineField(self.tr("Thư điện tử"), say),
            "address": AddressField(self.tr("Địa chỉ"), say, field=f"{at}.address"),
            "title": LineField(self.tr("Chức vụ"), say),
        }
        sexes = [(None, "–"), *((sex, word_for(sex)) for sex in (Sex.FEMALE, Sex.MALE))]
        self.choices: dict[str, ChoiceField[StrEnum | None]] = {
            "kind": ChoiceField(
                self.tr("Loại người nộp"), [(kind, word_for(kind)) for kind in ApplicantKind]
            ),
            "id_kind": ChoiceField(
                self.tr("Loại giấy tờ"), [(kind, word_for(kind)) for kind in IdKind]
            ),
            "sex": ChoiceField(self.tr("Giới tính"), sexes),
            "role": ChoiceField(
                self.tr("Đến với tư cách"),
                [(None, "–"), *((role, word_for(role)) for role in RepresentativeRole)],
            ),
        }
        if at == "applicant":
            del self.lines["title"], self.choices["role"]

    def _fill(self, person: Applicant) -> None:
        for name, field in self.lines.items():
            value = str(getattr(person, name))
            field.set_value(show_birth_date(value) if name == "born" else value)
        for name, choice in self.choices.items():
            choice.set_value(getattr(person, name))

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        for name, place in _PLACES.items():
            field = self.lines.get(name) or self.choices.get(name)
            if field is not None:
                grid.addWidget(field, *place, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        for field in self.lines.values():
            field.entered.connect(self.entered)
        for choice in self.choices.values():
            choice.entered.connect(self.entered)
        self.choices["kind"].changed.connect(self._on_kind)
        self.choices["sex"].changed.connect(self._judge)
        self.choices["id_kind"].changed.connect(self._on_kind_of_number)
        self.lines["personal_id"].changed.connect(self._guess_kind_of_number)
        self.lines["born"].left.connect(self._judge)

    def _is_touched(self, name: str) -> bool:
        return self.typed()[name] != self._shown[name]

    def _on_kind(self) -> None:
        self._show_kind()
        self._guess_kind_of_number()

    def _on_kind_of_number(self) -> None:
        self._is_kind_of_number_chosen = True
        self._judge()

    def _guess_kind_of_number(self) -> None:
        """A number typed anew says itself what it is, until the clerk says otherwise."""
        if not self._is_kind_of_number_chosen:
            number = self.lines["personal_id"].value()
            self.choices["id_kind"].set_value(id_kind_of(self._kind(), number))
        self._judge()

    def _show_kind(self) -> None:
        is_citizen = self._kind() is ApplicantKind.CITIZEN
        self.lines["born"].setVisible(is_citizen)
        self.choices["sex"].setVisible(is_citizen)
        name = self.lines["full_name"]
        if isinstance(name, NameField):
            name.set_is_person(is_person=is_citizen)
        name.set_label(self.tr("Họ và tên") if is_citizen else self.tr("Tên cơ quan, tổ chức"))
        self.lines["address"].set_label(self.tr("Địa chỉ") if is_citizen else self.tr("Trụ sở"))

    def _judge(self) -> None:
        number, born = self.lines["personal_id"], self.lines["born"]
        if not isinstance(number, IdNumberField) or not isinstance(born, DateField):
            return
        is_citizen = self._kind() is ApplicantKind.CITIZEN
        id_kind, sex = self.choices["id_kind"].value(), self.choices["sex"].value()
        number.judge(
            IdKind(id_kind or IdKind.PERSONAL_ID),
            born=born.iso() if is_citizen else "",
            sex=Sex(sex) if sex and is_citizen else None,
        )

    def _kind(self) -> ApplicantKind:
        return ApplicantKind(self.choices["kind"].value() or ApplicantKind.CITIZEN)


def _term(name: str, value: str) -> StrEnum | None:
    terms: dict[str, type[StrEnum]] = {
        "kind": ApplicantKind, "id_kind": IdKind, "sex": Sex, "role": RepresentativeRole,
    }  # fmt: skip
    return terms[name](value) if value else None
