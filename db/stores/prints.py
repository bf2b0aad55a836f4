"""Frozen contents of forms, and every print made from them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, and_, func, insert, or_, select

from app.answers.dossier import PrintEntry
from app.domain.actor import Actor
from app.domain.clock import from_utc_text, utc_text
from app.domain.errors import DeskError
from app.domain.forms.codes import PAYMENT_FORM
from app.domain.money.payment import SlipNumber
from db.packing import Dictionary, packed, unpacked
from db.stores.inserted import row_of
from db.tables.dossier import apology, dossier, pause
from db.tables.form import early_refusal, form_content, form_print
from db.tables.money import payment


class NoSuchForm(DeskError):
    """The dossier has no content for this form. Facts: code, form."""


@dataclass(frozen=True, slots=True)
class PaperNumber:
    """The number of a paper in the run of its series, year and station (0: the office's)."""

    series: str
    year: int
    station: int
    number: int


@dataclass(frozen=True, slots=True)
class NewContent:
    """Content of a form to be frozen, canonical JSON; `revision` 1 is the first of its paper."""

    dossier_id: int
    form: str
    form_set: str
    subject_id: int
    revision: int
    body: bytes
    number: PaperNumber | None = None


@dataclass(frozen=True, slots=True)
class StoredContent:
    """Content of one form as it was frozen last; `revision` counts how often it was."""

    id: int
    dossier_id: int
    form: str
    form_set: str
    subject_id: int
    revision: int
    body: bytes
    number: PaperNumber | None


@dataclass(frozen=True, slots=True)
class NewPrint:
    """A print whose PDF is stored under `sha256`."""

    dossier_id: int
    content_id: int
    form: str
    subject_id: int
    paper: str
    copy_number: int
    pages: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class KnownPrint:
    """What the ledger says of a print."""

    dossier_code: str
    form: str
    subject_id: int
    paper: str
    copy_number: int
    printer: str
    sha256: str


_KNOWN = ("form", "subject_id", "paper", "copy_number", "printer", "sha256")


def freeze(
    connection: Connection, new: NewContent, *, agency: str, year: int, now: datetime
) -> int:
    """Keep the content of a form; its row number."""
    number = new.number
    values = {
        "dossier_id": new.dossier_id,
        "form": new.form,
        "form_set": new.form_set,
        "subject_id": new.subject_id,
        "revision": new.revision,
        "series": number.series if number else None,
        "agency": agency,
        "year": number.year if number else year,
        "station": number.station if number else 0,
        "number": number.number if number else None,
        "made_at": utc_text(now),
        "body": packed(new.body, Dictionary.CONTENTS),
    }
    return row_of(connection.execute(_FREEZE, values))


_FREEZE = insert(form_content)


def latest_content(connection: Connection, form: str, subject_id: int) -> StoredContent | None:
    """The newest content of `form` about a subject: a correction freezes one beside the old."""
    row = connection.execute(
        select(form_content)
        .where(form_content.c.form == form, form_content.c.subject_id == subject_id)
        .order_by(form_content.c.revision.desc())
    ).first()
    if row is None:
        return None
    number = None
    if row.number is not None:
        number = PaperNumber(row.series, row.year, row.station, row.number)
    return StoredContent(
        row.id,
        row.dossier_id,
        row.form,
        row.form_set,
        row.subject_id,
        row.revision,
        unpacked(row.body),
        number,
    )


class Part(StrEnum):
    """What a dossier may have several of, each with papers of its own."""

    REQUEST = "REQUEST"
    APOLOGY = "APOLOGY"


_PARTS = {Part.REQUEST: pause, Part.APOLOGY: apology}


def last_part(connection: Connection, part: Part, dossier_id: int) -> int:
    """The row of the last of such parts of a dossier that has one."""
    rows = _PARTS[part].c
    found = select(func.max(rows.id)).where(rows.dossier_id == dossier_id)
    return int(connection.execute(found).scalar_one())


def contents_of(
    connection: Connection,
    dossier_id: int,
    forms: Sequence[str],
    parts: Mapping[Part, Sequence[str]],
) -> dict[str, int]:
    """Forms of which a content is kept, each with its subject: of forms about parts the last."""
    about = [and_(form_content.c.form.in_(forms), form_content.c.subject_id == dossier_id)]
    for part, of_part in parts.items():
        rows = _PARTS[part].c
        ids = select(rows.id).where(rows.dossier_id == dossier_id)
        about.append(and_(form_content.c.form.in_(of_part), form_content.c.subject_id.in_(ids)))
    found = (
        select(form_content.c.form, func.max(form_content.c.subject_id).label("subject_id"))
        .where(or_(*about))
        .group_by(form_content.c.form)
    )
    return {row.form: row.subject_id for row in connection.execute(found)}


def add_early_refusal(
    connection: Connection,
    number: PaperNumber,
    *,
    agency: str,
    officer: str,
    body: bytes,
    now: datetime,
) -> int:
    """Keep what a refusal before there was a dossier said; its row number."""
    values = {
        "series": number.series,
        "agency": agency,
        "year": number.year,
        "station": number.station,
        "number": number.number,
        "officer": officer,
        "made_at": utc_text(now),
        "body": packed(body, Dictionary.CONTENTS),
    }
    return row_of(connection.execute(insert(early_refusal), values))


def early_refusal_body(connection: Connection, refusal_id: int) -> bytes:
    """What the paper of a refusal before receipt said, canonical JSON."""
    body = connection.execute(
        select(early_refusal.c.body).where(early_refusal.c.id == refusal_id)
    ).scalar_one()
    return unpacked(body)


def early_refusals(
    connection: Connection, since: datetime
) -> list[tuple[int, PaperNumber, datetime, bytes]]:
    """Refusals before receipt made at `since` or later, newest first, each with what it said."""
    e = early_refusal.c
    found = connection.execute(
        select(e.id, e.series, e.year, e.station, e.number, e.made_at, e.body)
        .where(e.made_at >= utc_text(since))
        .order_by(e.id.desc())
    )
    return [
        (
            row.id,
            PaperNumber(row.series, row.year, row.station, row.number),
            from_utc_text(row.made_at),
            unpacked(row.body),
        )
        for row in found
    ]


def last_of_dossier(
    connection: Connection, dossier_id: int, forms: Sequence[str]
) -> dict[str, int]:
    """Of each of `forms` what it was last frozen about, whatever of the dossier that is."""
    found = (
        select(form_content.c.form, form_content.c.subject_id)
        .where(form_content.c.dossier_id == dossier_id, form_content.c.form.in_(forms))
        .order_by(form_content.c.id)
    )
    return {row.form: row.subject_id for row in connection.execute(found)}


def last_subject(connection: Connection, form: str, part: Part, dossier_id: int) -> int:
    """The row of the last part of a dossier that `form` was frozen about.

    Raises:
        NoSuchForm: there is none.
    """
    found = contents_of(connection, dossier_id, (), {part: (form,)})
    if form not in found:
        code = select(dossier.c.code).where(dossier.c.id == dossier_id)
        raise NoSuchForm(code=str(connection.execute(code).scalar_one()), form=form)
    return found[form]


def printed_of(connection: Connection, content_id: int, form: str, paper: str) -> int:
    """How often `form` was printed on `paper` from this very content."""
    found = select(func.count()).where(
        form_print.c.content_id == content_id,
        form_print.c.form == form,
        form_print.c.paper == paper,
    )
    return int(connection.execute(found).scalar_one())


def next_copy(connection: Connection, form: str, subject_id: int, paper: str) -> int:
    """The number the next print of this form and size takes; 1 is the first."""
    last = select(func.max(form_print.c.copy_number)).where(
        form_print.c.form == form,
        form_print.c.subject_id == subject_id,
        form_print.c.paper == paper,
    )
    return (connection.execute(last).scalar() or 0) + 1


def unsent(
    connection: Connection, content_id: int, form: str, subject_id: int, paper: str
) -> PrintEntry | None:
    """The last print of `form` at this size, if made from this content and on no printer yet."""
    row = connection.execute(
        select(form_print)
        .where(
            form_print.c.form == form,
            form_print.c.subject_id == subject_id,
            form_print.c.paper == paper,
        )
        .order_by(form_print.c.id.desc())
    ).first()
    if row is None or row.printer or row.content_id != content_id:
        return None
    return _entry(row)


def add_print(connection: Connection, actor: Actor, now: datetime, new: NewPrint) -> int:
    """Remember a print; its row number."""
    values = {
        "dossier_id": new.dossier_id,
        "content_id": new.content_id,
        "form": new.form,
        "subject_id": new.subject_id,
        "paper": new.paper,
        "copy_number": new.copy_number,
        "printed_at": utc_text(now),
        "officer": actor.officer,
        "station": actor.station,
        "printer": "",
        "pages": new.pages,
        "size": new.size,
        "sha256": new.sha256,
    }
    made = connection.execute(insert(form_print), values)
    return row_of(made)


def of_dossier(connection: Connection, dossier_id: int) -> tuple[PrintEntry, ...]:
    """Prints of a dossier, newest first."""
    about = (form_print.c.form == PAYMENT_FORM) & (payment.c.id == form_print.c.subject_id)
    rows = connection.execute(
        select(form_print, payment.c.year, payment.c.number, payment.c.slip_station)
        .join_from(form_print, payment, about, isouter=True)
        .where(form_print.c.dossier_id == dossier_id)
        .order_by(form_print.c.id.desc())
    )
    return tuple(
        replace(_entry(row), slip=SlipNumber(row.year, row.number, row.slip_station))
        if row.number is not None
        else _entry(row)
        for row in rows
    )


def by_id(connection: Connection, print_id: int) -> KnownPrint:
    """One print with the code of its dossier."""
    columns = (form_print.c[name] for name in _KNOWN)
    row = connection.execute(
        select(dossier.c.code, *columns)
        .join_from(form_print, dossier, dossier.c.id == form_print.c.dossier_id)
        .where(form_print.c.id == print_id)
    ).one()
    return KnownPrint(*row)


def digest_of(connection: Connection, print_id: int) -> str:
    """SHA-256 of a print's PDF, under which the paper store keeps it."""
    digest = connection.execute(
        select(form_print.c.sha256).where(form_print.c.id == print_id)
    ).scalar_one()
    return str(digest)


def digests(connection: Connection) -> list[str]:
    """Digests of every stored PDF."""
    return list(connection.execute(select(form_print.c.sha256).distinct()).scalars())


def newest(connection: Connection) -> int:
    """The number of the last print; 0 before the first."""
    return connection.execute(select(func.max(form_print.c.id))).scalar() or 0


def set_printer(connection: Connection, print_id: int, printer: str) -> None:
    """Note to which printer a print was handed."""
    connection.execute(
        form_print.update().where(form_print.c.id == print_id).values(printer=printer)
    )


def _entry(row: Row[Any]) -> PrintEntry:
    return PrintEntry(
        id=row.id,
        form=row.form,
        subject_id=row.subject_id,
        paper=row.paper,
        copy_number=row.copy_number,
        printed_at=from_utc_text(row.printed_at),
        officer=row.officer,
        printer=row.printer,
        pages=row.pages,
    )
