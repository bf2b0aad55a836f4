"""The verb `scan`: what a scanned or pasted text is, and what is read from it; nothing is kept."""

import click

from app.cli.context import Context, answer, json_option
from app.cli.tongue import tell, told, word_for
from app.cli.vietnamese import verb
from app.domain.errors import DeskError
from app.domain.identity import Sex
from app.domain.scan_code import read_scan
from app.domain.scanned import ReadField, Scanned, Unrecognised, read_fields
from app.domain.typed_date import show_birth_date

_LABELS = {
    "code": "Mã hồ sơ",
    "digits": "Nhãn",
    "day": "Ngày nhận",
    "number": "Số trong ngày",
    "personal_id": "Số định danh",
    "old_id": "Số CMND cũ",
    "insurance_number": "Số thẻ BHYT",
    "social_insurance_number": "Mã số BHXH",
    "full_name": "Họ và tên",
    "born": "Ngày sinh",
    "sex": "Giới tính",
    "address": "Địa chỉ trên thẻ",
    "issued_on": "Ngày cấp",
}
_DAYS = {"day", "born", "issued_on"}


class ScanRefused(DeskError):
    """The text is no code we read; it goes into no log. Facts: reason."""


@verb()
@click.argument("text")
@json_option
@click.pass_obj
def scan(context: Context, text: str, as_json: bool) -> None:
    """Đọc một chuỗi quét hoặc dán: mã hồ sơ, nhãn, căn cước, MRZ, thẻ BHYT."""
    found = read_scan(text, context.clock.now().date())
    answer(scan_body(found), scan_text(found), as_json=as_json)
    if isinstance(found, Unrecognised):
        raise ScanRefused(reason=found.reason)


def scan_body(found: Scanned) -> dict[str, object]:
    """The answer as contracted; a refused text has no fields but itself and the reason."""
    body: dict[str, object] = {
        "kind": found.kind.value,
        "fields": {
            name: {"value": field.value, "doubt": field.doubt and field.doubt.value}
            for name, field in read_fields(found).items()
        },
    }
    if isinstance(found, Unrecognised):
        body |= {"text": found.text, "reason": found.reason.value}
    return body


def scan_text(found: Scanned) -> str:
    """The answer in words; what must be looked at says so and why."""
    if isinstance(found, Unrecognised):
        return f"{word_for(found.kind)}: {found.text}"
    lines = [
        f"  {told(_LABELS[name])}: {_told(name, field)}"
        for name, field in read_fields(found).items()
    ]
    return "\n".join([word_for(found.kind), *lines])


def _told(name: str, field: ReadField) -> str:
    value = show_birth_date(field.value) if name in _DAYS else field.value
    shown = word_for(Sex(value)) if name == "sex" else value
    return tell("{0} (cần kiểm tra: {1})", shown, word_for(field.doubt)) if field.doubt else shown
