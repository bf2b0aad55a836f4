"""A dossier and its parts as the values of a row, and back."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Label, Row, func

from app.domain.clock import from_utc_text, utc_text
from app.domain.dossier.asked import AskedPaper, CameSheets, Sheets
from app.domain.dossier.dossier import (
    Applicant,
    ApplicantKind,
    Dossier,
    Promise,
    RepresentativeRole,
)
from app.domain.dossier.filing import FilingFacts, FilingSystem, OnlinePayment, YesNo
from app.domain.dossier.identity import IdKind, Sex
from db.tables.dossier import dossier


def shown_code() -> Label[str]:
    """`Dossier.shown_code` as a column ``code`` of a query."""
    row = dossier.c
    return func.coalesce(func.nullif(row.official_code, ""), row.code).label("code")


def values_of(of: Dossier) -> dict[str, Any]:
    """The values of the row of `of`, but for its place in the numbering."""
    who = of.applicant
    return {
        "code": of.code,
        "station": of.station,
        "officer": of.officer,
        "version": of.version,
        "state": of.state.value,
        "procedure_version": of.procedure_version,
        "procedure_code": of.procedure_code,
        "case_name": of.case,
        "channel": of.channel.value,
        "service_level": of.service_level.value,
        "boundary_free": of.boundary_free,
        "applicant_kind": who.kind.value,
        "full_name": who.full_name,
        "personal_id": who.personal_id,
        "id_kind": who.id_kind.value,
        "old_id": who.old_id,
        "born": who.born,
        "sex": who.sex.value if who.sex else None,
        "phone": who.phone,
        "email": who.email,
        "address": who.address,
        "representative": person_text(of.representative),
        "sets": of.sets,
        "return_by": of.return_by.value,
        "note": of.note,
        "received_at": utc_text(of.received_at),
        "filed_at": moment_text(of.filed_at),
        "limit_unit": of.limit.unit.value,
        "limit_amount": of.limit.amount,
        "limit_not_later": of.limit.not_later or None,
        "pause_mode": of.pause_mode.value,
        "due_at": moment_text(of.due_at),
        "measured_due_at": moment_text(of.measured_due_at),
        "calendar_confirmed": of.calendar_confirmed,
        "form_set": of.form_set,
        "waiting_since": moment_text(_waiting_since(of)),
        "finished_at": moment_text(of.finished_at),
        "returned_at": moment_text(of.returned_at),
        "ended_at": moment_text(of.ended_at),
        "returned_to": of.returned_to,
        "returned_identity": of.returned_identity,
        "end_reason": of.end_reason,
        "tracking": of.tracking or None,
        "outside_hours": of.outside_hours,
        "official_code": of.official_code,
        "filing": filing_text(of.filing),
        "former_codes": " ".join(of.former_codes),
    }


def applicant_of(row: Row[Any]) -> Applicant:
    """The applicant in a row that holds the applicant's columns."""
    return Applicant(
        full_name=row.full_name,
        kind=ApplicantKind(row.applicant_kind),
        personal_id=row.personal_id,
        id_kind=IdKind(row.id_kind),
        born=row.born,
        sex=Sex(row.sex) if row.sex else None,
        phone=row.phone,
        email=row.email,
        address=row.address,
        old_id=row.old_id,
    )


def promise_values(dossier_id: int, position: int, made: Promise) -> dict[str, Any]:
    """The values of the row of a dossier's promise, the first at position 1."""
    return {
        "dossier_id": dossier_id,
        "position": position,
        "kind": made.kind.value,
        "due_at": moment_text(made.due_at),
        "calendar_confirmed": made.calendar_confirmed,
        "made_at": utc_text(made.made_at),
        "closure": made.closure or None,
    }


def moment_text(moment: datetime | None) -> str | None:
    """A moment as it is stored, in UTC."""
    return None if moment is None else utc_text(moment)


def moment_of(text: str | None) -> datetime | None:
    """The moment that is stored as `text`."""
    return None if text is None else from_utc_text(text)


def person_text(person: Applicant | None) -> str | None:
    """A representative as it is stored."""
    return None if person is None else json.dumps(asdict(person), ensure_ascii=False)


def person_of(text: str | None) -> Applicant | None:
    """The representative that is stored as `text`."""
    if text is None:
        return None
    body = json.loads(text)
    body["kind"] = ApplicantKind(body["kind"])
    body["id_kind"] = IdKind(body["id_kind"])
    body["sex"] = Sex(body["sex"]) if body["sex"] else None
    role = body.get("role")
    body["role"] = RepresentativeRole(role) if role else None
    return Applicant(**body)


def filing_text(facts: FilingFacts | None) -> str:
    """The facts of a filing as they are stored; empty if nothing is known."""
    return "" if facts is None else json.dumps(asdict(facts), ensure_ascii=False)


def filing_of(text: str) -> FilingFacts | None:
    """The facts that are stored as `text`."""
    if not text:
        return None
    body = json.loads(text)
    return FilingFacts(
        system=FilingSystem(body["system"]) if body["system"] else None,
        vneid=YesNo(body["vneid"]) if body["vneid"] else None,
        digitised=YesNo(body["digitised"]) if body["digitised"] else None,
        payment=OnlinePayment(body["payment"]) if body["payment"] else None,
        bases=tuple(body["bases"]),
    )


def asked_text(papers: tuple[AskedPaper, ...]) -> str:
    """`papers` as they are stored; empty where names alone are known."""
    if not papers:
        return ""
    body = [
        {**asdict(paper), "came": [_came_body(part) for part in paper.came]} for paper in papers
    ]
    return json.dumps(body, ensure_ascii=False)


def _came_body(part: CameSheets) -> dict[str, Any]:
    return {**asdict(part), "at": utc_text(part.at)}


def asked_of(text: str) -> tuple[AskedPaper, ...]:
    """The papers that are stored as `text`."""
    return tuple(
        AskedPaper(
            **{
                **body,
                "sheets": Sheets(**body["sheets"]),
                "came": tuple(
                    CameSheets(from_utc_text(part["at"]), Sheets(**part["sheets"]), part["officer"])
                    for part in body["came"]
                ),
            }
        )
        for body in (json.loads(text) if text else ())
    )


def _waiting_since(of: Dossier) -> datetime | None:
    if not of.state.is_waiting:
        return None
    return next((p.asked_at for p in of.pauses if p.completed_at is None), None)
