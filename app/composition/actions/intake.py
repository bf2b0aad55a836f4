"""The intake screen's actions."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from app.answers.dossier import Registered
from app.composition.actions.turning_away import turning_away_actions
from app.composition.session.printer import lend_form, print_form
from app.composition.session.session import Session
from app.composition.session.words import in_window, say
from app.domain.clock import to_minute
from app.domain.dossier.dossier import IntakeRequest
from app.domain.forms.codes import RECEIPT_FORM
from app.domain.forms.print_outcome import PrintOutcome
from app.domain.forms.print_request import PrintRequest
from app.domain.money.tariff import Tariff, TariffMissing
from app.printing.page_image import PageImage
from app.printing.paper import Paper
from app.printing.preview import page_images
from app.printing.registry import form_of
from app.usecases.catalogue import procedures
from app.usecases.dossier import drafting, intake, preview
from app.usecases.money import fees, quoting, tariffs
from app.usecases.printing import prints
from app.usecases.queries import lookup
from app.usecases.queries.addresses import AddressBook
from app.wording.deadline import limit_text
from app.wording.explanation import explanation_notes, explanation_table
from ui.screens.intake.actions import (
    Cost,
    IntakeActions,
    PromiseDay,
    PromisePreview,
)

_A4_WIDTH_INCHES = 8.27


def intake_actions(session: Session) -> IntakeActions:
    """Bind them to `session`."""
    addresses = AddressBook()

    return IntakeActions(
        now=session.clock.now,
        procedures=lambda text: lookup.find_procedures(
            session.desk, session.actor, text, session.clock.now()
        ),
        procedure=session.bound(lookup.procedure),
        current=session.bound(procedures.current_procedure),
        people=session.bound(lookup.find_people),
        addresses=session.bound(addresses.find),
        twins=session.bound(lookup.open_twins),
        promise=partial(_promise, session),
        tariff=lambda: _tariff(session, session.clock.now()),
        cost=partial(_cost, session),
        picture=partial(_picture, session),
        register=lambda request, draft_id: session.bound(intake.register_dossier)(
            request, draft_id=draft_id
        ),
        print_receipt=partial(_print_receipt, session),
        paper_came=session.bound(prints.note_paper_out),
        money=session.bound(fees.money_of),
        print_slip=partial(_print_slip, session),
        lend_receipt=partial(_lend_receipt, session),
        save_draft=session.bound(drafting.keep_draft),
        drop_draft=session.bound(drafting.drop_draft),
        drafts=lambda: lookup.open_drafts(session.desk, session.actor, session.station),
        complete_limit=session.bound(procedures.complete_limit),
        turning_away=turning_away_actions(session),
        say=say,
    )


def _promise(session: Session, request: IntakeRequest, now: datetime) -> PromisePreview:
    del now  # the desk's own clock
    shown = preview.preview_promise(session.desk, session.actor, request)
    explained = shown.explanation
    days = tuple(
        PromiseDay(row.day.on, line.reasons, line.counted, is_counted=row.is_counted)
        for row, line in zip(explained.rows, explanation_table(explained, in_window), strict=True)
    )
    return PromisePreview(
        due_at=explained.due_at,
        calendar_confirmed=explained.calendar_confirmed,
        limit_text=limit_text(explained.limit, in_window, explained.same_day_cutoff),
        days=days,
        basis=explanation_notes(explained, in_window)[-1],
        fees_text=shown.fees_text,
        names_fees=shown.names_fees,
    )


def _picture(session: Session, request: IntakeRequest, now: datetime, width: int) -> PageImage:
    del now  # the desk's own clock
    content = preview.preview_receipt(session.desk, session.actor, request)
    is_practice = lookup.is_practice(session.desk, session.actor)
    pdf = form_of(RECEIPT_FORM).preview(content, paper=Paper.A4, is_practice=is_practice).pdf
    return page_images(pdf, max(width, 100) / _A4_WIDTH_INCHES)[0]


def _tariff(session: Session, at: datetime) -> Tariff | None:
    try:
        return tariffs.tariff_of(session.desk, session.actor, to_minute(at).date())
    except TariffMissing:
        return None


def _cost(session: Session, request: IntakeRequest) -> Cost:
    desk, actor = session.desk, session.actor
    quoted = quoting.quote(desk, actor, request)
    by_itself = quoted
    if request.fees is not None:
        by_itself = quoting.quote(desk, actor, replace(request, fees=None))
    tariff = _tariff(session, request.received_at or session.clock.now())
    certifies = tariff is not None and bool(tariff.rates_of(request.procedure))
    stored = procedures.current_procedure(desk, actor, request.procedure)
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


def _receipt_of(registered: Registered) -> PrintRequest:
    return PrintRequest(RECEIPT_FORM, registered.dossier_id)


def _print_slip(session: Session, registered: Registered, reason: str) -> PrintOutcome:
    slip = prints.last_slip(session.desk, session.actor, registered.dossier_id)
    return print_form(session, slip, reason=reason)


def _print_receipt(session: Session, registered: Registered, reason: str) -> PrintOutcome:
    return print_form(session, _receipt_of(registered), reason=reason)


def _lend_receipt(session: Session, registered: Registered, reason: str) -> Path:
    return lend_form(session, _receipt_of(registered), reason=reason)
