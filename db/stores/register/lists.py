"""Dossiers of a list narrowed down, put in order, and read for a sheet."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from app.answers.listing import ListFilter, ListSort
from app.domain.actor import officer_key
from app.domain.catalogue.procedure import ReturnBy
from app.domain.clock import from_utc_text
from app.domain.finding.vietnamese_order import order_key, person_key
from app.domain.text import words as words_of
from app.domain.workflow.states import DossierState
from db.stores.dossier_values import shown_code
from db.tables.dossier import dossier
from db.tables.handover import handing
from db.tables.office import procedure_version

_D, _P = dossier.c, procedure_version.c
AT_ONCE = 2_000
"""Ids looked up in one query."""


@dataclass(frozen=True, slots=True)
class ListedDossier:
    """One line of a list as a sheet has it; `agency` is where its papers lie, empty the desk."""

    code: str
    applicant: str
    phone: str
    address: str
    procedure: str
    field: str
    officer: str
    received_at: datetime
    due_at: datetime | None
    state: DossierState
    return_by: ReturnBy
    agency: str


def newest_id(connection: Connection) -> int:
    """The row of the dossier registered last; 0 before the first."""
    return connection.execute(select(func.max(_D.id))).scalar() or 0


def matching(connection: Connection, wanted: ListFilter, ids: Sequence[int]) -> "array[int]":
    """Those of `ids` that `wanted` lets pass, in their order; ids of no dossier are left out."""
    is_meant = _meant(wanted)
    found = array("q")
    for part in _parts(ids):
        query = select(_D.id, _D.officer, _D.address).where(_among(part), *_conditions(wanted))
        passed = {row.id for row in connection.execute(query) if is_meant(row)}
        found.extend(one for one in part if one in passed)
    return found


def in_order(connection: Connection, sort: ListSort, ids: Sequence[int]) -> "array[int]":
    """`ids` in another order: by Vietnamese letters, or by receipt; equal ones as they were."""
    keys: dict[int, Any] = {}
    for part in _parts(ids):
        query = select(_D.id, _D.full_name, _P.name, _D.received_at).join_from(
            dossier, procedure_version, _P.id == _D.procedure_version
        )
        for row in connection.execute(query.where(_among(part))):
            keys[row.id] = _key(sort, row)
    return array("q", sorted((one for one in ids if one in keys), key=keys.__getitem__))


def _key(sort: ListSort, row: Row[*tuple[Any, ...]]) -> Any:  # noqa: ANN401 - what one order compares
    if sort is ListSort.APPLICANT:
        return person_key(row.full_name)
    return order_key(row.name) if sort is ListSort.PROCEDURE else row.received_at


def rows(connection: Connection, ids: Sequence[int]) -> Iterator[ListedDossier]:
    """The lines of `ids` in their order, some at a time."""
    lies = (handing.c.dossier_id == _D.id) & handing.c.left_at.is_(None)
    columns = (
        _D.id, shown_code(), _D.full_name, _D.phone, _D.address, _P.name, _P.field, _D.officer,
        _D.received_at, _D.due_at, _D.state, _D.return_by,
        func.coalesce(handing.c.agency, "").label("lies_at"),
    )  # fmt: skip
    query = (
        select(*columns)
        .join_from(dossier, procedure_version, _P.id == _D.procedure_version)
        .join(handing, lies, isouter=True)
    )
    for part in _parts(ids):
        by_id = {row.id: row for row in connection.execute(query.where(_among(part)))}
        yield from (_listed(by_id[one]) for one in part if one in by_id)


def fields(connection: Connection) -> list[str]:
    """Every field of procedures of the catalogue."""
    found = select(_P.field).where(_P.field != "").distinct()
    return list(connection.execute(found).scalars())


def officers(connection: Connection) -> list[str]:
    """Everybody who received a dossier that is still open."""
    found = select(_D.officer).where(_D.ended_at.is_(None)).distinct()
    return list(connection.execute(found).scalars())


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for begin in range(0, len(ids), AT_ONCE):
        yield ids[begin : begin + AT_ONCE]


def _among(part: Sequence[int]) -> ColumnElement[bool]:
    """Ids that follow each other are one stretch of the table, read as it lies."""
    lowest, highest = min(part), max(part)
    if highest - lowest + 1 == len(part):
        return _D.id.between(lowest, highest)
    return _D.id.in_(part)


def _conditions(wanted: ListFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.field:
        versions = select(_P.id).where(_P.field == wanted.field)
        found.append(_D.procedure_version.in_(versions))
    if wanted.return_by is not None:
        found.append(_D.return_by == wanted.return_by.value)
    if wanted.agency is not None:
        lying = select(handing.c.dossier_id).where(handing.c.left_at.is_(None))
        if wanted.agency:
            found.append(_D.id.in_(lying.where(handing.c.agency == wanted.agency)))
        else:
            found.append(_D.id.not_in(lying.where(handing.c.agency != "")))
    return found


def _meant(wanted: ListFilter) -> Callable[[Row[*tuple[Any, ...]]], bool]:
    """What SQL does not tell: one officer however spelled, words of an address without accents."""
    officer, village = officer_key(wanted.officer), words_of(wanted.village)
    key_of = cache(officer_key)  # few officers, many rows

    def is_meant(row: Row[*tuple[Any, ...]]) -> bool:
        if wanted.officer and key_of(row.officer) != officer:
            return False
        return not village or _holds(words_of(row.address), village)

    return is_meant


def _holds(address: list[str], village: list[str]) -> bool:
    """Whether `village` stands in `address`, word after word."""
    size = len(village)
    return any(address[at : at + size] == village for at in range(len(address) - size + 1))


def _listed(row: Row[*tuple[Any, ...]]) -> ListedDossier:
    return ListedDossier(
        code=row.code,
        applicant=row.full_name,
        phone=row.phone,
        address=row.address,
        procedure=row.name,
        field=row.field,
        officer=row.officer,
        received_at=from_utc_text(row.received_at),
        due_at=from_utc_text(row.due_at) if row.due_at else None,
        state=DossierState(row.state),
        return_by=ReturnBy(row.return_by),
        agency=row.lies_at,
    )
