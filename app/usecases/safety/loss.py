"""Going on after a loss: somebody says why, and no number that was given is given again."""

from contextlib import suppress

from app.answers.safety import LossAccepted
from app.domain.actor import Actor
from app.domain.errors import DeskError
from app.domain.permission import Permission
from app.domain.read_only import Reason
from app.domain.text import paragraph
from app.usecases.desk import Desk
from app.usecases.unit import Request, Unit
from db.folder import DATABASE_FILE
from db.stores import carried, ledger, prints
from db.tables.ledger import Subject
from db.witness.known import HeadFileDamaged, Known, read_known

_REASON_LIMIT = 1_000


class NothingLost(DeskError):
    """The records have all that the witness knows. Facts: path."""


def accept_loss(
    desk: Desk, actor: Actor, reason: str, *, request: Request | None = None
) -> LossAccepted:
    """Go on without what the witness knows and the records lack, or without a witness.

    So it is with stored papers whose prints are gone: they are kept, and tell of nothing any more.
    The ledger keeps what is gone and `reason`. Numbers that were given, as far as anything can
    tell, are left out and never given again. The witness is then written anew.

    Raises:
        TextMissing, TextTooLong: the reason is not given, or is longer than the ledger takes.
        NothingLost: there is nothing to accept.
    """
    reason = paragraph(reason, field="reason", limit=_REASON_LIMIT, required=True)
    with desk.unit(actor, Permission.ACCEPT_LOSS, request) as unit:
        accepted = unit.once(LossAccepted, reason, lambda: _accepted(desk, unit, reason))
    with suppress(OSError):  # what is accepted stays so: the next opening writes it
        desk.records.write_witness()
    with desk.view(actor, Permission.ACCEPT_LOSS) as view:
        rows = prints.digests(view.connection)
    desk.papers.let_wait(desk.papers.confirmed().difference(rows))
    desk.read_only.end(Reason.LOSS)
    return accepted


def _accepted(desk: Desk, unit: Unit, reason: str) -> LossAccepted:
    known = _known(desk)
    loss = ledger.loss(unit.connection, known) if known is not None else None
    papers = desk.papers.confirmed().difference(prints.digests(unit.connection))
    if known is not None and loss is None and not papers:
        raise NothingLost(path=str(desk.folder))
    given = None if unit.rules.is_practice else carried.found(desk.folder)
    left_out = given.leave_out(unit.connection, unit.now) if given is not None else {}
    values = {
        "rows": loss.rows if loss else 0,
        "dossiers": loss.dossiers if loss else (),
        "changed": loss.changed if loss else (),
        "heads": loss.heads if loss else (),
        "papers": sorted(papers),
        "numbers_left_out": left_out,
    }
    row = unit.record(Subject.DATABASE, DATABASE_FILE, ledger.LOSS_ACCEPTED, values, reason=reason)
    return LossAccepted(
        rows=loss.rows if loss else 0,
        dossiers=loss.dossiers if loss else (),
        changed=loss.changed if loss else (),
        papers=len(papers),
        left_out=left_out,
        ledger_hash=row.hash,
    )


def _known(desk: Desk) -> Known | None:
    """What the witness knows; None where there is none that can be read."""
    try:
        return read_known(desk.folder)
    except HeadFileDamaged:
        return None
