"""The intake screen's verbs."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from app.domain.answers import Registered, StoredProcedure
from app.domain.clock import to_minute
from app.domain.dossier import IntakeRequest
from app.domain.procedure import Channel
from app.domain.tariff import Tariff, TariffMissing
from app.domain.time_limit import TimeLimit
from app.printing.paper import Copy, CopyMark, Paper
from app.printing.preview import page_images
from app.printing.render import render_receipt
from app.sentences_deadline import limit_text
from app.sentences_explanation import explanation_notes, explanation_table
from app.usecases import catalogue, drafting, intake, lookup, preview, printing, quoting, tariffs
from app.usecases.addresses import AddressBook
from app.wiring.printer import lend_form, print_form
from app.wiring.session import Session
from app.wiring.tongue import in_window, say
from ui.screens.intake.actions import (
    Cost,
    IntakeActions,
    PagePicture,
    PrintOutcome,
    PromiseDay,
    PromisePreview,
)

_ONE_COPY = CopyMark(copies=(Copy.GIVEN,))
_A4_WIDTH_INCHES = 8.27


def intake_actions(session: Session) -> IntakeActions:
    """Bind them to `session`."""
    addresses = AddressBook()

    def promise(request: IntakeRequest, now: datetime) -> PromisePreview:
        del now  # the desk's own clock
        shown = preview.preview_promise(session.desk, session.actor, request)
        explained = shown.explanation
        days = tuple(
            PromiseDay(row.day.on, line.why, line.counted, is_counted=row.is_counted)
            for row, line in zip(
                explained.rows, explanation_table(explained, in_window), strict=True
            )
        )
        return PromisePreview(
            due_at=explained.due_at,
            calendar_confirmed=explained.calendar_confirmed,
            limit_text=limit_text(explained.limit, in_window),
            days=days,
            basis=explanation_notes(explained, in_window)[-1],
            fees_text=shown.fees_text,
        )

    def picture(request: IntakeRequest, now: datetime, width: int) -> PagePicture:
        del now  # the desk's own clock
        content = preview.preview_receipt(session.desk, session.actor, request)
        pdf = render_receipt(content, Paper.A4, _ONE_COPY)
        page = page_images(pdf, max(width, 100) / _A4_WIDTH_INCHES)[0]
        return PagePicture(page.data, page.width, page.height, page.stride)

    def register(request: IntakeRequest, draft_id: str) -> Registered:
        return intake.register_dossier(session.desk, session.actor, request, draft_id=draft_id)

    def save_draft(draft_id: str, body: Mapping[str, object], summary: str) -> None:
        drafting.keep_draft(session.desk, session.actor, draft_id, body, summary)

    def complete_limit(
        code: str, channel: Channel, case: str | None, limit: TimeLimit, source: str
    ) -> StoredProcedure:
        return catalogue.complete_limit(
            session.desk, session.actor, code, channel, case, limit, source
        )

    return IntakeActions(
        now=session.clock.now,
        procedures=lambda text: lookup.find_procedures(session.desk, text, session.clock.now()),
        procedure=lambda version: lookup.procedure(session.desk, version),
        current=lambda code: catalogue.current_procedure(session.desk, code),
        people=lambda text: lookup.find_people(session.desk, text),
        addresses=lambda text: addresses.find(session.desk, text),
        twins=lambda number, phone, code: lookup.open_twins(session.desk, number, phone, code),
        promise=promise,
        tariff=lambda: _tariff(session, session.clock.now()),
        cost=partial(_cost, session),
        picture=picture,
        register=register,
        print_receipt=partial(_print_receipt, session),
        paper_came=partial(_paper_came, session),
        print_slip=partial(_print_slip, session),
        lend_receipt=partial(_lend_receipt, session),
        save_draft=save_draft,
        drop_draft=lambda draft_id: _none(drafting.drop_draft(session.desk, draft_id)),
        drafts=lambda: lookup.open_drafts(session.desk, session.station),
        complete_limit=complete_limit,
        say=say,
    )


def _none(_: object) -> None:
    """Some verbs answer nothing."""


def _tariff(session: Session, at: datetime) -> Tariff | None:
    try:
        return tariffs.tariff_of(session.desk, to_minute(at).date())
    except TariffMissing:
        return None


def _cost(session: Session, request: IntakeRequest) -> Cost:
    desk = session.desk
    quoted = quoting.quote(desk, request)
    by_itself = quoted
    if request.fees is not None:
        by_itself = quoting.quote(desk, replace(request, fees=None))
    tariff = _tariff(session, request.received_at or session.clock.now())
    certifies = tariff is not None and bool(tariff.rates_of(request.procedure))
    stored = catalogue.current_procedure(desk, request.procedure)
    fees = [] if stored is None else stored.procedure.fees
    listed = {fee.amount for fee in fees if fee.channel in {None, request.channel}}
    return Cost(
        certification=quoted.certification,
        lines=quoted.lines,
        due=quoted.due,
        tariff=tariff,
        is_open=not certifies and not by_itself.lines,
        is_free=listed == {0},
    )


def _print_slip(session: Session, registered: Registered, reason: str) -> PrintOutcome:
    form = printing.slip_form_of(session.desk, registered.dossier_id)
    return print_form(session, registered.dossier_id, form, reason=reason)


def _print_receipt(session: Session, registered: Registered, reason: str) -> PrintOutcome:
    return print_form(session, registered.dossier_id, intake.RECEIPT_FORM, reason=reason)


def _lend_receipt(session: Session, registered: Registered, reason: str) -> Path:
    return lend_form(session, registered.dossier_id, intake.RECEIPT_FORM, reason=reason)


def _paper_came(session: Session, print_id: int) -> None:
    printing.note_paper_out(session.desk, session.actor, print_id)
