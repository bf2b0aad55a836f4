"""Validates an intake: raw text from a form or a file becomes a request, or its field errors."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from app.domain.catalogue.procedure import ReturnBy
from app.domain.clock import to_minute
from app.domain.dossier.dossier import (
    Applicant,
    ApplicantKind,
    IntakeRequest,
    RepresentativeRole,
    SubmittedDocument,
)
from app.domain.dossier.filing import UNKNOWN, FilingFacts, known_system
from app.domain.dossier.numbering import read_official
from app.domain.dossier.representing import role_of
from app.domain.errors import FieldError
from app.domain.problems import Problems
from app.domain.text import TextMissing, cited, line, paragraph
from app.domain.typed_date import read_birth_date

NAME_LIMIT = 200
ADDRESS_LIMIT = 400
NOTE_LIMIT = 1_000
PAPER_LIMIT = 5_000
PAPERS_LIMIT = 200
MOST_COPIES = 999
"""Copies of one result."""
OLDEST_RECEIPT = timedelta(days=366)
"""A dossier received longer ago is a register to import, not an intake."""

_PHONE = re.compile(r"\+?\d{8,15}", re.ASCII)
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,190}\.[^@\s.]{2,}")
_BASE = re.compile(r"[0-9A-Za-z.-]{1,40}", re.ASCII)
_ID_NUMBER = re.compile(r"[0-9A-Za-z-]{1,20}", re.ASCII)


class NotAPhone(FieldError):
    """Facts: field, text."""


class NotAnEmail(FieldError):
    """Facts: field, text."""


class NotAnIdNumber(FieldError):
    """Facts: field, text."""


class ShownAndKept(FieldError):
    """Of a paper that is only shown no original is kept. Facts: field, paper, originals."""


class NotACount(FieldError):
    """Facts: field, least, most."""


class NoPapers(FieldError):
    """Facts: field."""


class TooManyPapers(FieldError):
    """Facts: field, limit."""


class ReceivedInFuture(FieldError):
    """Facts: field, received_at."""


class ReceivedLongAgo(FieldError):
    """Facts: field, received_at, days."""


class NotABase(FieldError):
    """Facts: field, code."""


class FiledAfterReceipt(FieldError):
    """Facts: field, filed_at."""


def check(request: IntakeRequest, *, now: datetime) -> IntakeRequest:
    """`request` with every text cleaned and every value within bounds.

    `received_at` is set (to `now` if it was None) and seconds are dropped.

    Raises:
        InvalidRequest: with every fault found.
    """
    problems = Problems()
    today = now.date()
    received_at = to_minute(request.received_at or now)
    checked = replace(
        request,
        applicant=replace(
            check_applicant(request.applicant, today=today, at="applicant", problems=problems),
            title="",
            role=None,
        ),
        representative=_representative(request, today, problems),
        documents=_documents(request.documents, problems, optional=bool(request.certification)),
        received_at=problems.attempt(lambda: _receipt_time(received_at, now), received_at),
        filed_at=problems.attempt(lambda: _filing_time(request.filed_at, received_at), None),
        return_by=problems.attempt(lambda: _way_back(request), request.return_by),
        sets=problems.attempt(lambda: count(request.sets, field="sets", least=1, most=99), 1),
        copies=problems.attempt(lambda: copies_wanted(request.copies), 1),
        note=problems.attempt(lambda: paragraph(request.note, field="note", limit=NOTE_LIMIT), ""),
        official_code=problems.attempt(
            lambda: read_official(request.official_code, field="official_code"), ""
        ),
        filing=problems.attempt(lambda: _filing(request), UNKNOWN),
    )
    problems.raise_any()
    return checked


def _filing(request: IntakeRequest) -> FilingFacts:
    """The facts of the filing; one that has a code was filed where that is from."""
    facts = request.filing
    for code in facts.bases:
        if not _BASE.fullmatch(code):
            raise NotABase(field="bases", code=cited(code))
    if request.official_code.strip() and not facts.system:
        return replace(facts, system=known_system(facts, request.channel))
    return facts


def _way_back(request: IntakeRequest) -> ReturnBy:
    """Post needs somewhere to go."""
    if request.return_by is ReturnBy.POST and not request.applicant.address.strip():
        raise TextMissing(field="applicant.address")
    return request.return_by


def _representative(request: IntakeRequest, today: date, problems: Problems) -> Applicant | None:
    """Who brings it, checked; that they are the applicant's own is said where it is so."""
    who = request.representative
    if who is None:
        return None
    checked = check_applicant(who, today=today, at="representative", problems=problems)
    is_own = role_of(request.applicant, who) is RepresentativeRole.OWN
    return replace(checked, role=RepresentativeRole.OWN) if is_own else checked


def check_applicant(applicant: Applicant, *, today: date, at: str, problems: Problems) -> Applicant:
    """`applicant` with every text cleaned; fields are named ``{at}.full_name`` and so on."""
    return replace(
        applicant,
        full_name=problems.attempt(
            lambda: line(
                applicant.full_name, field=f"{at}.full_name", limit=NAME_LIMIT, required=True
            ),
            "",
        ),
        personal_id=problems.attempt(
            lambda: id_number(applicant.personal_id, field=f"{at}.personal_id"), ""
        ),
        old_id=problems.attempt(lambda: id_number(applicant.old_id, field=f"{at}.old_id"), ""),
        born=problems.attempt(
            lambda: read_birth_date(applicant.born, today=today, field=f"{at}.born"), ""
        ),
        sex=applicant.sex if applicant.kind is ApplicantKind.CITIZEN else None,
        title=problems.attempt(
            lambda: line(applicant.title, field=f"{at}.title", limit=NAME_LIMIT), ""
        ),
        phone=problems.attempt(lambda: phone(applicant.phone, field=f"{at}.phone"), ""),
        email=problems.attempt(lambda: email(applicant.email, field=f"{at}.email"), ""),
        address=problems.attempt(
            lambda: line(applicant.address, field=f"{at}.address", limit=ADDRESS_LIMIT), ""
        ),
    )


def phone(text: str, *, field: str) -> str:
    """A telephone number as digits, with a leading + if it was typed; empty stays empty.

    Raises:
        NotAPhone: not 8 to 15 digits once spaces, dots, hyphens and brackets are gone.
    """
    cleaned = re.sub(r"[\s.\-()]", "", text)
    if cleaned and not _PHONE.fullmatch(cleaned):
        raise NotAPhone(field=field, text=cited(text))
    return cleaned


def email(text: str, *, field: str) -> str:
    """An address of electronic mail, trimmed; empty stays empty.

    Raises:
        NotAnEmail: no single @ with a dotted domain, or longer than 254 characters.
    """
    cleaned = line(text, field=field, limit=254)
    if cleaned and not _EMAIL.fullmatch(cleaned):
        raise NotAnEmail(field=field, text=cited(cleaned))
    return cleaned


def id_number(text: str, *, field: str) -> str:
    """An identity number without spaces and dots; whether it looks right is `identity.doubts`.

    Raises:
        NotAnIdNumber: other than up to 20 letters, digits and hyphens.
    """
    cleaned = re.sub(r"[\s.]", "", text).upper()
    if cleaned and not _ID_NUMBER.fullmatch(cleaned):
        raise NotAnIdNumber(field=field, text=cited(text))
    return cleaned


def copies_wanted(value: int) -> int:
    """How many copies of the result are asked for.

    Raises:
        NotACount: not a whole number from 1 to the most there can be.
    """
    return count(value, field="copies", least=1, most=MOST_COPIES)


def count(value: int, *, field: str, least: int, most: int) -> int:
    """`value` itself.

    Raises:
        NotACount: not a whole number from `least` to `most`.
    """
    if type(value) is not int or not least <= value <= most:
        raise NotACount(field=field, least=least, most=most)
    return value


def document(paper: SubmittedDocument, *, field: str) -> SubmittedDocument:
    """`paper` with its name cleaned and its counts within 0–999, at least one sheet or shown.

    Raises:
        ShownAndKept: originals of a paper that is only shown.
        TextMissing, NotACount and the refusals of `app.domain.text.line`.
    """
    name = line(paper.name, field=field, limit=PAPER_LIMIT, required=True)
    originals = count(paper.originals, field=field, least=0, most=999)
    copies = count(paper.copies, field=field, least=0, most=999)
    if originals + copies == 0 and not paper.shown:
        raise NotACount(field=field, least=1, most=999)
    if originals and paper.shown:
        raise ShownAndKept(field=field, paper=name, originals=originals)
    code = line(paper.code, field=field, limit=60)
    return SubmittedDocument(name, originals, copies, code, paper.shown)


def _documents(
    papers: tuple[SubmittedDocument, ...], problems: Problems, *, optional: bool
) -> tuple[SubmittedDocument, ...]:
    if not papers and not optional:
        problems.add(NoPapers(field="documents"))
    if len(papers) > PAPERS_LIMIT:
        problems.add(TooManyPapers(field="documents", limit=PAPERS_LIMIT))
        return ()
    kept = []
    for index, paper in enumerate(papers):
        place = f"documents.{index}"
        try:
            kept.append(document(paper, field=place))
        except FieldError as problem:
            problems.add(problem)
    return tuple(kept)


def _receipt_time(received_at: datetime, now: datetime) -> datetime:
    if received_at > now:
        raise ReceivedInFuture(field="received_at", received_at=received_at)
    if now - received_at > OLDEST_RECEIPT:
        raise ReceivedLongAgo(
            field="received_at", received_at=received_at, days=OLDEST_RECEIPT.days
        )
    return received_at


def _filing_time(filed_at: datetime | None, received_at: datetime) -> datetime | None:
    if filed_at is None:
        return None
    filed_at = to_minute(filed_at)
    if filed_at > received_at:
        raise FiledAfterReceipt(field="filed_at", filed_at=filed_at)
    return filed_at


def reason(text: str, *, field: str = "reason") -> str:
    """A reason an officer gives: never empty, at most 1,000 characters.

    Raises:
        TextMissing, TextTooLong, TextHasControls: as named.
    """
    return paragraph(text, field=field, limit=NOTE_LIMIT, required=True)
