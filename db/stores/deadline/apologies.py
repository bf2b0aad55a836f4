"""Apologies of dossiers: rows in, domain values out; whose applicants are still to be notified."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, insert, or_, select, update

from app.answers.apologies import RegisteredApology, UnsentApology
from app.answers.board_times import Times
from app.domain.approver import Approval, ApprovalProof
from app.domain.clock import from_utc_text, utc_text
from app.domain.deadline.apology import Apology, DelayCause, Notice, NoticeWay
from app.domain.deadline.time_limit import Unit
from app.domain.forms.codes import APOLOGY_FORM
from app.domain.forms.paper_number import paper_number
from db.stores.dossier_values import shown_code
from db.tables.dossier import apology, dossier
from db.tables.form import form_content
from db.tables.office import procedure_version

_D = dossier.c
OF_DOSSIER = apology.c.dossier_id
ROWS = select(apology).order_by(apology.c.dossier_id, apology.c.id)


def save(
    connection: Connection,
    dossier_id: int,
    before: Sequence[Apology],
    after: Sequence[Apology],
) -> None:
    """Store apologies that were made, and notices that were given of those there were."""
    stored = select(apology.c.id).where(apology.c.dossier_id == dossier_id).order_by(apology.c.id)
    ids = connection.execute(stored).scalars().all()
    for nth, (was, now) in enumerate(zip(before, after, strict=False)):
        if was != now:
            row = update(apology).where(apology.c.id == ids[nth])
            connection.execute(row.values(notices=_notices_text(now.notices)))
    for new in after[len(before) :]:
        connection.execute(insert(apology).values(dossier_id=dossier_id, **_values(new)))


def of_dossier(connection: Connection, dossier_id: int) -> tuple[Apology, ...]:
    """The apologies of a dossier, oldest first."""
    return apologies_of(connection.execute(ROWS.where(apology.c.dossier_id == dossier_id)))


def apologies_of(rows: Iterable[Row[Any]]) -> tuple[Apology, ...]:
    """The apologies of one dossier's rows."""
    return tuple(map(_apology, rows))


def wanted(at: Times) -> ColumnElement[bool]:
    """Which dossiers want an apology: not finished, and one is ready or not sent yet.

    It is ready one working day before the present promise ends. Of a dossier received today to be
    returned today, or under a limit of a day, that is no delay to speak of before it is overdue.
    """
    is_new = _D.received_at >= at["day_from"]
    is_short = or_(_D.limit_unit == Unit.SAME_DAY.value, _D.due_at < at["day_to"])
    ready = select(_D.id).where(
        _D.ended_at.is_(None),
        _D.waiting_since.is_(None),
        _D.due_at < at["apology"],
        or_(_D.due_at < at["now"], ~and_(is_new, is_short)),
    )
    unsent = select(_D.id).where(_D.ended_at.is_(None), _D.id.in_(_unsent()))
    return _D.id.in_(ready.union(unsent))


def unsent(connection: Connection, at: Times) -> Iterator[UnsentApology]:
    """Dossiers that want an apology, those promised for the earliest first."""
    newest = apology.alias("newest")
    is_unsent = and_(newest.c.dossier_id == _D.id, newest.c.notices == "", _is_last(newest))
    rows = connection.execute(
        select(
            _D.id,
            shown_code(),
            _D.full_name,
            _D.phone,
            _D.due_at,
            procedure_version.c.name.label("procedure"),
            newest.c.promised_at,
            newest.c.due_at.label("extended_to"),
        )
        .join_from(dossier, procedure_version, procedure_version.c.id == _D.procedure_version)
        .join(newest, is_unsent, isouter=True)
        .where(wanted(at))
        .order_by(func.coalesce(newest.c.promised_at, _D.due_at), _D.id)
    )
    for row in rows:
        yield UnsentApology(
            dossier_id=row.id,
            code=row.code,
            name=row.full_name,
            phone=row.phone,
            due_at=from_utc_text(row.promised_at or row.due_at),
            extended_to=from_utc_text(row.extended_to) if row.extended_to else None,
            procedure=row.procedure,
        )


def made(connection: Connection, first: datetime, before: datetime) -> Iterator[RegisteredApology]:
    """Every apology made from `first` on and before `before`, the oldest first."""
    paper = form_content.alias("paper")
    is_first = and_(
        paper.c.form == APOLOGY_FORM, paper.c.subject_id == apology.c.id, paper.c.revision == 1
    )
    rows = connection.execute(
        select(
            apology,
            shown_code(),
            _D.full_name,
            _D.phone,
            procedure_version.c.name.label("procedure"),
            paper.c.series,
            paper.c.number,
            paper.c.station,
        )
        .join_from(apology, dossier, _D.id == OF_DOSSIER)
        .join(procedure_version, procedure_version.c.id == _D.procedure_version)
        .join(paper, is_first)
        .where(apology.c.made_at >= utc_text(first), apology.c.made_at < utc_text(before))
        .order_by(apology.c.made_at, apology.c.id)
    )
    for row in rows:
        yield RegisteredApology(
            number=paper_number(row.series, row.number, row.station),
            dossier_id=row.dossier_id,
            code=row.code,
            name=row.full_name,
            phone=row.phone,
            procedure=row.procedure,
            apology=_apology(row),
        )


def _is_last(one: Any) -> ColumnElement[bool]:  # noqa: ANN401 - the table under a name
    """Whether `one` is the last apology of its dossier."""
    later = apology.alias("later")
    behind = select(later.c.id).where(later.c.dossier_id == one.c.dossier_id, later.c.id > one.c.id)
    return ~behind.exists()


def _unsent() -> Any:  # noqa: ANN401 - a query
    return select(OF_DOSSIER).where(apology.c.notices == "", _is_last(apology))


def _values(of: Apology) -> dict[str, Any]:
    return {
        "made_at": utc_text(of.made_at),
        "promised_at": utc_text(of.promised_at),
        "due_at": utc_text(of.due_at),
        "cause": of.cause.value,
        "reason": of.reason,
        "officer": of.officer,
        "approver": of.approver,
        "proof": of.approval.proof.value if of.approval else "",
        "is_late": of.is_late,
        "is_repeated": of.is_repeated,
        "notices": _notices_text(of.notices),
    }


def _apology(row: Row[Any]) -> Apology:
    return Apology(
        made_at=from_utc_text(row.made_at),
        promised_at=from_utc_text(row.promised_at),
        due_at=from_utc_text(row.due_at),
        cause=DelayCause(row.cause),
        reason=row.reason,
        officer=row.officer,
        approval=Approval(row.approver, ApprovalProof(row.proof)) if row.approver else None,
        is_late=row.is_late,
        is_repeated=row.is_repeated,
        notices=_notices_of(row.notices),
    )


def _notices_text(notices: Sequence[Notice]) -> str:
    """Notices as they are stored; empty while there is none."""
    if not notices:
        return ""
    body = [[utc_text(one.at), one.way.value, one.officer, one.note] for one in notices]
    return json.dumps(body, ensure_ascii=False)


def _notices_of(text: str) -> tuple[Notice, ...]:
    return tuple(
        Notice(from_utc_text(at), NoticeWay(way), officer, note)
        for at, way, officer, note in (json.loads(text) if text else ())
    )
