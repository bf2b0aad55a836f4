"""Limits the office cut by decision: kept as a further version, approved by somebody else."""

from dataclasses import replace

from app.answers.catalogue import StoredProcedure
from app.domain.actor import Actor
from app.domain.approver import approved
from app.domain.catalogue import cutting
from app.domain.catalogue.cutting import LimitCutRequest
from app.domain.permission import Permission
from app.domain.text import line
from app.exchange.catalogue import procedure_body
from app.printing.letters import require_printable
from app.usecases.desk import Desk
from app.usecases.unit import Request
from db.stores import reference
from db.tables.ledger import Subject


def cut_limit(
    desk: Desk, actor: Actor, wanted: LimitCutRequest, *, request: Request | None = None
) -> StoredProcedure:
    """Promise the results of a procedure within another limit from today on, by a decision.

    What was received before keeps its promise.

    Raises:
        UnknownProcedure, ProcedureNotInForce, NoSuchRule, IncompleteLimit, NotCut: as named.
        CutNotShorter, StepsExceedLimit: the limit cannot be promised.
        TextMissing, TextTooLong, TextHasControls, LetterNotPrintable: about decision or approver.
        ApproverIsOfficer: whoever acts cannot approve it.
    """
    said = line(wanted.decision, field="decision", limit=cutting.DECISION_LIMIT, required=True)
    require_printable(said, field="decision")
    approval = approved(wanted.approver, actor.officer)
    with desk.unit(actor, Permission.CUT_LIMIT, request) as unit:

        def change() -> StoredProcedure:
            today = unit.now.date()
            before = unit.rules.in_force(wanted.code, today).procedure
            channel, case, limit = wanted.channel, wanted.case, wanted.limit
            if limit is None:
                after = cutting.uncut(before, channel, case)
            else:
                after = cutting.cut(before, channel, case, limit, decision=said)
            after = replace(after, effective_from=max(today, before.effective_from))
            body, digest = procedure_body.encoded(after)
            version = reference.add_version(unit.connection, after, body=body, sha256=digest)
            values = {
                "channel": channel.value,
                "case": case,
                "limit": str(limit) if limit else None,
                "decision": said,
                "approval": approval,
            }
            event = "LIMIT_CUT" if limit else "LIMIT_UNCUT"
            unit.record(Subject.PROCEDURE, wanted.code, event, values)
            return StoredProcedure(version.id, after)

        return unit.once(StoredProcedure, wanted, change)


def procedure_versions(desk: Desk, actor: Actor, code: str) -> tuple[StoredProcedure, ...]:
    """Every version of `code`, the newest first, each as it was stored.

    Raises:
        UnknownProcedure: the catalogue never had it.
    """
    with desk.view(actor, Permission.PROCEDURE_VERSIONS) as view:
        return view.rules.versions_of(code)
