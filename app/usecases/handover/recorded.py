"""Records of hand-over looked at and printed, with what became of each."""

from dataclasses import replace

from app.answers.handover import HandoverRecord, NotedDifference, RecordLine, RecordRow
from app.domain.actor import Actor
from app.domain.forms.codes import HANDOVER_FORM
from app.domain.permission import Permission
from app.domain.workflow.handover import Difference, RecordNumber
from app.printing.content import minute_text
from app.printing.handover_content import HandoverContent
from app.printing.registry import form_of
from app.usecases.desk import Desk
from app.usecases.handover.taking import its_handing
from app.usecases.unit import View
from app.wording.handover.words import difference_line
from db.stores import dossiers
from db.stores.handover import records


def handover_record(desk: Desk, actor: Actor, number: RecordNumber) -> HandoverRecord:
    """The record with this number, line by line, and what its receiver found.

    Raises:
        UnknownRecord: there is none.
    """
    with desk.view(actor, Permission.HANDOVER_RECORD) as view:
        return _record(view, number)[0]


def handover_records(desk: Desk, actor: Actor, *, most: int = 50) -> tuple[RecordRow, ...]:
    """The newest records, and every one whose stack is still on its way, the newest first."""
    with desk.view(actor, Permission.HANDOVER_RECORDS) as view:
        name = view.rules.place_name
        found = records.newest(view.connection, view.settings.agency_code, most=most)
        return tuple(
            RecordRow(
                one.number,
                one.made_at,
                name(one.giver),
                name(one.receiver),
                one.officer,
                one.lines,
                one.waiting,
            )
            for one in found
        )


def handover_pdf(desk: Desk, actor: Actor, number: RecordNumber) -> bytes:
    """The record on A4 in two copies, as it was made; once scanned back, with what was found.

    Raises:
        UnknownRecord: there is none.
    """
    with desk.view(actor, Permission.HANDOVER_PDF) as view:
        record, content = _record(view, number)
        counted = [line.taken_at for line in record.lines if line.taken_at]
        counted += [one.noted_at for one in record.differences]
        receivers = [line.taken_by for line in record.lines if line.taken_by]
        if counted:
            content = replace(
                content,
                counted=minute_text(max(counted)),
                taken=record.taken,
                receiving_officer=receivers[-1] if receivers else "",
                found=tuple(map(difference_line, record.differences)),
            )
        form = form_of(HANDOVER_FORM)
        return form.render(
            form.to_json(content),
            paper=form.usual_paper(view.settings),
            copy_number=1,
            is_practice=view.rules.is_practice,
        ).pdf


def _record(view: View, number: RecordNumber) -> tuple[HandoverRecord, HandoverContent]:
    stored = records.by_number(view.connection, view.settings.agency_code, number)
    content: HandoverContent = form_of(HANDOVER_FORM).from_json(stored.body)
    lines = []
    for line in content.lines:
        handing = its_handing(dossiers.by_id(view.connection, line.dossier_id), stored)
        lines.append(RecordLine(line, handing.taken_at, handing.taken_by, not handing.counts))
    taken = {line.dossier.code for line in lines if line.taken_at}
    differences = tuple(
        NotedDifference(
            one.kind,
            one.code,
            one.why,
            one.noted_at,
            one.officer,
            is_settled=one.kind is Difference.MISSING and one.code in taken,
        )
        for one in records.differences(view.connection, stored.id)
    )
    name = view.rules.place_name
    record = HandoverRecord(
        stored.number,
        name(stored.giver),
        name(stored.receiver),
        stored.officer,
        stored.made_at,
        content.note,
        tuple(lines),
        differences,
    )
    return record, content
