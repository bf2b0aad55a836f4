"""Is the database what it must be? Pages, references, chain, numbering, outbox, papers."""

import hashlib
from pathlib import Path

from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from app.domain.errors import Damaged
from app.domain.ledger import check_chain
from db.connect import NotOurDatabase, connect
from db.keys import DataKey, read_head
from db.papers import PaperStore
from db.schema import APPLICATION_ID
from db.stores import ledger, numbers, prints


class PageDamaged(Damaged):
    """A page fails its authentication or structure. Facts: page, problem."""


class ReferenceBroken(Damaged):
    """A row names one that is not there. Facts: table, row."""


class NumberingBroken(Damaged):
    """A number is missing, doubled or outside its series. Facts: agency, day, number."""


class OutboxIncomplete(Damaged):
    """A ledger row lacks its event or has one too many. Facts: seq, dossier, kind."""


class EventAltered(Damaged):
    """A stored event no longer has its digest. Facts: event_id."""


class OlderThanHead(Damaged):
    """The database is older than the ledger head kept beside the key. Facts: seq, found."""


def check_pages(path: Path, key: DataKey) -> None:
    """Authenticate every page and check the structure; opens its own connection.

    Raises:
        NotOurDatabase: not even the first page can be read.
        PageDamaged: names the first bad page, or the structure's first problem.
    """
    connection = connect(path, key, application_id=APPLICATION_ID)
    try:
        for (problem,) in connection.execute("PRAGMA cipher_integrity_check"):
            raise PageDamaged(page=_page_number(problem), problem=problem)
        for (problem,) in connection.execute("PRAGMA integrity_check(1)"):
            if problem != "ok":
                raise PageDamaged(page=_page_number(problem), problem=problem)
    except dbapi2.DatabaseError as error:
        raise PageDamaged(page="?", problem=str(error)) from None
    finally:
        connection.close()


def _page_number(problem: str) -> str:
    digits = [word.strip(":,.") for word in problem.split()]
    return next((word for word in digits if word.isdigit()), "?")


def check_references(connection: Connection) -> None:
    """Every foreign key leads to a row.

    Raises:
        ReferenceBroken: at the first that does not.
    """
    row = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if row is not None:
        raise ReferenceBroken(table=row[0], row=row[1])


def check_ledger(connection: Connection, folder: Path) -> int:
    """The chain holds from its first row, and reaches the head kept at the last close.

    Returns:
        The number of rows.

    Raises:
        ChainBroken: names the first row that does not fit.
        OlderThanHead: rows known at the last close are gone or others.
    """
    rows, _ = check_chain(ledger.entries(connection))
    kept = read_head(folder)
    if kept is not None and ledger.hash_at(connection, kept[0]) != kept[1]:
        raise OlderThanHead(seq=kept[0], found=rows)
    return rows


def check_numbers(connection: Connection) -> None:
    """Every series is without gaps and every dossier's number belongs to one.

    Raises:
        NumberingBroken: names the first number that does not fit.
    """
    gap = numbers.first_gap(connection)
    if gap is not None:
        raise NumberingBroken(agency=gap[0], day=gap[1], number=gap[2])


def check_outbox(connection: Connection) -> None:
    """Each ledger row of a dossier has one dossier event, and one of progress if it moved.

    Raises:
        OutboxIncomplete, EventAltered: name the first record that does not fit.
    """
    row = connection.exec_driver_sql(
        """
        SELECT l.seq, l.reference,
          CASE WHEN count(o.seq) FILTER (WHERE o.kind = 'ho_so') <> 1
               THEN 'ho_so' ELSE 'tien_trinh' END
        FROM ledger l LEFT JOIN outbox o
          ON o.ledger_seq = l.seq AND o.dossier_id = l.dossier_id
        WHERE l.dossier_id IS NOT NULL
        GROUP BY l.seq
        HAVING count(o.seq) FILTER (WHERE o.kind = 'ho_so') <> 1
          OR count(o.seq) FILTER (WHERE o.kind = 'tien_trinh') <> (l.from_state <> l.to_state)
        ORDER BY l.seq LIMIT 1
        """
    ).first()
    if row is not None:
        raise OutboxIncomplete(seq=row[0], dossier=row[1], kind=row[2])
    stray = connection.exec_driver_sql(
        "SELECT o.ledger_seq, o.dossier_code, o.kind FROM outbox o JOIN ledger l "
        "ON l.seq = o.ledger_seq WHERE l.dossier_id IS NOT o.dossier_id LIMIT 1"
    ).first()
    if stray is not None:
        raise OutboxIncomplete(seq=stray[0], dossier=stray[1], kind=stray[2])
    _check_digests(connection)


def _check_digests(connection: Connection) -> None:
    found = connection.execution_options(yield_per=1_000).exec_driver_sql(
        "SELECT event_id, body, sha256 FROM outbox ORDER BY seq"
    )
    for event_id, body, digest in found:
        if hashlib.sha256(body).hexdigest() != digest:
            raise EventAltered(event_id=event_id)


def check_papers(connection: Connection, papers: PaperStore) -> int:
    """Every stored PDF a print names is there and is what it was.

    Returns:
        How many were read.

    Raises:
        PaperMissing, PaperDamaged: name the first that is not.
    """
    digests = prints.digests(connection)
    for digest in digests:
        papers.get(digest)
    return len(digests)


__all__ = [
    "NotOurDatabase",
    "check_ledger",
    "check_numbers",
    "check_outbox",
    "check_pages",
    "check_papers",
    "check_references",
]
