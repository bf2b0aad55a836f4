"""A draft's body: plain JSON values, read back with patience for what does not fit."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from enum import StrEnum
from typing import TypeVar

from app.domain.catalogue.procedure import Channel, ReturnBy
from app.domain.dossier.charge_check import PAGES_LIMIT
from app.domain.dossier.dossier import ApplicantKind, RepresentativeRole
from app.domain.dossier.filing import FilingSystem, OnlinePayment, YesNo
from app.domain.dossier.identity import IdKind, Sex
from ui.screens.intake.state.fee import NO_CHOICE, Collect, FeeState
from ui.screens.intake.state.filing import FilingState
from ui.screens.intake.state.form import FormState
from ui.screens.intake.state.papers import MOST_SHEETS, CertifiedState, PaperState
from ui.screens.intake.state.person import PersonState

E = TypeVar("E", bound=StrEnum)
Body = Mapping[str, object]


def to_body(state: FormState) -> dict[str, object]:
    """`state` as a draft's body."""
    return asdict(state)


def from_body(body: Body) -> FormState:
    """The form a draft's body describes; what it does not say, or says wrongly, is left empty."""
    blank = FormState()
    version = body.get("procedure_version")
    representative = body.get("representative")
    return FormState(
        channel=_choice(Channel, body.get("channel")) or blank.channel,
        applicant=_person(_body(body.get("applicant"))),
        representative=_person(representative) if isinstance(representative, Mapping) else None,
        search_text=_text(body, "search_text"),
        procedure_code=_text(body, "procedure_code"),
        procedure_version=version if type(version) is int else None,
        procedure_name=_text(body, "procedure_name"),
        case=_text(body, "case") or None,
        papers=tuple(map(_paper, _named(body.get("papers")))),
        certification=tuple(map(_certified, _named(body.get("certification")))),
        fee=_fee(_body(body.get("fee"))),
        sets=_text(body, "sets") or blank.sets,
        return_by=_choice(ReturnBy, body.get("return_by")) or blank.return_by,
        note=_text(body, "note"),
        received_at=_text(body, "received_at"),
        filed_at=_text(body, "filed_at"),
        is_boundary_free=body.get("is_boundary_free") is True,
        unentered_paper=_text(body, "unentered_paper"),
        unentered_certified=_text(body, "unentered_certified"),
        official_code=_text(body, "official_code"),
        filing=_filing(_body(body.get("filing"))),
    )


def _filing(body: Body) -> FilingState:
    return FilingState(
        system=_choice(FilingSystem, body.get("system")),
        vneid=_choice(YesNo, body.get("vneid")),
        digitised=_choice(YesNo, body.get("digitised")),
        payment=_choice(OnlinePayment, body.get("payment")),
        bases=_text(body, "bases"),
    )


def _person(body: Body) -> PersonState:
    return PersonState(
        kind=_choice(ApplicantKind, body.get("kind")) or ApplicantKind.CITIZEN,
        full_name=_text(body, "full_name"),
        personal_id=_text(body, "personal_id"),
        id_kind=_choice(IdKind, body.get("id_kind")),
        born=_text(body, "born"),
        sex=_choice(Sex, body.get("sex")),
        phone=_text(body, "phone"),
        email=_text(body, "email"),
        address=_text(body, "address"),
        title=_text(body, "title"),
        role=_choice(RepresentativeRole, body.get("role")),
        old_id=_text(body, "old_id"),
    )


def _paper(body: Body) -> PaperState:
    return PaperState(
        name=_text(body, "name"),
        code=_text(body, "code"),
        originals=_number(body.get("originals"), 0, MOST_SHEETS, 1),
        copies=_number(body.get("copies"), 0, MOST_SHEETS, 0),
        is_present=body.get("is_present") is True,
        is_extra=body.get("is_extra") is True,
        is_shown=body.get("is_shown") is True,
    )


def _certified(body: Body) -> CertifiedState:
    return CertifiedState(
        name=_text(body, "name"),
        pages=_number(body.get("pages"), 1, PAGES_LIMIT, 1),
        copies=_number(body.get("copies"), 1, MOST_SHEETS, 1),
    )


def _fee(body: Body) -> FeeState:
    return FeeState(
        amount=_text(body, "amount"),
        collect=_choice(Collect, body.get("collect")) or Collect.NOT_YET,
        reference=_text(body, "reference"),
        ground=_text(body, "ground"),
        proof=_text(body, "proof"),
        reduces=body.get("reduces") is True,
        relief=_text(body, "relief"),
        copies=_text(body, "copies") or NO_CHOICE.copies,
    )


def _body(value: object) -> Body:
    return value if isinstance(value, Mapping) else {}


def _named(value: object) -> Iterator[Body]:
    """The papers of a list; what has no name is none."""
    for paper in value if isinstance(value, list | tuple) else ():
        if isinstance(paper, Mapping) and isinstance(paper.get("name"), str):
            yield paper


def _text(body: Body, name: str) -> str:
    value = body.get(name)
    return value if isinstance(value, str) else ""


def _number(value: object, least: int, most: int, otherwise: int) -> int:
    return value if type(value) is int and least <= value <= most else otherwise


def _choice(kind: type[E], value: object) -> E | None:
    try:
        return kind(value) if isinstance(value, str) else None
    except ValueError:
        return None
