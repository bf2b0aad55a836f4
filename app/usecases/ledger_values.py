"""What the ledger keeps of a change: every changed value, old and new; and the way back.

A value is named by its field, parts of applicant and representative by ``applicant.phone``; what is
empty is null. Where a dossier stands is in the row's own columns. Read in the order of versions,
the rows of a dossier give the dossier (`replayed`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

import msgspec

from app.domain.dossier.dossier import Dossier
from app.domain.errors import Damaged
from app.domain.ledger import LedgerEntry

_ELSEWHERE = frozenset({"id", "version", "state", "missing"})
"""What a ledger row holds beside its detail, and what is of this database alone."""
_PARTS = ("applicant", "representative")
_EMPTY: Mapping[str, object] = {
    "case": None, "representative": None, "documents": [], "note": "", "filed_at": None,
    "due_at": None, "measured_due_at": None, "boundary_free": False, "calendar_confirmed": False,
}  # fmt: skip
"""Fields without a default that may be empty, as they are then."""


_FIELDS = tuple(field.name for field in fields(Dossier) if field.name not in _ELSEWHERE)


class LedgerUnreadable(Damaged):
    """The rows of a dossier do not give a dossier. Facts: seq."""


class DossierAltered(Damaged):
    """A dossier is not what its ledger rows tell. Facts: code, fields (names of the values)."""


def canonical(values: Mapping[str, object]) -> str:
    """`values` as canonical JSON for the ledger: sorted keys, no spaces, empty if nothing."""
    if not values:
        return ""
    return msgspec.json.encode(values, order="sorted").decode()


def differences(
    before: Dossier | None, after: Dossier, among: Iterable[str] = _FIELDS
) -> dict[str, tuple[object, object]]:
    """Old and new value of everything `among` these that `after` says otherwise than `before`."""
    names = among
    if before is not None:
        names = [name for name in among if getattr(before, name) != getattr(after, name)]
    olds = _flat(before, names) if before else {}
    news = _flat(after, names)
    return {
        name: (olds.get(name), news.get(name))
        for name in dict.fromkeys((*news, *olds))
        if olds.get(name) != news.get(name)
    }


def replayed(rows: Iterable[LedgerEntry], dossier_id: int = 0) -> Dossier:
    """The dossier its ledger rows tell of, in the order of versions.

    Its `id` is `dossier_id`: the rows do not know where it is stored.

    Raises:
        LedgerUnreadable: at the first row that does not fit.
    """
    values: dict[str, Any] = {}
    last: LedgerEntry | None = None
    for row in rows:
        last = row
        try:
            if row.detail:
                for name, (_, new) in msgspec.json.decode(row.detail).items():
                    values[name] = new
        except (msgspec.DecodeError, ValueError, TypeError, AttributeError):
            raise LedgerUnreadable(seq=row.seq) from None
    if last is None:
        raise LedgerUnreadable(seq=0)
    body = _nested(values) | {"id": dossier_id, "version": last.version, "state": last.to_state}
    try:
        return msgspec.convert({**_EMPTY, **body}, Dossier)
    except msgspec.ValidationError:
        raise LedgerUnreadable(seq=last.seq) from None


def require_as_recorded(rows: Iterable[LedgerEntry], dossier: Dossier) -> None:
    """Let pass a stored dossier that is what its rows tell, in the order of versions.

    Raises:
        DossierAltered, LedgerUnreadable: as named.
    """
    known = replayed(rows, dossier.id)
    changed = {} if known == dossier else differences(known, dossier)
    if changed or (known.state, known.version) != (dossier.state, dossier.version):
        raise DossierAltered(code=dossier.code, fields=tuple(changed) or ("state",))


def _flat(dossier: Dossier, names: Iterable[str]) -> dict[str, object]:
    """Each of these values that is not empty; what is empty in no way differs from nothing."""
    found: dict[str, object] = {}
    for name in names:
        value = msgspec.to_builtins(getattr(dossier, name))
        if value in (None, "", (), [], False):
            continue
        if name in _PARTS:
            found |= {f"{name}.{part}": each for part, each in value.items() if each}
        else:
            found[name] = value
    return found


def _nested(values: Mapping[str, Any]) -> dict[str, Any]:
    """Names with a dot gathered again; only what is still there."""
    body: dict[str, Any] = {}
    for name, value in values.items():
        whole, dot, part = name.partition(".")
        if value is None or whole not in _FIELDS:
            continue
        if dot:
            body.setdefault(whole, {})[part] = value
        else:
            body[name] = value
    return body
