"""What a dossier's promise rests on beside the number of days, and how it is promised anew."""

from dataclasses import replace
from datetime import date, datetime

from app.domain.approver import Approval
from app.domain.catalogue.procedure import Procedure
from app.domain.clock import to_minute
from app.domain.deadline.apology import Apology, DelayCause, Notice
from app.domain.deadline.due_time import due
from app.domain.deadline.explanation import CutFrom, Explanation, explain
from app.domain.deadline.extension import ExtensionCheck
from app.domain.deadline.working_calendar import WorkingCalendar
from app.domain.dossier.dossier import Dossier, Promise, PromiseKind
from app.domain.errors import DeskError


class NoUnsentApology(DeskError):
    """The dossier has no apology its applicant was not notified of yet. Facts: code."""


def capped_on(dossier: Dossier, calendar: WorkingCalendar) -> date | None:
    """The day of the year that cut the dossier's limit short; None if none did.

    Raises:
        CalendarUnknown: the count needs a year the calendar does not hold.
    """
    if not dossier.limit.not_later:
        return None
    return due(
        dossier.limit, dossier.received_at, calendar, dossier.pauses, dossier.pause_mode
    ).capped_on


def extended(
    dossier: Dossier,
    check: ExtensionCheck,
    calendar: WorkingCalendar,
    *,
    now: datetime,
    cause: DelayCause,
    reason: str,
    officer: str,
    approval: Approval | None,
) -> Dossier:
    """`dossier` promised anew with an apology; what it is measured against does not move.

    Args:
        dossier: with a running promise.
        check: the new time as it was let pass.
        calendar: the office's.
        now: the moment of the extension.
        cause: the usual reason it is late for.
        reason: the whole reason as the paper says it.
        officer: who promises anew.
        approval: who stands behind it, None where nobody has to.
    """
    promised_at = dossier.due_at or now
    new = check.new_due_at
    confirmed = calendar.are_confirmed(min(now, promised_at).year, new.year)
    apology = Apology(
        made_at=to_minute(now),
        promised_at=promised_at,
        due_at=new,
        cause=cause,
        reason=reason,
        officer=officer,
        approval=approval,
        is_late=check.is_late,
        is_repeated=check.is_repeated,
    )
    return replace(
        dossier,
        due_at=new,
        calendar_confirmed=confirmed,
        promises=(*dossier.promises, Promise(PromiseKind.EXTENDED, new, confirmed, now)),
        apologies=(*dossier.apologies, apology),
    )


class LateStaysLate(DeskError):
    """A late dossier would be on time by a correction. Facts: code, measured_due_at, new_due_at."""


def counted_by(dossier: Dossier, calendar: WorkingCalendar, at: datetime) -> datetime | None:
    """What the rules count for `dossier`, a wait that is open taken as ended `at`; None: no limit.

    Raises:
        CalendarUnknown: the count needs a year the calendar does not hold.
        PauseBeforeReceipt: papers were asked for before it was received.
    """
    waits = [
        pause if pause.completed_at else replace(pause, completed_at=to_minute(at))
        for pause in dossier.pauses
    ]
    return due(dossier.limit, dossier.received_at, calendar, waits, dossier.pause_mode).due_at


def corrected(
    before: Dossier, after: Dossier, calendar: WorkingCalendar, *, now: datetime
) -> Dossier:
    """`after`, whose limit or receipt differ from those of `before`, with its promise counted anew.

    A promise an apology gave stays where the new count ends earlier; while papers are waited for
    nothing is promised, and the wait's end counts by what stands then.

    Raises:
        LateStaysLate: it is late by what was written down, and would not be by the correction.
        CalendarUnknown, PauseBeforeReceipt: as named.
    """
    at = to_minute(before.ended_at or now)
    noted = None if before.state.is_waiting else before.measured_due_at
    was, will_be = (counted_by(one, calendar, at) for one in (before, after))
    overrun = next((one for one in (noted, was) if one is not None and at > one), None)
    if overrun is not None and not (will_be is not None and at > will_be):
        raise LateStaysLate(code=before.shown_code, measured_due_at=overrun, new_due_at=will_be)
    if before.state.is_waiting:
        return after
    found = due(after.limit, after.received_at, calendar, after.pauses, after.pause_mode)
    promised, confirmed = found.due_at, found.calendar_confirmed
    if before.apologies and promised is not None and (before.due_at or promised) > promised:
        promised = before.due_at or promised
        confirmed = calendar.are_confirmed(found.start.year, promised.year)
    promise = Promise(PromiseKind.CORRECTED, promised, confirmed, now)
    is_same = (promised, confirmed) == (before.due_at, before.calendar_confirmed)
    return replace(
        after,
        due_at=promised,
        measured_due_at=found.due_at,
        calendar_confirmed=confirmed,
        promises=after.promises if is_same else (*after.promises, promise),
    )


def with_notice(dossier: Dossier, notice: Notice) -> Dossier:
    """`dossier` whose applicant was notified of its last apology.

    Raises:
        NoUnsentApology: there is none that waits for it.
    """
    last = dossier.unsent_apology
    if last is None:
        raise NoUnsentApology(code=dossier.shown_code)
    return replace(dossier, apologies=(*dossier.apologies[:-1], replace(last, notices=(notice,))))


def explain_promise(
    dossier: Dossier, procedure: Procedure, calendar: WorkingCalendar
) -> Explanation:
    """How the due time of a dossier, received under `procedure`, came about.

    Raises:
        CalendarUnknown: the calendar no longer holds a year of the count.
    """
    return explain(
        dossier.limit,
        dossier.received_at,
        calendar,
        pauses=dossier.pauses,
        mode=dossier.pause_mode,
        field=procedure.field,
        source=limit_source(dossier, procedure),
        cut_from=cut_from(dossier, procedure),
    )


def cut_from(dossier: Dossier, procedure: Procedure) -> CutFrom | None:
    """What the dossier's limit was cut from; None where the law gives it as it is."""
    rule = procedure.rule_for(dossier.channel, dossier.case)
    if rule is None or rule.statutory is None or rule.limit != dossier.limit:
        return None
    return CutFrom(rule.statutory, rule.cut_by)


def limit_source(dossier: Dossier, procedure: Procedure) -> str:
    """Where the dossier's limit comes from; empty if that is not known."""
    rule = procedure.rule_for(dossier.channel, dossier.case)
    return rule.source if rule is not None else ""
