"""Applicants met before, found in their latest dossiers."""

from datetime import date

from sqlalchemy import Connection, Row, func, select

from app.answers.people import PersonOffer
from app.domain.clock import from_utc_text
from app.domain.text import fold, words
from app.domain.workflow.states import DossierState
from db.stores import search
from db.stores.dossier_values import applicant_of
from db.tables.dossier import dossier

_LOOKED_AT = 200
_OPEN = frozenset(state.value for state in DossierState if state.is_open)


def find(connection: Connection, text: str, *, most: int = 5) -> tuple[PersonOffer, ...]:
    """People whose identity number, phone or name begins as `text` does, latest first.

    One offer per identity number, or per folded name and phone where there is none. Fewer than
    two letters or digits find nobody.
    """
    wanted = words(text)
    if all(word.isdigit() for word in wanted):
        wanted = ["".join(wanted)]
    if sum(map(len, wanted)) < 2:
        return ()
    ids = search.find(connection, " ".join(wanted), most=_LOOKED_AT)
    if not ids:
        return ()
    rows = connection.execute(
        select(dossier).where(dossier.c.id.in_(ids)).order_by(dossier.c.id.desc())
    )
    met: dict[tuple[str, ...], list[Row[tuple[object, ...]]]] = {}
    for row in rows:
        if _is_meant(row, wanted):
            met.setdefault(_identity(row), []).append(row)
    return tuple(_offer(group) for group in list(met.values())[:most])


def addresses(connection: Connection, *, most: int) -> tuple[str, ...]:
    """Addresses of the applicants of the newest `most` dossiers, newest first, with repetitions."""
    rows = connection.execute(
        select(dossier.c.address).order_by(dossier.c.id.desc()).limit(most)
    ).scalars()
    return tuple(address for address in rows if address)


def newest_id(connection: Connection) -> int:
    """The row of the newest dossier; 0 while there is none."""
    return connection.execute(select(func.max(dossier.c.id))).scalar() or 0


def _is_meant(row: Row[tuple[object, ...]], wanted: list[str]) -> bool:
    """Whether the applicant matches, not only the dossier's code or the representative."""
    mine = [*words(row.full_name), row.phone, row.phone[-4:], fold(row.personal_id)]
    mine.append(row.personal_id[-4:])
    return all(any(word.startswith(w) for word in mine) for w in wanted)


def _identity(row: Row[tuple[object, ...]]) -> tuple[str, ...]:
    if row.personal_id:
        return (row.personal_id,)
    return (fold(row.full_name), row.phone)


def _offer(group: list[Row[tuple[object, ...]]]) -> PersonOffer:
    latest = group[0]
    last_on: date = from_utc_text(latest.received_at).date()
    return PersonOffer(
        applicant=applicant_of(latest),
        dossiers=len(group),
        last_on=last_on,
        open_codes=tuple(row.code for row in group if row.state in _OPEN),
    )
