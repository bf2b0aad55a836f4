"""What a dossier is found by, and finding it."""

from collections.abc import Iterable, Sequence
from functools import cache

from sqlalchemy import ColumnElement, Connection, Select, bindparam, select, union_all

from app.domain.dossier.dossier import Applicant
from app.domain.dossier.numbers import id_key, phone_key
from app.domain.finding.paper_names import NamedPaper
from app.domain.finding.readings import (
    Beginnings,
    indexed,
    readings,
    run_together,
    spelt_otherwise,
)
from app.domain.text import words
from db.engine.chosen import ENGINE
from db.tables.dossier import dossier
from db.tables.form import form_content
from db.tables.money import payment

MOST = 50
_IDENTITY_DIGITS = frozenset({9, 12})
"""Of identity numbers of before and of now."""


def searchable(
    code: str, official_code: str, people: Iterable[Applicant], *, former: Iterable[str] = ()
) -> str:
    """What a dossier is found by: codes, names, phones, identity numbers, their last four."""
    found = words(" ".join((code, official_code, *former)))
    for person in people:
        found += words(person.full_name)
        keys = (phone_key(person.phone), id_key(person.personal_id), id_key(person.old_id))
        for number in map(indexed, keys):
            if number:
                found += [number, *([number[-4:]] if len(number) > 4 else [])]
    return " ".join(dict.fromkeys(found))


def find(connection: Connection, text: str, *, most: int = MOST) -> list[int]:
    """Ids of the newest dossiers `text` may mean; an empty text finds none."""
    for tier in readings(text):
        if found := of_person(connection, tier, most=most):
            return found
    return _of_code(connection, text, most=most)


def find_spelt_otherwise(connection: Connection, text: str, *, most: int = MOST) -> list[int]:
    """Ids of the newest dossiers whose words are `text` in another spelling."""
    return of_any(connection, spelt_otherwise(text), most=most)


def of_person(connection: Connection, tier: Sequence[Beginnings], *, most: int) -> list[int]:
    """`of_any`, with the dossiers of the person's other number where one is meant."""
    found = of_any(connection, tier, most=most)
    others = linked(connection, tier, found)
    return of_any(connection, (*tier, *others), most=most) if others else found


def linked(
    connection: Connection, tier: Sequence[Beginnings], found: Sequence[int]
) -> tuple[Beginnings, ...]:
    """The other numbers of the people whose whole identity number `tier` names.

    A person has the number of now and, as a card or a file said with one of the dossiers `found`,
    one of before.
    """
    asked = {one[0] for one in tier if len(one) == 1 and len(one[0]) in _IDENTITY_DIGITS}
    if not asked or not found:
        return ()
    row = dossier.c
    rows = connection.execute(
        select(row.personal_id, row.old_id).where(row.id.in_(found), row.old_id != "")
    )
    pairs = [{indexed(id_key(one)) for one in pair} for pair in rows]
    known = set().union(*(pair for pair in pairs if pair & asked)) - {""}
    return tuple((number,) for number in sorted(known - asked))


def of_any(connection: Connection, tier: Iterable[Beginnings], *, most: int) -> list[int]:
    """Ids of the newest dossiers that hold all beginnings of one reading of `tier`."""
    found: set[int] = set()
    for beginnings in tier:
        found |= set(ENGINE.dossiers_with(connection, beginnings, most=most))
    return sorted(found, reverse=True)[:most]


def of_paper(
    connection: Connection,
    paper: NamedPaper,
    *,
    agency: str,
    years: Sequence[int],
    most: int = MOST,
) -> list[int]:
    """Ids of the dossiers of a paper or slip with this number, the newest first."""
    stations = range(100) if paper.station is None else (paper.station,)
    wanted = (paper.year,) if paper.year is not None else years
    place: tuple[ColumnElement[bool], ...]
    if paper.series:
        table, station = form_content, form_content.c.station
        place = (form_content.c.series == paper.series,)
    else:
        table, station, place = payment, payment.c.slip_station, ()
    rows = connection.execute(
        select(table.c.dossier_id)
        .where(
            *place,
            table.c.agency == agency,
            table.c.year.in_(wanted),
            station.in_(stations),
            table.c.number == paper.number,
        )
        .distinct()
    )
    return sorted(rows.scalars(), reverse=True)[:most]


def of_procedures(
    connection: Connection,
    codes: Sequence[str],
    *,
    among: Sequence[int] | None = None,
    most: int = MOST,
) -> list[int]:
    """Ids of the newest dossiers of these procedures, of all or only `among` these."""
    if among is not None:
        chosen = select(dossier.c.id).where(
            dossier.c.id.in_(among), dossier.c.procedure_code.in_(codes)
        )
        return sorted(connection.execute(chosen).scalars(), reverse=True)[:most]
    if not codes:
        return []
    asked = {f"code_{nth}": code for nth, code in enumerate(dict.fromkeys(codes))}
    newest = _newest_of_procedures(len(asked))
    return list(connection.execute(newest, {**asked, "most": most}).scalars().all())


@cache
def _newest_of_procedures(count: int) -> Select[int]:
    """The newest `most` ids of `count` procedures: of each its own newest are enough."""
    newest = (
        select(dossier.c.id)
        .where(dossier.c.procedure_code == bindparam(f"code_{nth}"))
        .order_by(dossier.c.id.desc())
        .limit(bindparam("most"))
        .subquery()
        for nth in range(count)
    )
    found = union_all(*(select(one.c.id) for one in newest)).subquery()
    return select(found.c.id).order_by(found.c.id.desc()).limit(bindparam("most"))


def _of_code(connection: Connection, text: str, *, most: int) -> list[int]:
    """Ids of dossiers whose code, less its signs, is `text` less its own."""
    plain, tier = run_together(text)
    ids = of_any(connection, tier, most=most)
    row = dossier.c
    columns = (row.id, row.code, row.official_code, row.former_codes)
    rows = connection.execute(select(*columns).where(row.id.in_(ids)))
    meant = {
        one.id
        for one in rows
        if plain in map(_plain, (one.code, one.official_code, *one.former_codes.split()))
    }
    return [one for one in ids if one in meant]


def _plain(code: str) -> str:
    return "".join(words(code))
