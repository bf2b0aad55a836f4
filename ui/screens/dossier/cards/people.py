"""The card of people: applicant, representative, and what is noted of them."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.dossier.dossier import Applicant, Dossier
from app.domain.dossier.identity import IdKind
from app.domain.dossier.numbers import grouped_phone
from app.domain.dossier.old_address import address_doubt
from app.domain.dossier.representing import role_of
from app.domain.typed_date import show_birth_date
from app.domain.workflow.states import DossierState
from ui.widgets.layout.card import TitledCard
from ui.widgets.text.labels import label
from ui.words import flag_words, word_for

_LONG_WORD = 20
_LONG_PART = 14
_LONG_NAME = 70


class PeopleCard(TitledCard):
    """Applicant and representative, the note, and to whom the result went."""

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the people of this dossier."""
        rows = self._rows(dossier)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for nth, (name, value) in enumerate(rows):
            grid.addWidget(label(name, "quiet"), nth, 0, Qt.AlignmentFlag.AlignTop)
            broken = _breakable(value)
            shown = label(broken, "", wraps=True)
            if broken == value:
                shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(shown, nth, 1)
        self.put(inside)

    def _rows(self, dossier: Dossier) -> list[tuple[str, str]]:
        """What is known about whom, as (name, value)."""
        rows = list(self._person(dossier.applicant))
        if (other := dossier.representative) is not None:
            rows.append((word_for(role_of(dossier.applicant, other)), other.full_name))
            rows += [(self.tr("Chức vụ"), other.title)] if other.title else []
            rows += self._person(other)[1:]
        rows += self._about(dossier)
        return rows

    def _about(self, dossier: Dossier) -> list[tuple[str, str]]:
        """Facts that are no person's; those that are empty are left out."""
        case = f" – {dossier.case}" if dossier.case else ""
        procedure = f"{dossier.procedure_name}{case}"
        facts = [
            (self.tr("Mã tại quầy"), dossier.code if dossier.official_code else ""),
            (self.tr("Nhận kết quả"), word_for(dossier.return_by)),
            (self.tr("Số bộ"), f"{dossier.sets:02}"),
            (self.tr("Địa giới"), self.tr("phi địa giới") if dossier.boundary_free else ""),
            (self.tr("Ghi chú"), dossier.note),
            (self.tr("Đã trả cho"), dossier.returned_to),
            (self.tr("Đã xuất trình"), dossier.returned_identity),
            (self.tr("Số bưu gửi"), dossier.tracking),
            (self.tr("Giờ nhận"), self.tr("ngoài giờ làm việc") if dossier.outside_hours else ""),
            (self._end_reason_name(dossier), dossier.end_reason),
            # The head of the screen cuts a long one short.
            (self.tr("Thủ tục"), procedure if len(procedure) > _LONG_NAME else ""),
        ]
        return [(name, value) for name, value in facts if value]

    def _end_reason_name(self, dossier: Dossier) -> str:
        """What the reason noted at its end was given for."""
        if dossier.returned_at:
            return self.tr("Chưa thu đủ khi trả")
        words = {
            DossierState.WITHDRAWN: self.tr("Lý do rút"),
            DossierState.REFUSED: self.tr("Lý do từ chối"),
        }
        return words.get(dossier.state, self.tr("Lý do dừng"))

    def _person(self, who: Applicant) -> list[tuple[str, str]]:
        kind = "CCCD" if who.id_kind is IdKind.PERSONAL_ID else word_for(who.id_kind)
        born = show_birth_date(who.born) if who.born else ""
        sex = word_for(who.sex) if who.sex else ""
        facts = [
            (word_for(who.kind), who.full_name),
            (kind, who.personal_id),
            (self.tr("CMND cũ"), who.old_id),
            (
                self.tr("Sinh") if born else self.tr("Giới tính"),
                " · ".join(part for part in (born, sex) if part),
            ),
            (self.tr("Điện thoại"), grouped_phone(who.phone)),
            (self.tr("Thư điện tử"), who.email),
            (self.tr("Địa chỉ"), _address(who.address)),
        ]
        return [(name, value) for name, value in facts if value]


def _address(address: str) -> str:
    """`address`, and why it should be asked again."""
    doubt = address_doubt(address)
    return f"{address} (▲ {flag_words(doubt)})" if doubt else address


def _breakable(value: str) -> str:
    """`value` with places to break inside words longer than a line."""
    if all(len(word) <= _LONG_WORD for word in value.split()):
        return value
    parted = re.sub(r"([@._/-])", "\\1\u200b", value)
    return re.sub(rf"([^\s\u200b]{{{_LONG_PART}}})(?=\w)", "\\1\u200b", parted)
