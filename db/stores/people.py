"""People met before, as applicants or bringing papers for others, found in their dossiers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, Row, func, select

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


_Row = Row[tuple[object, ...]]


class _Seen(NamedTuple):
    """Somebody in a dossier: the applicant, or who brought it for them."""

    person: Applicant
    row: _Row
    is_own: bool


def _met(connection: Connection, tier: Sequence[Beginnings]) -> list[list[_Seen]]:
    """Where each person one reading of `tier` means was seen, the latest first."""
    ids = search.of_any(connection, tier, most=_LOOKED_AT)
    if not ids:
        return []
    if others := search.linked(connection, tier, ids):
        tier = (*tier, *others)
        ids = search.of_any(connection, tier, most=_LOOKED_AT)
    rows = connection.execute(
        select(dossier).where(dossier.c.id.in_(ids)).order_by(dossier.c.id.desc())
    ).all()
    seen = [one for row in rows for one in _seen_in(row)]
    people = (one.person for one in seen)
    of_now = {id_key(who.old_id): id_key(who.personal_id) for who in people if who.old_id}
    met: dict[tuple[str, ...], list[_Seen]] = {}
    for one in seen:
        if any(_is_meant(one.person, beginnings) for beginnings in tier):
            met.setdefault(_identity(one.person, of_now), []).append(one)
    return list(met.values())


def _seen_in(row: _Row) -> Iterator[_Seen]:
    yield _Seen(applicant_of(row), row, is_own=True)
    if other := person_of(row.representative):
        # What they are to that applicant, they need not be to another.
        yield _Seen(replace(other, title="", role=None), row, is_own=False)


def addresses(connection: Connection, *, most: int) -> tuple[str, ...]:
    """Addresses of the applicants of the newest `most` dossiers, newest first, with repetitions."""
    rows = connection.execute(
        select(dossier.c.address).order_by(dossier.c.id.desc()).limit(most)
    ).scalars()
    return tuple(address for address in rows if address)


def newest_id(connection: Connection) -> int:
    """The row of the newest dossier; 0 while there is none."""
    return connection.execute(select(func.max(dossier.c.id))).scalar() or 0


def _is_meant(who: Applicant, wanted: Beginnings) -> bool:
    """Whether this person matches, not only the dossier's code or the other one in it."""
    keys = phone_key(who.phone), id_key(who.personal_id), id_key(who.old_id)
    numbers = [*map(indexed, keys)]
    mine = [*words(who.full_name), *numbers, *(number[-4:] for number in numbers)]
    return all(any(word.startswith(w) for word in mine) for w in wanted)


def _identity(who: Applicant, of_now: Mapping[str, str]) -> tuple[str, ...]:
    """Who it is: by the number of now, also of whom `of_now` tells it for one of before."""
    if who.personal_id:
        number = id_key(who.personal_id)
        return (of_now.get(number) or number,)
    return (fold(who.full_name), phone_key(who.phone))


def _offer(group: list[_Seen]) -> PersonOffer:
    """What they said of themselves last as applicants tells most; it is offered if there is any."""
    last_on: date = from_utc_text(group[0].row.received_at).date()
    fullest = next((one for one in group if one.is_own), group[0])
    return PersonOffer(
        applicant=fullest.person,
        dossiers=len(group),
        last_on=last_on,
        open_codes=tuple(
            one.row.official_code or one.row.code
            for one in group
            if one.is_own and one.row.state in _OPEN
        ),
    )
