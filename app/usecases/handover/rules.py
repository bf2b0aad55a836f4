"""Agencies and step limits: the office's own rows, each change in the office's ledger."""

from collections.abc import Sequence
from dataclasses import replace

from app.answers.handover import Agencies, ProcedureSteps
from app.domain.actor import Actor
from app.domain.catalogue.procedure import Procedure, Step, check_steps
from app.domain.deadline.time_limit import TimeLimit
from app.domain.deadline.time_limit import Unit as LimitUnit
from app.domain.dossier import intake_check
from app.domain.permission import Permission
from app.domain.problems import Problems
from app.domain.text import fold, line
from app.domain.workflow.agencies import (
    AGENCY_LIMIT,
    AgencyRow,
    TooFewAgencies,
    UnknownAgency,
    agency_meant,
)
from app.domain.workflow.plans import MOST_STEPS, NoSteps, StepNeedsLimit, plan_of
from app.usecases.desk import Desk
from app.usecases.printing.printable import require_printable_texts
from app.usecases.reference import Reference
from app.usecases.unit import Request, Unit
from db.stores.handover import rules as store
from db.tables.ledger import Subject

_WORKING = frozenset({LimitUnit.WORKING_DAY, LimitUnit.WORKING_HOUR})


def known_agencies(desk: Desk, actor: Actor) -> Agencies:
    """The agencies in use, those nobody has confirmed marked, and what the desk is called."""
    with desk.view(actor, Permission.KNOWN_AGENCIES) as view:
        return _agencies(view.rules)


def set_agency(
    desk: Desk,
    actor: Actor,
    name: str,
    *,
    is_used: bool = True,
    request: Request | None = None,
) -> Agencies:
    """Take an agency in, or confirm one that is proposed; or leave one out (`is_used` False).

    Raises:
        TextMissing, TextTooLong, TextHasControls, LetterNotPrintable: about the name.
        UnknownAgency: none of this name is in use, to be left out.
        TooFewAgencies: no agency would be left.
    """
    problems = Problems()
    name = problems.attempt(
        lambda: line(name, field="agency", limit=AGENCY_LIMIT, required=True), ""
    )
    problems.raise_any()
    require_printable_texts([("agency", name)])
    with desk.unit(actor, Permission.SET_AGENCY, request) as unit:

        def keep() -> Agencies:
            known = unit.rules.agencies
            same = [one for one in known if fold(one.name) == fold(name)]
            if not is_used and not same:
                names = "; ".join(one.name for one in known)
                raise UnknownAgency(agency=name, known=names)
            if not is_used and len(known) == 1:
                raise TooFewAgencies(agency=name)
            kept = AgencyRow(same[0].name if same and not is_used else name, is_used)
            store.set_agency(unit.connection, kept)
            event = "TAKEN_IN" if is_used else "LEFT_OUT"
            unit.record(Subject.AGENCY, kept.name, event, {"agency": kept.name})
            return _agencies(unit.rules_now())

        return unit.once(Agencies, (name, is_used), keep)


def steps_of(desk: Desk, actor: Actor, code: str) -> ProcedureSteps:
    """The steps of the procedure `code` as they are in force today.

    Raises:
        UnknownProcedure, ProcedureNotInForce: about the procedure.
    """
    with desk.view(actor, Permission.STEPS_OF) as view:
        procedure = view.rules.in_force(code, desk.clock.now().date()).procedure
        return _steps(view.rules, procedure)


def set_steps(
    desk: Desk,
    actor: Actor,
    code: str,
    steps: Sequence[Step],
    *,
    request: Request | None = None,
) -> ProcedureSteps:
    """The office's own steps of a procedure, in order; they hold for hand-overs from now on.

    What began before keeps the limit it began with. Without steps the catalogue's, or those
    proposed, are in force again.

    Raises:
        UnknownProcedure, ProcedureNotInForce: about the procedure.
        NoSteps, StepNeedsLimit, UnknownAgency: about the steps.
        StepsExceedLimit: together they take longer than the procedure may.
        TextMissing, TextTooLong, TextHasControls, LetterNotPrintable: about a duty.
    """
    if len(steps) > MOST_STEPS:
        raise NoSteps(most=MOST_STEPS)
    checked = _checked(steps)
    with desk.unit(actor, Permission.SET_STEPS, request) as unit:
        return unit.once(ProcedureSteps, (code, tuple(checked)), lambda: _set(unit, code, checked))


def _checked(steps: Sequence[Step]) -> list[Step]:
    problems, found = Problems(), []
    for nth, step in enumerate(steps, start=1):
        if step.limit.unit not in _WORKING or step.limit.not_later:
            raise StepNeedsLimit(step=nth, limit=str(step.limit))
        duty = problems.attempt(
            lambda step=step: line(  # type: ignore[misc]
                step.duty, field="duty", limit=intake_check.NOTE_LIMIT, required=True
            ),
            "",
        )
        found.append(replace(step, position=nth, duty=duty))
    problems.raise_any()
    require_printable_texts([("duty", step.duty) for step in found])
    return found


def _set(unit: Unit, code: str, steps: Sequence[Step]) -> ProcedureSteps:
    rules = unit.rules
    procedure = rules.in_force(code, unit.now.date()).procedure
    named = [
        replace(step, agency=agency_meant(step.agency, rules.agencies, unit.settings.desk))
        for step in steps
    ]
    check_steps(replace(procedure, steps=tuple(named)))
    before = _steps(rules, procedure)
    store.set_steps(unit.connection, code, named)
    after = _steps(unit.rules_now(), procedure)
    values = {"steps": (list(map(_text, before.steps)), list(map(_text, after.steps)))}
    unit.record(Subject.STEPS, code, "SET", values)
    return after


def _text(step: Step) -> str:
    return f"{step.position}. {step.agency}: {step.duty}, {step.limit}"


def _steps(rules: Reference, procedure: Procedure) -> ProcedureSteps:
    limit = next((rule.limit for rule in procedure.limits if rule.limit is not None), None)
    own = rules.own_steps.get(procedure.code, ())
    plan = plan_of(procedure, own, limit or TimeLimit(LimitUnit.NONE))
    desk = rules.settings.desk
    return ProcedureSteps(procedure.code, procedure.name, plan.steps, plan.provenance, desk)


def _agencies(rules: Reference) -> Agencies:
    return Agencies(rules.settings.desk, rules.agencies)
