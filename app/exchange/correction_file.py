"""CHANGES.json: what is to stand instead in a dossier (`correct CODE CHANGES.json`).

It has the parts of REQUEST.json that can be corrected. A part that is not named stays, and so does
a field of a person that is not named. Certified papers are corrected by a file of their own: their
fees are counted anew.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Literal

import msgspec
from msgspec import UNSET, UnsetType
from msgspec.structs import asdict

from app.domain.catalogue.procedure import Procedure
from app.domain.certification.books import CertifiedDocument
from app.domain.dossier.correction import Correction
from app.domain.dossier.dossier import (
    Applicant,
    ApplicantKind,
    Dossier,
    RepresentativeRole,
    SubmittedDocument,
)
from app.domain.dossier.identity import IdKind
from app.domain.dossier.person_doubts import id_kind_of
from app.domain.phrases import phrase
from app.exchange.intake_file import (
    MOST_BYTES,
    Certified,
    Paper,
    RequestShape,
    SexWord,
    Text,
    certified,
    moment,
    papers,
    sex_of,
    shape_fault,
)
from app.outside import strict_json

_NAMED = 12
_SHOWN = 40


class _Person(msgspec.Struct, forbid_unknown_fields=True):
    full_name: Text | UnsetType = UNSET
    kind: ApplicantKind | UnsetType = UNSET
    personal_id: Text | UnsetType | None = UNSET
    id_kind: IdKind | UnsetType = UNSET
    born: Text | int | UnsetType | None = UNSET
    sex: SexWord | UnsetType | None = UNSET
    phone: Text | UnsetType | None = UNSET
    email: Text | UnsetType | None = UNSET
    address: Text | UnsetType | None = UNSET
    title: Text | UnsetType | None = UNSET
    role: RepresentativeRole | UnsetType | None = UNSET
    old_id: Text | UnsetType | None = UNSET


class _Changes(msgspec.Struct, forbid_unknown_fields=True):
    applicant: _Person | UnsetType = UNSET
    representative: _Person | UnsetType | None = UNSET
    documents: Literal["all"] | list[Paper] | UnsetType = UNSET
    note: Text | UnsetType | None = UNSET
    official_code: Text | UnsetType | None = UNSET
    procedure: Text | UnsetType = UNSET
    case: Text | UnsetType | None = UNSET
    received_at: Text | UnsetType = UNSET
    certification: list[Certified] | UnsetType = UNSET


class CorrectionFile:
    """Changes as read; what they leave alone is taken from the dossier."""

    def __init__(self, raw: _Changes) -> None:
        self._raw = raw

    @property
    def certification(self) -> tuple[CertifiedDocument, ...] | None:
        """What the certified papers are to be, one for each entry; None if they are not named."""
        raw = self._raw.certification
        return None if raw is UNSET else certified(raw)

    @property
    def procedure(self) -> str | None:
        """The code of the procedure it belongs under; None if that is not named."""
        raw = self._raw.procedure
        return None if raw is UNSET else raw.strip()

    def correction(self, before: Dossier, procedure: Procedure) -> Correction:
        """What is asked for of `before`, its papers taken from `procedure` where named by number.

        `procedure` is the one it is to stand under. A case that is named null is none, under the
        procedure it stands under too.

        Raises:
            NotATime: the time of receipt cannot be read.
            RequestShape: a paper has neither name nor number.
            NoSuchPaper: a number is not in the catalogue's list.
        """
        raw = self._raw
        is_refiled = raw.procedure is not UNSET or raw.case is not UNSET
        case = before.case if raw.case is UNSET else raw.case
        if raw.procedure is not UNSET and raw.case is UNSET:
            case = None
        return Correction(
            applicant=_changed(before.applicant, raw.applicant),
            representative=_changed(before.representative, raw.representative),
            no_representative=raw.representative is None,
            documents=None
            if raw.documents is UNSET
            else _with_codes(
                papers(raw.documents, procedure, case, before.channel), before.documents
            ),
            note=None if raw.note is UNSET else raw.note or "",
            official_code=None if raw.official_code is UNSET else raw.official_code or "",
            procedure=(self.procedure or before.procedure_code) if is_refiled else None,
            case=case if is_refiled else None,
            received_at=None
            if raw.received_at is UNSET
            else moment(raw.received_at, "received_at"),
        )


def read(content: bytes) -> CorrectionFile:
    """Read CHANGES.json.

    Raises:
        FileNotJson: not JSON, or JSON that cannot be trusted.
        RequestShape: a key is unknown or of the wrong type, named by its place, or certified papers
            stand beside other corrections.
    """
    value: Any = strict_json.read(content, most=MOST_BYTES)
    if strange := list(_strange_keys(value)):
        more = [] if len(strange) <= _NAMED else ["…"]
        place = ", ".join(strange[:_NAMED] + more)
        raise RequestShape(place=place, why=phrase("không có khóa này"))
    try:
        raw = msgspec.convert(value, _Changes)
    except msgspec.ValidationError as error:
        raise shape_fault(error) from None
    if raw.certification is not UNSET and raw != _Changes(certification=raw.certification):
        why = phrase("sửa giấy tờ chứng thực bằng một tệp riêng, không kèm phần khác")
        raise RequestShape(place="certification", why=why)
    return CorrectionFile(raw)


def _strange_keys(value: object) -> Iterator[str]:
    """Places of all keys that are unknown, so that one refusal names them."""
    whole = value if isinstance(value, dict) else {}
    parts: list[tuple[str, object, type[msgspec.Struct]]] = [
        ("", whole, _Changes),
        ("applicant.", whole.get("applicant"), _Person),
        ("representative.", whole.get("representative"), _Person),
    ]
    for key, of_each in (("documents", Paper), ("certification", Certified)):
        if isinstance(listed := whole.get(key), list):
            parts += [(f"{key}[{nth}].", paper, of_each) for nth, paper in enumerate(listed)]
    for place, part, shape in parts:
        if isinstance(part, dict):
            strange = (key for key in part if key not in shape.__struct_fields__)
            yield from (f"{place}{key[:_SHOWN]}" or "“”" for key in strange)


def _changed(person: Applicant | None, raw: _Person | UnsetType | None) -> Applicant | None:
    """`person` with what is named changed; None where nothing of them is named."""
    if not isinstance(raw, _Person):
        return None
    named = {key: value for key, value in asdict(raw).items() if value is not UNSET}
    values = {key: _READERS.get(key, _text)(value) for key, value in named.items()}
    if person is not None:
        return replace(person, **values)
    new = replace(Applicant(""), **values)
    guessed = id_kind_of(new.kind, new.personal_id)
    return new if "id_kind" in values else replace(new, id_kind=guessed)


def _text(value: str | None) -> str:
    return value or ""


def _as_is(value: Any) -> Any:  # noqa: ANN401 - one of the domain's terms
    return value


_READERS: dict[str, Callable[[Any], Any]] = {
    "kind": _as_is,
    "id_kind": _as_is,
    "sex": sex_of,
    "role": _as_is,
    "born": lambda value: str(value or ""),
    "personal_id": lambda value: (value or "").strip(),
    "old_id": lambda value: (value or "").strip(),
}
"""How a named field is read; the others are texts, null an empty one."""


def _with_codes(
    asked: tuple[SubmittedDocument, ...], had: tuple[SubmittedDocument, ...]
) -> tuple[SubmittedDocument, ...]:
    """`asked`, a paper the dossier already had by that name keeping its catalogue code."""
    codes = {paper.name: paper.code for paper in had}
    return tuple(
        paper if paper.code else replace(paper, code=codes.get(paper.name, "")) for paper in asked
    )
