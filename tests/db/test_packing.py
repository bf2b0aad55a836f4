"""Events are stored small, and nothing that was stored otherwise is believed."""

import hashlib
import json
import os
import zlib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.certification.books import CertifiedDocument
from app.domain.money.payment import PaymentRequest
from app.domain.workflow.states import DossierEvent, DossierState
from app.exchange.dialects import DIALECTS
from app.exchange.events import dossier_event, read_event, step_event
from db import packing
from db.packing import MOST_BYTES, BodyUnreadable, Dictionary, unpacked
from tests.builders import a_certification, a_desk, a_dossier
from tests.exchange import strategies_exchange as some


def packed(body: bytes) -> bytes:
    return packing.packed(body, Dictionary.EVENTS)


def a_body() -> bytes:
    return dossier_event(some.facts(), some.a_dossier(), some.a_procedure())


def a_step() -> bytes:
    return step_event(
        some.facts(),
        some.a_dossier(),
        some.a_procedure(),
        DossierEvent.START,
        "",
        from_state=DossierState.RECEIVED,
    )


@given(st.binary(max_size=5_000))
def test_any_body_comes_back_as_it_was(body):
    assert unpacked(packed(body)) == body


@given(some.all_facts, some.dossiers, some.procedures)
def test_any_event_comes_back_as_it_was(where, dossier, procedure):
    body = dossier_event(where, dossier, procedure)
    assert unpacked(packed(body)) == body


def test_the_same_body_is_always_stored_alike():
    assert packed(a_body()) == packed(a_body())


def test_a_typical_dossier_takes_450_bytes_at_most_and_a_step_200():
    assert len(a_body()) > 1_800
    assert len(packed(a_body())) <= 450
    assert len(packed(a_step())) <= 200


def test_the_dictionary_of_format_1_never_changes():
    """Whoever changes it makes every event stored before unreadable."""
    content = (resources.files("resources") / "records" / "dictionary_1.txt").read_bytes()
    digest = "448a7c95eec2cbfb85966394676ed9f43328e9649aaf11f7aae827ec4965d0bf"
    assert hashlib.sha256(content).hexdigest() == digest
    assert len(content) < 2**15


def test_the_dictionary_of_format_2_never_changes():
    """Whoever changes it makes every content of a form stored before unreadable."""
    content = (resources.files("resources") / "records" / "dictionary_2.txt").read_bytes()
    digest = "5c118126e8c62374abe0144329923a72b6c396e9882796004c58960df1d342e5"
    assert hashlib.sha256(content).hexdigest() == digest
    assert 2**14 < len(content) < 2**15
    assert b"\n" not in content


def test_dictionaries_are_numbered_and_a_number_is_never_given_again():
    assert {one.name: one.value for one in Dictionary} == {"EVENTS": 1, "CONTENTS": 2}
    body = a_body()
    for one in Dictionary:
        stored = packing.packed(body, one)
        assert stored[0] == one.value
        assert unpacked(stored) == body


def test_a_typical_receipt_takes_a_fifth_and_a_slip_too(tmp_path):
    desk = a_desk(tmp_path / "data")
    a_certification(desk, CertifiedDocument("Bằng"), payment=PaymentRequest())
    a_dossier(desk)
    with desk.records.read() as connection:
        query = "SELECT form, body FROM form_content ORDER BY id"
        found = connection.exec_driver_sql(query).all()
    desk.close()
    assert [form for form, _ in found] == ["01", "payment", "01"]
    for _, body in found:
        assert body[0] == Dictionary.CONTENTS
        assert len(unpacked(body)) > 600
        assert len(body) * 5 < len(unpacked(body))


STORED_STEP = bytes.fromhex(
    "01c3680d189beb595aea19e26a0d181987181a58017b9fc6b4697542ad07575c46c6385b9d46e660"
    "6798e26c75823ae71e2144b63d918e71c1def6c4661df662011a3ea604db9ec1218e4198bd71e334"
    "c364233c19d010bd9f8394c709b53f439dfc5cc0f9105235439b4e887ce801baaf211d9a0b7d12f3"
    "507321596d4d00"
)


STORED_WHOLE = bytes.fromhex(
    "01c3680d189beb595aea19e26a0d181987181a58017b9fc6746c0d4086237cf21feeee07eb8356f7"
    "b82b790fd0d503e9d00405ac8956565254cd1b5a9802e3d2087c122e72356f6c626a666e01abe6c1"
    "f304f4ace4a15105aee48d8cf156f206d006810168b847d73b10e41bac153f7c4b217a3d8b759db4"
    "11f69381412b698151bd4b21a7127e3037c13adb1c9cb04c07a2ce36c752631bc32bec70ff206fd0"
    "f800e18a1b8b170856dc2849d527318f8ad536ec6822cc6a9b8c2387b0d4cf861454cf58828a60f5"
    "0c2d7b889a4dc0543b30d5b35ba88f0f75ea66e334c364233c75b321517573a8939f0bb83286b4cf"
    "a1fd27bcc911a92ac6590f93700a16a800f20841aa8ba97efe15a46ca3d2f957e008c456730200"
)
"""A dossier as the first program stored it, like the step before it."""


def test_a_step_stored_by_an_earlier_program_is_read():
    earlier = json.loads(a_step())
    del earlier["officer_title"], earlier["dossier"]["began_at"], earlier["dossier"]["code_outside"]
    body = unpacked(STORED_STEP)
    assert json.loads(body) == earlier
    now = read_event(a_step())
    dossier = replace(now.dossier, began_at=None, code_outside="")
    assert read_event(body) == replace(now, dossier=dossier)


@pytest.mark.parametrize("stored", [STORED_STEP, STORED_WHOLE])
@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
def test_an_event_stored_by_an_earlier_program_is_told_to_the_province(stored, dialect):
    message = json.loads(dialect.render(unpacked(stored)))
    code = "H37.99.1-261123-0001"
    assert (message["ma_ho_so"], message["du_lieu"]["MaHoSo"]) == (code, code)


@pytest.mark.parametrize("length", range(0, len(STORED_STEP), 7))
def test_an_event_cut_short_is_damaged(length):
    with pytest.raises(BodyUnreadable):
        unpacked(STORED_STEP[:length])


@pytest.mark.parametrize(
    "stored",
    [
        b"",
        b"\x01",
        b"\x00" + packed(b"x")[1:],
        b"\x03" + packed(b"x")[1:],
        b'{"v":1}',
        packed(b"x" * 100)[:-1],
        packed(b"x" * 100) + b"\0",
        b"\x01" + zlib.compress(b"x" * 100),
        b"\x01\xff\xff\xff",
    ],
)
def test_what_was_not_packed_here_is_called_damaged(stored):
    with pytest.raises(BodyUnreadable):
        unpacked(stored)


def test_a_bomb_is_unpacked_no_further_than_the_bound():
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    zeros = bytes(2**20)
    bomb = b"\x01" + b"".join(deflate.compress(zeros) for _ in range(64)) + deflate.flush()
    assert len(bomb) < 100_000
    with pytest.raises(BodyUnreadable) as damaged:
        unpacked(bomb)
    assert damaged.value.facts["why"] == "quá dài"


def test_a_body_too_long_to_be_read_again_is_not_stored():
    longest = os.urandom(1000) * (MOST_BYTES // 1000)
    assert unpacked(packed(longest)) == longest
    with pytest.raises(BodyUnreadable):
        packed(bytes(MOST_BYTES + 1))


def test_packing_looks_at_the_dictionary_once():
    packed(b"x")
    before = packing._words.cache_info().misses
    packed(b"y")
    assert packing._words.cache_info().misses == before
