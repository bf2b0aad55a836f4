"""The records compared with what the witness knows: what it knows and they lack is lost."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import Damaged
from app.domain.phrases import Phrase, joined, phrase
from db.witness.known import Known, Row

_NAMED = 12
"""Dossiers that a sentence names; of more it says how many."""
LastOf = Callable[[int], int]
"""The last row of a chain of the ledger; 0 where there is none."""
HashAt = Callable[[int, int], str | None]
"""The hash of a row of a chain; None where there is none."""


class RecordsLost(Damaged):
    """Acts that were answered as kept are not in the records.

    Facts: rows (of the ledger, at least), what (in words), path (of the data folder).
    """


@dataclass(frozen=True, slots=True)
class Loss:
    """What the witness knows and the records lack.

    Attributes:
        rows: of the ledger, counted over all chains.
        dossiers: codes of those that were taken in and are gone, as far as they are known.
        changed: codes of those of which a later act is gone.
        heads: how far each chain that lacks rows had reached.
    """

    rows: int
    dossiers: tuple[str, ...]
    changed: tuple[str, ...]
    heads: tuple[tuple[int, int, str], ...]

    def refusal(self, folder: Path) -> RecordsLost:
        """As it is said."""
        return RecordsLost(rows=self.rows, what=self._words(), path=str(folder))

    def _words(self) -> Phrase:
        parts = []
        if self.dossiers:
            parts.append(phrase("hồ sơ {codes}", codes=_listed(self.dossiers)))
        if self.changed:
            parts.append(phrase("việc sau cùng của hồ sơ {codes}", codes=_listed(self.changed)))
        return joined(parts) if parts else phrase("chưa rõ của hồ sơ nào")


def _listed(codes: tuple[str, ...]) -> str:
    named = ", ".join(codes[:_NAMED])
    rest = len(codes) - _NAMED
    return phrase("{named} và {rest} hồ sơ nữa", named=named, rest=rest) if rest > 0 else named


def loss_of(known: Known, last_of: LastOf, hash_at: HashAt) -> Loss | None:
    """What of `known` the ledger lacks; None if it has all of it."""
    short = {
        chain: head for chain, head in known.heads.items() if hash_at(chain, head[0]) != head[1]
    }
    if not short:
        return None
    lost = [
        (place, row)
        for place, row in sorted(known.rows.items())
        if place[0] in short and hash_at(*place) != row.hash
    ]
    named = {chain: sum(place[0] == chain for place, _ in lost) for chain in short}
    rows = sum(max(named[chain], head[0] - last_of(chain), 1) for chain, head in short.items())
    new = _codes(row for _, row in lost if row.version == 1)
    later = _codes(row for _, row in lost if row.version != 1)
    return Loss(
        rows,
        new,
        tuple(code for code in later if code not in new),
        tuple((chain, *head) for chain, head in sorted(short.items())),
    )


def _codes(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.code for row in rows if row.code))
