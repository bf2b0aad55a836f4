"""Frozen contents of forms, and every print made from them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from app.domain.actor import Actor
from app.domain.answers import PrintEntry
from app.domain.clock import from_utc_text, utc_text
from app.domain.errors import DeskError
from db.driver import run
from db.rows.dossier import dossier, form_content, form_print
from db.statement import Statement

_INSERT = Statement(insert(form_content), [c.name for c in form_content.c if c.name != "id"])
_INSERT_PRINT = Statement(insert(form_print), [c.name for c in form_print.c if c.name != "id"])


class NoSuchForm(DeskError):
    """The dossier has no content for this form. Facts: code, form."""


@dataclass(frozen=True, slots=True)
class KnownPrint:
    """What the ledger says of a print."""

    dossier_code: str
    form: str
    paper: str
    copy_number: int
    printer: str
    sha256: str


_KNOWN = {"form", "paper", "copy_number", "printer", "sha256"}


@dataclass(frozen=True, slots=True)
class StoredContent:
    """Content of one form of a dossier, as canonical JSON."""

    id: int
    form: str
    form_set: str
    body: bytes


def add_content(
    connection: Connection, dossier_id: int, form: str, form_set: str, body: bytes, now: datetime
) -> int:
    """Freeze the content of a form; its row number."""
    values = {
        "dossier_id": dossier_id,
        "form": form,
        "form_set": form_set,
        "made_at": utc_text(now),
        "body": body.decode(),
    }
    return _INSERT.insert(connection, values)


def latest_content(connection: Connection, dossier_id: int, form: str) -> StoredContent | None:
    """The newest content of `form`: a correction freezes a new one beside the old."""
    row = run(
        connection,
        "SELECT id, form, form_set, body FROM form_content WHERE dossier_id = ? AND form = ? "
        "ORDER BY id DESC LIMIT 1",
        (dossier_id, form),
    ).fetchone()
    return None if row is None else StoredContent(row[0], row[1], row[2], row[3].encode())


def next_copy(connection: Connection, dossier_id: int, form: str, paper: str) -> int:
    """The number the next print of this form and size takes; 1 is the first."""
    row = run(
        connection,
        "SELECT coalesce(max(copy_number), 0) + 1 FROM form_print "
        "WHERE dossier_id = ? AND form = ? AND paper = ?",
        (dossier_id, form, paper),
    ).fetchone()
    return int(row[0])


def unsent(
    connection: Connection, content: StoredContent, dossier_id: int, form: str, paper: str
) -> PrintEntry | None:
    """The last print of `form` from this very content at this size, if it reached no printer."""
    for entry in of_dossier(connection, dossier_id):
        if entry.form == form and entry.paper == paper:
            made_from = connection.execute(
                select(form_print.c.content_id).where(form_print.c.id == entry.id)
            ).scalar_one()
            return entry if not entry.printer and made_from == content.id else None
    return None


def add_print(
    connection: Connection, actor: Actor, now: datetime, values: dict[str, object]
) -> int:
    """Remember a print whose PDF is already stored; its row number."""
    who = {"printed_at": utc_text(now), "officer": actor.officer, "station": actor.station}
    return _INSERT_PRINT.insert(connection, who | values)


def of_dossier(connection: Connection, dossier_id: int) -> tuple[PrintEntry, ...]:
    """Prints of a dossier, newest first."""
    rows = connection.execute(
        select(form_print)
        .where(form_print.c.dossier_id == dossier_id)
        .order_by(form_print.c.id.desc())
    )
    return tuple(
        PrintEntry(
            id=r.id,
            form=r.form,
            paper=r.paper,
            copy_number=r.copy_number,
            printed_at=from_utc_text(r.printed_at),
            officer=r.officer,
            printer=r.printer,
            pages=r.pages,
        )
        for r in rows
    )


def by_id(connection: Connection, print_id: int) -> KnownPrint:
    """One print with the code of its dossier."""
    columns = (c for c in form_print.c if c.name in _KNOWN)
    row = connection.execute(
        select(dossier.c.code.label("dossier_code"), *columns)
        .join_from(form_print, dossier)
        .where(form_print.c.id == print_id)
    ).one()
    return KnownPrint(**row._mapping)  # noqa: SLF001 - public in SQLAlchemy, so named for safety


def digest_of(connection: Connection, print_id: int) -> str:
    """SHA-256 of a print's PDF, under which the paper store keeps it."""
    digest = connection.execute(
        select(form_print.c.sha256).where(form_print.c.id == print_id)
    ).scalar_one()
    return str(digest)


def digests(connection: Connection) -> list[str]:
    """Digests of every stored PDF."""
    return list(connection.execute(select(form_print.c.sha256).distinct()).scalars())


def set_printer(connection: Connection, print_id: int, printer: str) -> None:
    """Note to which printer a print was handed."""
    connection.execute(
        form_print.update().where(form_print.c.id == print_id).values(printer=printer[:300])
    )
