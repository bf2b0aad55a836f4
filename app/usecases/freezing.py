"""What papers will say, frozen with the change they speak of, and the numbers they bear."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.deadline.closures import Declaration
from app.domain.deadline.explanation import Explanation
from app.domain.dossier.dossier import Dossier
from app.domain.dossier.promise import capped_on, explain_promise
from app.domain.forms.codes import CONTROL_FORM
from app.domain.forms.paper_number import paper_number
from app.domain.money.payment import Payment, account_of
from app.printing.facts import Ended, FormFacts
from app.printing.form import Form, Subject
from app.settings import series_of
from app.usecases.reference import Reference
from db.stores import payments, prints, series
from db.stores.deadline import closures
from db.stores.prints import NewContent, PaperNumber, Part

PARTS = {Subject.SUPPLEMENT: Part.REQUEST, Subject.APOLOGY: Part.APOLOGY}
"""Subjects of which a dossier may have several, each with papers of its own."""


@dataclass(frozen=True, slots=True)
class Freezing:
    """The unit in which contents are frozen.

    `corrected` is why what was printed before was wrong, empty where it was not.
    """

    connection: Connection
    actor: Actor
    now: datetime
    rules: Reference
    corrected: str = ""


def freeze(
    place: Freezing,
    form: Form,
    dossier: Dossier,
    *,
    payment: Payment | None = None,
    part_id: int | None = None,
    end: Ended | None = None,
    is_first: bool = False,
    only_new: bool = False,
) -> bytes:
    """Freeze what `form` says now of a dossier, or a slip, request, apology of it; its content.

    A numbered paper keeps the number it has; a new one takes the next of its series.

    Args:
        place: the unit.
        form: of the registry.
        dossier: as it stands after the change.
        payment: the slip the form is about, None for other forms.
        part_id: the row of the dossier's last request or apology, if the form is about that.
        end: how the dossier ended, if the form is about that.
        is_first: the paper cannot have been frozen before.
        only_new: what it says already is not frozen once more.

    Raises:
        YearExhausted: there is no number left this year.
        InvalidSetting: stations have series of their own, but this one has none.
    """
    subject = payment.id if payment else part_id or (end.id if end else dossier.id)
    earlier = None if is_first else prints.latest_content(place.connection, form.code, subject)
    number = earlier.number if earlier else None
    symbol = form.symbol(place.rules.settings)
    if number is None and symbol:
        number = next_number(place, symbol)
    says_money = payment is not None or end is not None or bool(form.on_demand)
    slips = payments.of_dossier(place.connection, dossier.id) if says_money else ()
    body = form.frozen(
        FormFacts(
            dossier=dossier,
            procedure=place.rules.procedure(dossier.procedure_version),
            settings=place.rules.settings,
            printed_at=place.now,
            number=paper_number(number.series, number.number, number.station) if number else "",
            payment=payment,
            earlier=tuple(slip for slip in slips if payment and slip.id < payment.id),
            outstanding=account_of(dossier.fees, slips).outstanding,
            capped_on=capped_on(dossier, place.rules.calendar),
            asked=dossier.pauses[-1] if form.subject is Subject.SUPPLEMENT else None,
            apology=dossier.apologies[-1] if form.subject is Subject.APOLOGY else None,
            officer=place.actor.officer,
            counted=_counted(place, dossier) if form.on_demand else None,
            ended=end,
            paid=sum(slip.signed for slip in slips if slip.signed > 0),
            given_back=-sum(slip.signed for slip in slips if slip.signed < 0),
            stays=place.rules.stays(dossier, place.now) if form.code == CONTROL_FORM else (),
            closure=_closure(place, dossier),
            corrected=place.corrected,
        )
    )
    if only_new and earlier is not None and earlier.body == body:
        return body
    prints.freeze(
        place.connection,
        NewContent(
            dossier_id=dossier.id,
            form=form.code,
            form_set=dossier.form_set,
            subject_id=subject,
            revision=earlier.revision + 1 if earlier else 1,
            body=body,
            number=number,
        ),
        agency=place.rules.settings.agency_code,
        year=place.now.year,
        now=place.now,
    )
    return body


def _closure(place: Freezing, dossier: Dossier) -> Declaration | None:
    """The declaration that moved the dossier's last promise; None if none did."""
    number = dossier.promises[-1].closure if dossier.promises else 0
    return closures.by_number(place.connection, number) if number else None


def _counted(place: Freezing, dossier: Dossier) -> Explanation:
    procedure = place.rules.procedure(dossier.procedure_version)
    return explain_promise(dossier, procedure, place.rules.calendar)


def freeze_receipt(place: Freezing, form: Form, dossier: Dossier, slip: Payment) -> None:
    """Freeze the paper of `slip` anew with the number of its receipt; all else it says stays."""
    earlier = prints.latest_content(place.connection, form.code, slip.id)
    if earlier is None:
        return
    body = form.to_json(replace(form.from_json(earlier.body), receipt=slip.receipt))
    prints.freeze(
        place.connection,
        NewContent(
            dossier_id=dossier.id,
            form=form.code,
            form_set=dossier.form_set,
            subject_id=slip.id,
            revision=earlier.revision + 1,
            body=body,
            number=earlier.number,
        ),
        agency=place.rules.settings.agency_code,
        year=place.now.year,
        now=place.now,
    )


def next_number(place: Freezing, symbol: str) -> PaperNumber:
    """The next number of the series with this symbol, in the run of this year and station.

    Raises:
        YearExhausted: there is no number left this year.
        InvalidSetting: stations have series of their own, but this one has none.
    """
    settings, year = place.rules.settings, place.now.year
    station = series_of(settings, place.actor.station)
    run = series.yearly(symbol, agency=settings.agency_code, year=year, station=station)
    return PaperNumber(symbol, year, station, series.take(place.connection, run))
