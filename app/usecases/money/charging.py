"""What a dossier costs and how it is paid, inside the transaction that registers or changes it."""

from dataclasses import replace
from datetime import date

from app.domain.catalogue.procedure import Channel, Procedure
from app.domain.certification.books import CertifiedDocument
from app.domain.dossier.dossier import Dossier, IntakeRequest
from app.domain.errors import FieldError, InvalidRequest
from app.domain.money.fee import (
    Exemption,
    FeeKind,
    FeeLine,
    dong,
    plain_line,
    reductions,
    waived,
)
from app.domain.money.payment import (
    RELIEF_LIMIT,
    MoreThanOutstanding,
    NothingToCollect,
    Payment,
    PaymentKind,
    PaymentRequest,
    account_of,
)
from app.domain.money.tariff import Tariff, lines_of
from app.domain.text import fold
from app.settings import series_of
from app.usecases.reference import Reference
from app.usecases.unit import Unit
from db.stores import certifications, payments

_COUNTED_ELSEWHERE = ("trang", "nguoi")
"""Units whose number intake does not know: a catalogue amount for them is no fixed amount."""


class ReliefIdle(FieldError):
    """The reduction makes no line cheaper. Facts: field, words."""


class NotCertifying(FieldError):
    """The procedure certifies nothing. Facts: field, code."""


class KindNotOfProcedure(FieldError):
    """Facts: field, kind, code."""


def priced(
    rules: Reference, request: IntakeRequest, procedure: Procedure, on: date
) -> tuple[tuple[CertifiedDocument, ...], tuple[FeeLine, ...]]:
    """The papers to certify with their amounts, and the fee lines of `request` received on `on`.

    Certification costs what the tariff says, whatever else is charged. Without lines in the
    request the catalogue's amount stands, where it is fixed.

    Raises:
        InvalidRequest: the procedure does not certify such papers, or the reduction reduces
            nothing.
        TariffMissing, UnknownGround: as named.
    """
    if not request.certification:
        lines = request.fees
        if lines is None:
            lines = catalogue_lines(procedure, request.channel)
        return (), _agreed(rules, request, lines, on) if lines else ()
    tariff = rules.tariff(on)
    certification = with_amounts(request.certification, procedure, tariff)
    lines = (*lines_of(certification, tariff), *(request.fees or ()))
    return certification, _agreed(rules, request, lines, on)


def with_amounts(
    documents: tuple[CertifiedDocument, ...], procedure: Procedure, tariff: Tariff
) -> tuple[CertifiedDocument, ...]:
    """`documents`, each of a kind of `procedure` and with its amount by `tariff`.

    Raises:
        InvalidRequest: the procedure does not certify such papers.
    """
    rates = {rate.kind: rate for rate in tariff.rates_of(procedure.code)}
    if not rates:
        problem: FieldError = NotCertifying(field="certification", code=procedure.code)
        raise InvalidRequest(problems=(problem,))
    usual = next(iter(rates))
    found = []
    for place, document in enumerate(documents):
        kind = document.kind or usual
        if kind not in rates:
            problem = KindNotOfProcedure(
                field=f"certification.{place}", kind=kind, code=procedure.code
            )
            raise InvalidRequest(problems=(problem,))
        amount = rates[kind].fee(pages=document.pages, copies=document.copies)
        found.append(replace(document, kind=kind, amount=amount))
    return tuple(found)


def catalogue_lines(procedure: Procedure, channel: Channel) -> tuple[FeeLine, ...]:
    """The line of a catalogue that names exactly one amount for `channel`, not by the page."""
    listed = [fee for fee in procedure.fees if fee.channel in {None, channel}]
    amounts = {fee.amount for fee in listed}
    amount = amounts.pop() if len(amounts) == 1 else None
    if not amount or any(unit in fold(fee.per) for fee in listed for unit in _COUNTED_ELSEWHERE):
        return ()
    fee = listed[0]
    line = plain_line(
        f"Phí, lệ phí: {procedure.name}"[:200].strip(),
        amount,
        # The catalogue does not part them but by chance of wording.
        kind=FeeKind.CHARGE if fold(fee.note).startswith("phi ") else FeeKind.FEE,
        per=fee.per[:60],
        quantity=1,
        source=(fee.source or procedure.source or procedure.decision)[:1_000] or procedure.code,
    )
    return (line,)


def _agreed(
    rules: Reference, request: IntakeRequest, lines: tuple[FeeLine, ...], on: date
) -> tuple[FeeLine, ...]:
    lines = tuple(replace(line, collect_at=request.collect_at) for line in lines)
    if request.exemption is None:
        return lines
    exemption = settled(rules, request.exemption, on)
    relieved = waived(lines, exemption)
    if relieved == lines:
        problem = ReliefIdle(field="exemption.relief", words=exemption.words)
        raise InvalidRequest(problems=(problem,))
    return relieved


def settled(rules: Reference, given: Exemption, on: date) -> Exemption:
    """`given` by the tariff of `on`: with what its ground waives or reduces.

    Raises:
        InvalidRequest: the ground leaves the reduction open and none is named, or fixes another.
        TariffMissing, UnknownGround: as named.
    """
    try:
        return rules.tariff(on).settled(given)
    except FieldError as problem:
        raise InvalidRequest(problems=(problem,)) from None


def numbered(unit: Unit, dossier: Dossier) -> Dossier:
    """A new dossier whose papers to certify have the next numbers of their books.

    Raises:
        YearExhausted: a book has no number left this year.
        InvalidSetting: stations have series of their own, but this one has none.
    """
    if not dossier.certification:
        return dossier
    certification = certifications.number(
        unit.connection,
        dossier.certification,
        agency=unit.settings.agency_code,
        station=series_of(unit.settings, unit.actor.station),
        day=unit.now.date(),
    )
    return replace(dossier, certification=certification)


def collected(
    unit: Unit, dossier: Dossier, asked: PaymentRequest, before: tuple[Payment, ...]
) -> Payment:
    """The slip for money taken now: numbered, on today's open sheet, not stored yet.

    Raises:
        NothingToCollect, MoreThanOutstanding, YearExhausted: as named.
    """
    outstanding = account_of(dossier.fees, before).outstanding
    if not outstanding:
        raise NothingToCollect(code=dossier.code)
    amount = outstanding if asked.amount is None else asked.amount
    if amount > outstanding:
        raise MoreThanOutstanding(amount=dong(amount), outstanding=dong(outstanding))
    payer = asked.payer or (dossier.representative or dossier.applicant).full_name
    made = slip(unit, replace(asked, amount=amount, payer=payer), PaymentKind.COLLECT, reason="")
    return replace(made, relief=reductions(dossier.fees)[:RELIEF_LIMIT])


def slip(unit: Unit, asked: PaymentRequest, kind: PaymentKind, *, reason: str) -> Payment:
    """A slip with the next number of the office or the station, on the open sheet of today.

    Raises:
        YearExhausted: there is no number left this year.
        InvalidSetting: stations have series of their own, but this one has none.
    """
    assert asked.amount is not None  # noqa: S101 - settled by whoever asks
    agency, day = unit.settings.agency_code, unit.now.date()
    series = series_of(unit.settings, unit.actor.station)
    return Payment(
        kind=kind,
        slip=payments.next_slip(unit.connection, agency=agency, station=series, day=day),
        amount=asked.amount,
        method=asked.method,
        at=unit.now.replace(microsecond=0),
        day=day,
        sheet=payments.open_sheet(unit.connection, agency=agency, day=day),
        officer=unit.actor.officer,
        station=unit.actor.station,
        payer=asked.payer,
        reference=asked.reference,
        reason=reason,
    )
