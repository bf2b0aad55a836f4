"""People met before, as applicants or bringing papers for others, found in their dossiers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, bindparam, func, select

from app.answers.people import PersonOffer
from app.domain.clock import from_utc_text
from app.domain.dossier.dossier import Applicant
from app.domain.dossier.numbers import id_key, phone_key
from app.domain.finding.readings import Beginnings, indexed, readings
from app.domain.text import fold, words
from app.domain.workflow.states import DossierState
from db.stores import search
from db.stores.dossier_values import applicant_of, person_of
from db.tables.dossier import dossier

_LOOKED_AT = 200
_OPEN = frozenset(state.value for state in DossierState if state.is_open)


def find(connection: Connection, text: str, *, most: int = 5) -> tuple[PersonOffer, ...]:
    """People whose identity number, phone or name begins as `text` does, latest first.

    One offer per identity number, or per folded name and phone where there is none. Fewer than
    two letters or digits find nobody.
    """
    if sum(map(len, words(text))) < 2:
        return ()
    for tier in readings(text):
        if met := _met(connection, tier):
            return tuple(_offer(group) for group in met[:most])
    return ()


_Row = Row[*tuple[Any, ...]]
_Named = tuple[str, str, str, str]
"""Full name, telephone, identity number and the one of before, as they were typed."""
_D = dossier.c
_NAMED = (_D.full_name, _D.phone, _D.personal_id, _D.old_id)
_PEOPLE = (
    select(
        *_NAMED,
        _D.representative,
        _D.applicant_kind,
        _D.id_kind,
        _D.born,
        _D.sex,
        _D.email,
        _D.address,
        _D.code,
        _D.official_code,
        _D.state,
        _D.received_at,
    )
    .where(_D.id.in_(bindparam("ids", expanding=True)))
    .order_by(_D.id.desc())
)


class _Seen(NamedTuple):
    """Somebody in a dossier: the applicant, or the `other` who brought it for them.

    Of the many that are looked at few are meant, and the others need no more than their names.
    """

    named: _Named
    row: _Row
    other: Applicant | None = None

    @property
    def person(self) -> Applicant:
        """All that the dossier says of them."""
        return applicant_of(self.row) if self.other is None else self.other


def _met(connection: Connection, tier: Sequence[Beginnings]) -> list[list[_Seen]]:
    """Where each person one reading of `tier` means was seen, the latest first."""
    ids = search.of_any(connection, tier, most=_LOOKED_AT)
    if not ids:
        return []
    if others := search.linked(connection, tier, ids):
        tier = (*tier, *others)
        ids = search.of_any(connection, tier, most=_LOOKED_AT)
    rows = connection.execute(_PEOPLE, {"ids": ids}).all()
    seen = [one for row in rows for one in _seen_in(row)]
    of_now = {id_key(old): id_key(now) for (_, _, now, old), *_ in seen if old}
    spaced = [[f" {word}" for word in beginnings] for beginnings in tier]
    met: dict[tuple[str, ...], list[_Seen]] = {}
    for one in seen:
        if _is_meant(one.named, spaced):
            met.setdefault(_identity(one.named, of_now), []).append(one)
    return list(met.values())


def _seen_in(row: _Row) -> Iterator[_Seen]:
    *named, representative = row[: len(_NAMED) + 1]
    yield _Seen(tuple(named), row)
    if other := person_of(representative):
        # What they are to that applicant, they need not be to another.
        other = replace(other, title="", role=None)
        yield _Seen((other.full_name, other.phone, other.personal_id, other.old_id), row, other)


def addresses(connection: Connection, *, most: int) -> tuple[str, ...]:
    """Addresses of the applicants of the newest `most` dossiers, newest first, with repetitions."""
    rows = connection.execute(
        select(dossier.c.address).order_by(dossier.c.id.desc()).limit(most)
    ).scalars()
    return tuple(address for address in rows if address)


def newest_id(connection: Connection) -> int:
    """The row of the newest dossier; 0 while there is none."""
    return connection.execute(select(func.max(dossier.c.id))).scalar() or 0


def _is_meant(named: _Named, tier: Sequence[Sequence[str]]) -> bool:
    """Whether this person matches, not only the dossier's code or the other one in it.

    `tier` has a space before each beginning, as their words have.
    """
    full_name, *numbers = named
    names = _names(full_name)
    left = [[one for one in beginnings if one not in names] for beginnings in tier]
    if not all(left):
        return True
    own = _numbers(*numbers)
    return any(all(one in own for one in beginnings) for beginnings in left)


# Kept, as each further letter that is typed looks at the same people.
@lru_cache(maxsize=2_048)
def _names(full_name: str) -> str:
    """The words of a name, a space before each."""
    return "".join(f" {word}" for word in words(full_name))


@lru_cache(maxsize=2_048)
def _numbers(phone: str, *identities: str) -> str:
    """The numbers a person is found by, and their last four digits, a space before each."""
    keys = (phone_key(phone), *map(id_key, identities))
    return "".join(f" {number} {number[-4:]}" for number in map(indexed, keys) if number)


def _identity(named: _Named, of_now: Mapping[str, str]) -> tuple[str, ...]:
    """Who it is: by the number of now, also of whom `of_now` tells it for one of before."""
    full_name, phone, personal_id, _ = named
    if personal_id:
        number = id_key(personal_id)
        return (of_now.get(number) or number,)
    return (fold(full_name), phone_key(phone))


def _offer(group: list[_Seen]) -> PersonOffer:
    """What they said of themselves last as applicants tells most; it is offered if there is any."""
    last_on: date = from_utc_text(group[0].row.received_at).date()
    own = [one for one in group if one.other is None]
    return PersonOffer(
        applicant=own[0].person if own else group[0].person,
        dossiers=len(group),
        last_on=last_on,
        open_codes=tuple(
            one.row.official_code or one.row.code for one in own if one.row.state in _OPEN
        ),
    )
