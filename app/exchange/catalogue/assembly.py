"""A published procedure becomes a procedure of the desk, completed by hand where that is kept."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from app.domain.catalogue.procedure import (
    Channel,
    Fee,
    LimitRule,
    Procedure,
    Provenance,
    ServiceLevel,
    check_steps,
)
from app.domain.deadline.pauses import PauseMode
from app.domain.errors import DeskError
from app.domain.text import cited
from app.exchange.catalogue.completions import Completion, completed_fees, completed_rules
from app.exchange.catalogue.fees import PublishedFee
from app.exchange.catalogue.fields import Remarks
from app.exchange.catalogue.limits import read_rules
from app.exchange.catalogue.papers import read_papers
from app.exchange.catalogue.published import Published, PublishedMethod
from app.exchange.catalogue.row import Gap

CODE = re.compile(r"\d\.\d{6}(?:\.[0-9A-Z]{1,4}){0,5}", re.ASCII)


class BadProcedureCode(DeskError):
    """Facts: code."""


class NoMethods(DeskError):
    """A procedure without any channel cannot be received. Facts: code."""


def assemble(
    published: Published,
    remarks: Remarks,
    *,
    source: str,
    effective_from: date,
    completion: Completion | None = None,
) -> Procedure:
    """The procedure `published` describes.

    Args:
        published: as read from a file.
        remarks: what is left open or doubtful is noted here.
        source: name of the file, kept with the version.
        effective_from: first day of the version.
        completion: what was completed by hand for this code; applied only where the file still
            says what it was made for.

    Raises:
        BadProcedureCode, NoMethods, InvalidTimeLimit, CatalogueUnknownUnit, StepsExceedLimit:
            the row is refused.
    """
    if not CODE.fullmatch(published.code):
        raise BadProcedureCode(code=published.code)
    methods = _domestic(published.methods, remarks)
    if not methods:
        raise NoMethods(code=published.code)
    fitting = completion if completion and completion.fits(methods) else None
    rules = completed_rules(fitting, methods) or read_rules(methods, published.field, remarks)
    limit_cases = frozenset(rule.case for rule in rules if rule.case)
    papers = read_papers(published.papers, remarks, limit_cases)
    _note_gaps(published, remarks)
    procedure = Procedure(
        code=published.code,
        name=published.name,
        field=published.field,
        field_code=published.field_code or (completion.field_code if completion else ""),
        decision=published.decision,
        subjects=published.subjects,
        limits=rules,
        fees=completed_fees(fitting) or _fees(methods, remarks),
        documents=papers.documents,
        outcomes=published.outcomes,
        steps=fitting.steps if fitting else (),
        pause_mode=PauseMode.PAUSE,
        service_level=ServiceLevel.UNKNOWN,
        provenance=_provenance(fitting, rules),
        source=source,
        effective_from=effective_from,
        notes=papers.notes,
    )
    check_steps(procedure)
    return procedure


def _provenance(completion: Completion | None, rules: Iterable[LimitRule]) -> Provenance:
    if completion and completion.provenance is not Provenance.AS_PUBLISHED:
        return completion.provenance
    if any(rule.provenance is not Provenance.AS_PUBLISHED for rule in rules):
        return Provenance.COMPLETED
    return Provenance.AS_PUBLISHED


def _domestic(methods: Iterable[PublishedMethod], remarks: Remarks) -> tuple[PublishedMethod, ...]:
    """Methods and fees without those in foreign money, which only embassies take."""
    kept: list[PublishedMethod] = []
    foreign: list[PublishedMethod] = []
    for method in methods:
        fees = tuple(fee for fee in method.fees if not fee.is_foreign)
        for fee in method.fees:
            if fee.is_foreign:
                remarks.add(Gap.FEE_FOREIGN, fee.note)
        (kept if fees or not method.fees else foreign).append(replace(method, fees=fees))
    return tuple(kept or foreign)


def _fees(methods: Iterable[PublishedMethod], remarks: Remarks) -> tuple[Fee, ...]:
    """Fees per channel; those that are the same in every channel are said once."""
    found: dict[PublishedFee, dict[Channel, None]] = {}
    channels: dict[Channel, None] = {}
    for method in methods:
        channels[method.channel] = None
        for fee in method.fees:
            if fee.is_doubtful:
                remarks.add(Gap.FEE_DOUBTFUL, cited(fee.note))
            found.setdefault(fee, {})[method.channel] = None
    return tuple(
        Fee(channel, fee.amount, fee.per, fee.note, Provenance.AS_PUBLISHED)
        for fee, where in found.items()
        for channel in ([None] if len(where) == len(channels) else where)
    )


def _note_gaps(published: Published, remarks: Remarks) -> None:
    if not published.papers:
        remarks.add(Gap.PAPERS_MISSING)
    if not published.outcomes:
        remarks.add(Gap.OUTCOMES_MISSING)
