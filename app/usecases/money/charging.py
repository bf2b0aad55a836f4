"""What a dossier costs and how it is paid, inside the transaction that registers or changes it."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from textwrap import shorten

from app.domain.catalogue.procedure import Channel, Procedure
from app.domain.certification.books import CertifiedDocument
from app.domain.dossier import charge_check
from app.domain.dossier.dossier import Dossier, IntakeRequest
from app.domain.errors import FieldError, InvalidRequest
from app.domain.money.fee import (
    Exemption,
    FeeLine,
    NotPerCopy,
    copies_of,
    dong,
    for_copies,
    kind_by_law,
    plain_line,
    reductions,
    waived,
)
from app.domain.money.payment import (
    RELIEF_LIMIT,
    MoreThanOutstanding,
    NothingToCollect,
    NotTheSumShown,
    Payment,
    PaymentKind,
    PaymentRequest,
    account_of,
)
from app.domain.money.relief import ReliefIdle
from app.domain.money.tariff import Tariff, TariffMissing, lines_of
from app.domain.problems import Problems
from app.settings import book_blocks_of, series_of
from app.usecases.money import cash_day
from app.usecases.reference import Reference
from app.usecases.unit import Unit
from db.stores import payments
from db.stores.certification import certified_papers

_NAME_LIMIT = 200


class NothingToCertify(FieldError):
    """A certification names no paper: nothing to charge, nothing to number. Facts: field, code."""


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
        InvalidRequest: the procedure does not certify such papers, the reduction reduces nothing,
            or several copies are asked for where no fee counts them.
        TariffMissing, UnknownGround: as named.
    """
    _require_counted(request, procedure)
    if not request.certification:
        lines = request.fees
        if lines is None:
            lines = catalogue_lines(procedure, request.channel, request.copies)
        return (), _agreed(rules, request, procedure, lines, on) if lines else ()
    tariff = rules.tariff(on)
    certification = with_amounts(request.certification, procedure, tariff)
    lines = (*lines_of(certification, tariff), *(request.fees or ()))
    return certification, _agreed(rules, request, procedure, lines, on)


def _require_counted(request: IntakeRequest, procedure: Procedure) -> None:
    """Several copies are refused where they would be paid and printed as one."""
    if request.copies == 1:
        return
    fee = procedure.fixed_fee(request.channel)
    is_counted = fee is not None and fee.is_per_copy
    if request.certification or request.fees is not None or not is_counted:
        problem: FieldError = NotPerCopy(field="copies", code=procedure.code)
        raise InvalidRequest(problems=(problem,))


def require_papers(
    rules: Reference, request: IntakeRequest, procedure: Procedure, on: date
) -> None:
    """Every certification enters a book (NĐ 23/2015/NĐ-CP art. 13) and costs what its papers do.

    Raises:
        InvalidRequest: `procedure` certifies, and neither papers nor a fee are named.
    """
    if request.certification or request.fees:
        return
    with suppress(TariffMissing):
        if rules.tariff(on).rates_of(procedure.code):
            missing: FieldError = NothingToCertify(field="certification", code=procedure.code)
            raise InvalidRequest(problems=(missing,))


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


def catalogue_lines(procedure: Procedure, channel: Channel, copies: int = 1) -> tuple[FeeLine, ...]:
    """The line of a catalogue that names exactly one amount for `channel`, not by the page.

    Args:
        procedure: whose fee it is.
        channel: how it was filed.
        copies: how many of the result are asked for; only a fee per copy counts them.
    """
    fee = procedure.fixed_fee(channel)
    if fee is None or fee.amount is None:
        return ()
    kind = kind_by_law(procedure.code, fee.note)
    line = plain_line(
        shorten(f"{kind.words}: {procedure.name}", _NAME_LIMIT, placeholder="…"),
        fee.amount,
        kind=kind,
        per=fee.per[:60],
        quantity=copies if fee.is_per_copy else 1,
        source=(fee.source or procedure.source or procedure.decision)[:1_000] or procedure.code,
    )
    return (line,)


def _agreed(
    rules: Reference,
    request: IntakeRequest,
    procedure: Procedure,
    lines: tuple[FeeLine, ...],
    on: date,
) -> tuple[FeeLine, ...]:
    lines = tuple(replace(line, collect_at=request.collect_at) for line in lines)
    if request.exemption is None:
        return lines
    exemption = settled(rules, request.exemption, procedure, on)
    relieved = waived(lines, exemption)
    if relieved == lines:
        problem = ReliefIdle(field="exemption.relief", words=exemption.words)
        raise InvalidRequest(problems=(problem,))
    return relieved


def settled(rules: Reference, given: Exemption, procedure: Procedure, on: date) -> Exemption:
    """`given` by the tariff of `on`: with what its ground waives or reduces of `procedure`'s fee.

    Raises:
        InvalidRequest: the ground does not hold that day or free that fee, leaves the reduction
            open and none is named, or fixes another.
        TariffMissing, UnknownGround: as named.
    """
    try:
        return rules.tariff(on).settled(given, code=procedure.code, field=procedure.field, on=on)
    except FieldError as problem:
        raise InvalidRequest(problems=(problem,)) from None


def copies_paid(dossier: Dossier) -> int | None:
    """How many copies of the result a dossier is charged for; None where no fee counts them.

    Copies of certified papers are counted paper by paper, in their book.
    """
    return None if dossier.certification else copies_of(dossier.fees)


def recounted(dossier: Dossier, copies: int) -> Dossier:
    """`dossier` charged for this many copies of the result.

    Raises:
        InvalidRequest: no fee of it counts copies, or they come to more than a slip could take.
    """
    if copies_paid(dossier) is None:
        problem: FieldError = NotPerCopy(field="copies", code=dossier.procedure_code)
        raise InvalidRequest(problems=(problem,))
    problems = Problems()
    lines = for_copies(dossier.fees, copies)
    charge_check.fee_lines(lines, problems)
    problems.raise_any()
    return replace(dossier, fees=lines)


def numbered(unit: Unit, dossier: Dossier) -> Dossier:
    """A new dossier whose papers to certify have the next numbers of their books.

    The book is that of the year they were certified in (NĐ 23/2015/NĐ-CP art. 13(2)), whenever the
    dossier is entered, until that year's book is closed.

    Raises:
        YearExhausted, BlocksExhausted: a book has no number left this year for this station.
        BookClosed: the book of the year was closed.
        InvalidSetting: stations have blocks of their own, but this one has none.
    """
    if not dossier.certification:
        return dossier
    certification = certified_papers.number(
        unit.connection,
        dossier.certification,
        agency=unit.settings.agency_code,
        blocks=book_blocks_of(unit.settings, unit.actor.station),
        day=dossier.received_at.date(),
    )
    return replace(dossier, certification=certification)


def collected(
    unit: Unit, dossier: Dossier, asked: PaymentRequest, before: tuple[Payment, ...]
) -> Payment:
    """The slip for money taken now: numbered, on today's open sheet, not stored yet.

    Raises:
        NothingToCollect, MoreThanOutstanding, NotTheSumShown, YearExhausted: as named.
    """
    outstanding = account_of(dossier.fees, before).outstanding
    if not outstanding:
        raise NothingToCollect(code=dossier.shown_code)
    amount = outstanding if asked.amount is None else asked.amount
    if amount > outstanding:
        raise MoreThanOutstanding(amount=dong(amount), outstanding=dong(outstanding))
    if asked.shown is not None and asked.shown != amount:
        raise NotTheSumShown(amount=dong(amount))
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
    cash_day.frozen(unit)
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
