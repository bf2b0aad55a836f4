"""What a proof says, worked out from its facts alone: made and checked by the same count."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby, pairwise

import msgspec

from app.answers.proof import ProofFacts
from app.domain.clock import from_utc_text, in_vietnam, to_minute
from app.domain.deadline.explanation import explain
from app.domain.deadline.standing import ended_standing, open_standing
from app.domain.deadline.working_calendar import WorkingCalendar
from app.domain.dossier.dossier import Dossier
from app.domain.ledger import LedgerEntry
from app.domain.workflow.states import DossierEvent, DossierState
from app.exchange.province_v1.acknowledgement import Verdict
from app.printing.layout.times import plain_moment
from app.printing.proof_content import ProofContent, ProofTimes
from app.usecases.ledger_values import replayed
from app.wording.deadline import limit_text, standing_text, time_text
from app.wording.terms import word_for

_NONE = "–"
_VERDICTS: dict[str, str] = {
    Verdict.TAKEN: "đã nhận",
    Verdict.REPEATED: "đã có từ trước",
    Verdict.OUTDATED: "đã có bản mới hơn",
    Verdict.REFUSED: "từ chối",
    Verdict.SEND_AGAIN: "yêu cầu gửi lại",
}


def stored(facts: ProofFacts) -> bytes:
    """The facts as they go with the page: canonical JSON."""
    return msgspec.json.encode(facts, order="sorted")


def calendar_of(facts: ProofFacts) -> WorkingCalendar:
    """The calendar the times are counted by."""
    kept = facts.calendar
    return WorkingCalendar(
        kept.years, kept.plans, kept.closures, kept.same_day_cutoff, kept.due_at_end_of_day
    )


def page_of(facts: ProofFacts) -> ProofContent:
    """The page of these facts.

    Raises:
        LedgerUnreadable: the rows do not give a dossier.
        CalendarUnknown: the calendar lacks a year of the count.
    """
    dossier = replayed(facts.rows)
    calendar = calendar_of(facts)
    body = stored(facts)
    times, at_work, waiting = _times(facts, calendar)
    explanation = explain(
        dossier.limit, dossier.received_at, calendar, dossier.pauses, dossier.pause_mode,
        field=facts.limit.field, source=facts.limit.source,
    )  # fmt: skip
    above, issuer = facts.office.letterhead
    return ProofContent(
        superior_body=above,
        office=issuer,
        place=facts.office.place,
        printed_on=facts.made_at.date().isoformat(),
        code=dossier.shown_code,
        about=tuple(_about(facts, dossier, calendar)),
        promises=tuple(
            (
                _short(each.due_at) if each.due_at else limit_text(dossier.limit),
                word_for(each.kind),
                _short(each.made_at),
            )
            for each in dossier.promises
        ),
        times=times,
        totals=(
            ("Tổng thời gian ở cơ quan", time_text(at_work)),
            ("Tổng thời gian chờ người dân", time_text(waiting)),
            *_recounted(dossier, explanation.due_at),
        ),
        sent=tuple(_sent(facts)),
        basis=tuple(map(str, explanation.basis)),
        chain=tuple(_chain(facts)),
        officer=facts.officer,
        facts=body.decode(),
        sha256=hashlib.sha256(body).hexdigest(),
    )


def _about(
    facts: ProofFacts, dossier: Dossier, calendar: WorkingCalendar
) -> Iterator[tuple[str, str]]:
    yield "Hồ sơ của", dossier.applicant.full_name
    yield "Thủ tục", f"{dossier.procedure_name} (mã {dossier.procedure_code})"
    if dossier.code != dossier.shown_code:
        yield "Mã tại quầy", dossier.code
    yield "Thời hạn theo quy định", limit_text(dossier.limit, cutoff=calendar.same_day_cutoff)
    yield "Thời gian nhận hồ sơ", _moment(dossier.received_at)
    if dossier.ended_at is not None:
        yield "Kết thúc", f"{_moment(dossier.ended_at)} ({word_for(dossier.state)})"
        standing = ended_standing(dossier.ended_at, dossier.measured_due_at)
    else:
        yield "Tình trạng", word_for(dossier.state)
        standing = open_standing(
            facts.made_at, dossier.due_at, calendar, is_paused=dossier.state.is_waiting
        )
    yield "Đối chiếu với hẹn trả", standing_text(standing)
    yield "Lập lúc", _moment(facts.made_at)


def _recounted(dossier: Dossier, due_at: datetime | None) -> Iterator[tuple[str, str]]:
    """The due time as it is counted by the calendar of today, where that gives another."""
    if due_at is not None and due_at != dossier.measured_due_at:
        yield "Tính lại theo lịch hiện nay", _moment(due_at)


def _times(facts: ProofFacts, calendar: WorkingCalendar) -> tuple[tuple[ProofTimes, ...], int, int]:
    """What happened, and the open minutes at work and waiting in all."""
    moments = [_at(facts.rows, nth) for nth in range(len(facts.rows))]
    lines, at_work, waiting = [], 0, 0
    for row, (since, until) in zip(
        facts.rows, pairwise([*moments, to_minute(facts.made_at)]), strict=True
    ):
        state = DossierState(row.to_state)
        minutes = max(0, calendar.open_minutes(since, until)) if state.is_open else 0
        waits = state.is_waiting
        at_work += 0 if waits else minutes
        waiting += minutes if waits else 0
        shown = time_text(minutes) if state.is_open else _NONE
        lines.append(
            ProofTimes(
                at=_short(since),
                what=_what(row),
                who=row.officer,
                at_work=_NONE if waits else shown,
                waiting=shown if waits else _NONE,
            )
        )
    return tuple(lines), at_work, waiting


def _at(rows: Sequence[LedgerEntry], nth: int) -> datetime:
    """When a row's change happened: the first is the receipt, which may be entered later."""
    if nth == 0:
        return replayed([rows[0]]).received_at
    return to_minute(from_utc_text(rows[nth].at))


def _what(row: LedgerEntry) -> str:
    word = word_for(DossierEvent(row.event))
    return f"{word}: {row.reason}" if row.reason else word


def _sent(facts: ProofFacts) -> Iterator[tuple[str, str, str]]:
    """What left and what came back, in the order of time."""
    lines = []
    for (at, name, digest), held in groupby(
        facts.sent, key=lambda one: (one.at, one.package, one.sha256)
    ):
        versions = ", ".join(str(each.version) for each in held)
        what = f"Ghi vào gói gửi tỉnh (bản {versions})"
        lines.append((at, what, f"{name}, SHA-256 {digest[:16]}…"))
    for answer in facts.answers:
        word = _VERDICTS.get(answer.verdict, answer.verdict)
        said = "; ".join(filter(None, (word, answer.official_code, answer.remark)))
        lines.append((answer.at, f"Tỉnh trả lời (bản {answer.version})", said))
    for at, what, of in sorted(lines):
        yield _short(at), what, of


def _chain(facts: ProofFacts) -> Iterator[str]:
    rows = ", ".join(f"{row.seq} ({row.hash[:12]}…)" for row in facts.rows)
    yield f"Dòng sổ cái của hồ sơ: {rows}."
    for head in facts.heads:
        name = f"quầy {head.chain}" if head.chain else "của cơ quan"
        yield f"Cuối sổ cái {name}: dòng {head.seq}, {head.hash}."


def _moment(moment: datetime) -> str:
    return plain_moment(in_vietnam(moment).isoformat())


def _short(moment: datetime) -> str:
    return f"{in_vietnam(moment):%H:%M, %d/%m/%Y}"
