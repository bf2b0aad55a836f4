"""The hash chain."""

from dataclasses import replace

import pytest

from app.domain.ledger import GENESIS, ChainBroken, LedgerEntry, chain_hash, check_chains

ROW = {
    "at": "2026-11-23T01:00:00Z", "officer": "Hoàng Thị Lan", "station": 1, "subject": "DOSSIER",
    "reference": "H37.99.1-261123-0001", "version": 1, "event": "RECEIVE", "from_state": "",
    "to_state": "RECEIVED", "reason": "", "detail": "",
}  # fmt: skip


def chain(length, of=1):
    entries, previous = [], GENESIS
    for seq in range(1, length + 1):
        digest = chain_hash(chain=of, seq=seq, previous_hash=previous, **ROW)
        entries.append(LedgerEntry(chain=of, seq=seq, previous_hash=previous, hash=digest, **ROW))
        previous = digest
    return entries


def test_a_whole_chain_is_walked_to_its_last_row():
    entries = chain(5)
    assert check_chains(entries) == 5
    assert [entry.previous_hash for entry in entries[1:]] == [one.hash for one in entries[:-1]]


def test_chains_are_walked_apart_in_whatever_order_their_rows_come():
    one, two, office = chain(3, 1), chain(2, 12), chain(4, 0)
    assert check_chains([*office, *one, *two]) == 9
    assert check_chains([two[0], one[0], office[0], one[1], two[1]]) == 5
    moved = [replace(entry, chain=2) for entry in two]
    with pytest.raises(ChainBroken) as broken:
        check_chains([*one, *moved])
    assert broken.value.facts == {"chain": 2, "seq": 1}


def test_a_chain_is_followed_from_any_row_of_it():
    entries = chain(6)
    assert check_chains(entries[3:], are_whole=False) == 3
    with pytest.raises(ChainBroken) as broken:
        check_chains([entries[3], entries[5]], are_whole=False)
    assert broken.value.facts == {"chain": 1, "seq": 6}
    with pytest.raises(ChainBroken):
        check_chains(entries[3:])


def test_an_empty_chain_starts_at_genesis():
    assert check_chains([]) == 0
    assert chain(1)[0].previous_hash == GENESIS


@pytest.mark.parametrize(
    "field", ["at", "officer", "reference", "event", "from_state", "to_state", "reason", "detail"]
)
def test_a_changed_word_is_named_by_its_row(field):
    entries = chain(4)
    entries[2] = replace(entries[2], **{field: "khác"})
    with pytest.raises(ChainBroken) as broken:
        check_chains(entries)
    assert broken.value.facts == {"chain": 1, "seq": 3}
    assert broken.value.exit_code == 3


def test_a_missing_row_is_noticed():
    entries = chain(4)
    del entries[1]
    with pytest.raises(ChainBroken):
        check_chains(entries)


def test_words_cannot_slip_from_one_field_into_the_next():
    one = chain_hash(
        chain=1, seq=1, previous_hash=GENESIS, **(ROW | {"reason": "ab", "detail": "c"})
    )
    other = chain_hash(
        chain=1, seq=1, previous_hash=GENESIS, **(ROW | {"reason": "a", "detail": "bc"})
    )
    assert one != other
