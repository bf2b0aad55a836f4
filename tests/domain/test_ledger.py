"""The hash chain."""

from dataclasses import replace

import pytest

from app.domain.ledger import GENESIS, ChainBroken, LedgerEntry, chain_hash, check_chain

ROW = {
    "at": "2026-11-23T01:00:00Z", "officer": "Hoàng Thị Lan", "station": 1, "subject": "DOSSIER",
    "reference": "H37.99.1-261123-0001", "event": "RECEIVE", "from_state": "",
    "to_state": "RECEIVED", "reason": "", "detail": "",
}  # fmt: skip


def chain(length):
    entries, previous = [], GENESIS
    for seq in range(1, length + 1):
        digest = chain_hash(seq=seq, previous_hash=previous, **ROW)
        entries.append(LedgerEntry(seq=seq, previous_hash=previous, hash=digest, **ROW))
        previous = digest
    return entries


def test_a_whole_chain_gives_its_last_row():
    entries = chain(5)
    assert check_chain(entries) == (5, entries[-1].hash)


def test_an_empty_chain_starts_at_genesis():
    assert check_chain([]) == (0, GENESIS)


@pytest.mark.parametrize(
    "field", ["at", "officer", "reference", "event", "from_state", "to_state", "reason", "detail"]
)
def test_a_changed_word_is_named_by_its_row(field):
    entries = chain(4)
    entries[2] = replace(entries[2], **{field: "khác"})
    with pytest.raises(ChainBroken) as broken:
        check_chain(entries)
    assert broken.value.facts["seq"] == 3
    assert broken.value.exit_code == 3


def test_a_missing_row_is_noticed():
    entries = chain(4)
    del entries[1]
    with pytest.raises(ChainBroken):
        check_chain(entries)


def test_words_cannot_slip_from_one_field_into_the_next():
    one = chain_hash(seq=1, previous_hash=GENESIS, **(ROW | {"reason": "ab", "detail": "c"}))
    other = chain_hash(seq=1, previous_hash=GENESIS, **(ROW | {"reason": "a", "detail": "bc"}))
    assert one != other
