"""Frozen content is kept as canonical JSON, and its QR text follows the circular."""

import subprocess
import sys
from datetime import UTC, datetime

import pytest

from app.domain.clock import VIETNAM
from app.printing.content import (
    from_json,
    minute_text,
    qr_text,
)
from app.printing.stored import ContentUnreadable, to_json

RECEIVED = datetime(2026, 11, 23, 10, 15, 30, tzinfo=VIETNAM)


def test_stored_content_comes_back_equal_and_stores_to_the_same_bytes(longest):
    stored = to_json(longest)
    assert from_json(stored) == longest
    assert to_json(from_json(stored)) == stored


def test_fields_are_stored_in_alphabetical_order(ordinary):
    stored = to_json(ordinary).decode()
    assert stored.index('"address"') < stored.index('"code"') < stored.index('"superior_body"')
    assert '"documents":[{"kind":"Bản chính","name":"Tờ khai theo mẫu","quantity":1}' in stored


@pytest.mark.parametrize("stored", [b"", b"{", b"[]", b'{"code": 1}', b"\xff\xfe"])
def test_damaged_content_is_named_as_damage(stored):
    with pytest.raises(ContentUnreadable) as refused:
        from_json(stored)
    assert refused.value.exit_code == 3


def test_content_of_a_field_with_another_type_is_refused(ordinary):
    stored = to_json(ordinary).replace(b'"sets":1', b'"sets":"1"')
    with pytest.raises(ContentUnreadable):
        from_json(stored)


def test_content_stored_before_a_field_existed_is_still_read(ordinary):
    assert from_json(to_json(ordinary).replace(b'"note":"",', b"")) == ordinary


def test_moments_are_kept_in_vietnam_time_to_the_minute():
    assert minute_text(RECEIVED) == "2026-11-23T10:15+07:00"
    assert minute_text(datetime(2026, 11, 23, 3, 15, tzinfo=UTC)) == "2026-11-23T10:15+07:00"


def _qr(**changes):
    asked = {
        "code": "H37.99.1-261123-0001",
        "procedure_code": "1.004873",
        "identity_number": "020190001234",
        "system_name": "Hệ thống tỉnh",
        "issued_at": RECEIVED,
        "due_at": datetime(2026, 11, 27, 10, 15, tzinfo=VIETNAM),
    }
    return qr_text(**(asked | changes))


def test_the_qr_text_holds_what_the_circular_asks_for_in_its_order():
    assert _qr(with_identity=True).split("|") == [
        "H37.99.1-261123-0001",
        "1.004873",
        "020190001234",
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        "Hệ thống tỉnh",
        "2026-11-23T10:15+07:00",
        "2026-11-27T10:15+07:00",
    ]


def test_the_identity_number_stays_out_of_the_qr_unless_asked_for():
    assert "020190001234" not in _qr()
    assert len(_qr().split("|")) == 7


def test_a_bar_in_a_name_does_not_move_the_fields_of_the_qr():
    assert _qr(system_name="A|B", due_at=None).split("|")[4:] == [
        "A/B",
        "2026-11-23T10:15+07:00",
        "",
    ]


def test_content_can_be_made_without_loading_the_pdf_library():
    script = (
        "import sys, app.printing.content, app.printing.paper, app.printing.letters,"
        " app.printing.slip_content, app.printing.cash_content, app.printing.profile,"
        " app.domain.forms.paper_number;"
        "sys.exit(any(name in sys.modules for name in ('reportlab', 'zxingcpp', 'pypdfium2')))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
