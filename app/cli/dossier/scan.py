"""The command `scan`: what a scanned or pasted text is and what is read from it; nothing kept."""

import click

from app.cli import terminal
from app.cli.context import Context, answer, answering
from app.cli.language import message, translated, word_for
from app.cli.vietnamese import command
from app.domain.errors import DeskError
from app.domain.scanning.code import read_scan
from app.domain.scanning.scanned import (
    ReadField,
    Scanned,
    Unrecognised,
    is_doubted_whole,
    read_fields,
)
from app.wording.terms import GARBLED_SCAN, SCANNED_FIELDS, scanned_value


class ScanRefused(DeskError):
    """The text is no code we read; it goes into no log. Facts: reason."""


@command()
@click.argument("text")
@answering
def scan(context: Context, text: str, as_json: bool) -> None:
    """Đọc một chuỗi quét hoặc dán: mã hồ sơ, nhãn, căn cước, MRZ, thẻ BHYT."""
    found = read_scan(text, context.clock.now().date())
    answer(scan_body(found), scan_text(found), as_json=as_json)
    say_if_garbled(found)
    if isinstance(found, Unrecognised):
        raise ScanRefused(reason=found.reason)


def say_if_garbled(found: Scanned) -> None:
    """What the window says of a scan whose letters came in another alphabet."""
    if is_doubted_whole(found):
        terminal.write(f"▲ {translated(GARBLED_SCAN)}", err=True)


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
        f"  {translated(SCANNED_FIELDS[name])}: {_field_text(name, field)}"
        for name, field in read_fields(found).items()
    ]
    return "\n".join([word_for(found.kind), *lines])


def _field_text(name: str, field: ReadField) -> str:
    shown = translated(scanned_value(name, field.value))
    return (
        message("{0} (cần kiểm tra: {1})", shown, word_for(field.doubt)) if field.doubt else shown
    )
