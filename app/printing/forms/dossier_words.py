"""What every paper about a dossier says in the same words: who stands for whom, QR and digits."""

from datetime import datetime

from app.domain.dossier.dossier import Applicant, Dossier
from app.domain.dossier.identity import IdKind
from app.domain.dossier.numbering import label_digits, parse_code
from app.printing.content import qr_text
from app.settings import Settings

SYSTEM_NAME = "Phần mềm Một Cửa"
"""The providing system, as Circular 01/2023/TT-VPCP art. 26 wants it named in the QR code."""
_ID_LABELS = {
    IdKind.PERSONAL_ID: "số định danh cá nhân",
    IdKind.OLD_ID: "CMND",
    IdKind.PASSPORT: "hộ chiếu",
    IdKind.TAX_CODE: "mã số thuế",
}


def digits_of_code(code: str) -> str:
    """The 14 digits of a dossier's label, from our own code; empty for none."""
    if not code:
        return ""
    parsed = parse_code(code)
    return label_digits(parsed.day, parsed.number)


def dossier_qr(dossier: Dossier, settings: Settings, *, paper: str, issued_at: datetime) -> str:
    """The text of the QR code of a `paper` about `dossier`; empty before it has a code."""
    if not dossier.code:
        return ""
    return qr_text(
        code=dossier.shown_code,
        procedure_code=dossier.procedure_code,
        identity_number=dossier.applicant.personal_id,
        system_name=SYSTEM_NAME,
        issued_at=issued_at,
        due_at=dossier.due_at,
        with_identity=settings.qr_with_identity,
        paper=paper,
    )


def represented_by(person: Applicant | None) -> str:
    """Who comes for the applicant, in a line; empty where they come themselves."""
    if person is None:
        return ""
    number = f"{_ID_LABELS[person.id_kind]} {person.personal_id}" if person.personal_id else ""
    phone = f"điện thoại {person.phone}" if person.phone else ""
    address = f"địa chỉ {person.address}" if person.address else ""
    parts = (person.full_name, uncapitalised(person.title), number, phone, address)
    return ", ".join(filter(None, parts))


def uncapitalised(words: str) -> str:
    """`words` as they stand within a sentence."""
    return words[:1].lower() + words[1:]
