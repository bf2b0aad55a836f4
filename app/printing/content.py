"""What a receipt says, frozen with the dossier: words, numbers and times without any layout."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.clock import to_minute
from app.domain.dossier.identity import IdKind
from app.domain.forms.form_set import FormSet
from app.printing import stored as kept

RECEIPT_NAME = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
"""The paper's own name, as the forms and its QR code give it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """One row of the papers; `kind` as printed: ``Bản chính``, ``Bản sao``, ``Xuất trình``.

    Of what was only shown nothing was handed in: `quantity` is 0.
    """

    name: str
    kind: str
    quantity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptContent:
    """Everything Form 01 shows, as it was when the dossier was registered.

    Times are texts made by `minute_text`, `printed_on` an ISO date. Empty texts are unknown: the
    form leaves the line out or dotted for a pen. An empty `code` is a dossier not yet registered:
    it prints without codes and marked as a preview. `due_at` None is "không quy định".
    `superior_body` and `office` stand at the head, `desk` in the form's first line (empty: office).
    `number` is the whole number of the slip (``0012/TNHS``), `submitter` who signs on the left,
    `representative` the whole line about who hands in for the applicant, `representative_label`
    what they are; `is_body` says that the applicant is no person. `label` are the 14 digits
    of our own number (`numbering.label_digits`), also where `code` is the official one; empty: they
    are read from `code`. `reissued` says why the slip takes the place of an earlier one, empty on
    one that does not.
    """

    form_set: FormSet
    superior_body: str
    office: str
    place: str
    printed_on: str
    code: str
    procedure_code: str
    procedure_name: str
    applicant_name: str
    received_at: str
    due_at: str | None
    officer: str
    desk: str = ""
    number: str = ""
    is_provisional: bool = False
    identity_kind: IdKind = IdKind.PERSONAL_ID
    identity_number: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    representative: str = ""
    representative_label: str = "Người nộp thay"
    is_body: bool = False
    submitter: str = ""
    documents: tuple[PaperRow, ...] = ()
    sets: int = 1
    limit_text: str = ""
    calendar_confirmed: bool = True
    return_place: str = ""
    fees_text: str = ""
    register_book: str = ""
    register_number: str = ""
    qr_text: str = ""
    note: str = ""
    label: str = ""
    reissued: str = ""


def from_json(stored: bytes | str) -> ReceiptContent:
    """The content of a receipt as it was frozen.

    Raises:
        ContentUnreadable: not JSON, or not the fields and types of a receipt.
    """
    return kept.from_json(stored, ReceiptContent)


def reissue_mark(content: ReceiptContent) -> str:
    """What stands in the corner of a slip that takes the place of an earlier one; else nothing."""
    return "Cấp lại" if content.reissued else ""


def is_draft(content: ReceiptContent) -> bool:
    """Whether it is of a dossier that is not registered yet."""
    return not content.code


def minute_text(moment: datetime) -> str:
    """`moment` as content keeps it: Vietnam time to the minute, ``2026-11-27T10:15+07:00``."""
    return to_minute(moment).isoformat(timespec="minutes")


def qr_text(
    *,
    code: str,
    procedure_code: str,
    identity_number: str,
    system_name: str,
    issued_at: datetime,
    due_at: datetime | None,
    with_identity: bool = False,
    paper: str = RECEIPT_NAME,
) -> str:
    """What the QR code says (Circular 01/2023/TT-VPCP art. 26), in the order of that article.

    Dossier code | procedure code | identity number | name of the `paper` | name of the system |
    issued | promised. A field that is not known, not given or left out stays empty; the identity
    number is left out unless the office asks for it, since anyone can read a QR code.
    """
    fields = (
        code,
        procedure_code,
        identity_number if with_identity else "",
        paper,
        system_name,
        minute_text(issued_at),
        "" if due_at is None else minute_text(due_at),
    )
    return "|".join(field.replace("|", "/") for field in fields)
