"""Tariffs of certification: versioned rates, and the grounds on which fees are waived."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from app.domain.catalogue.procedure import Provenance
from app.domain.certification.books import CertificationKind, CertifiedDocument
from app.domain.errors import DeskError, FieldError
from app.domain.money.fee import Exemption, FeeKind, FeeLine
from app.domain.money.ground import ExemptionGround, GroundNotInForce, GroundNotOfFee, Validity
from app.domain.money.relief import Relief
from app.domain.phrases import Phrase, phrase

_WHOLE = Relief(percent=100)


class Basis(StrEnum):
    """What a rate counts: pages of each copy, copies, or the document once."""

    PAGE = "PAGE"
    COPY = "COPY"
    DOCUMENT = "DOCUMENT"


@dataclass(frozen=True, slots=True)
class PageStep:
    """From page `from_page` on, each page costs `amount` đồng."""

    from_page: int
    amount: int


@dataclass(frozen=True, slots=True)
class Rate:
    """What one kind of certification costs, and the procedures it belongs to.

    `steps` begin at page 1 and rise by page; bases other than PAGE have one. `cap` is the most a
    copy may cost.
    """

    kind: CertificationKind
    name: str
    per: str
    basis: Basis
    steps: tuple[PageStep, ...]
    procedures: tuple[str, ...]
    cap: int | None = None

    def fee(self, *, pages: int, copies: int) -> int:
        """Đồng for one document of `pages` pages, certified in `copies` copies."""
        if self.basis is Basis.DOCUMENT:
            return self.steps[0].amount
        if self.basis is Basis.COPY:
            return self.steps[0].amount * copies
        return self._copy(pages) * copies

    def _copy(self, pages: int) -> int:
        ends = [step.from_page for step in self.steps[1:]]
        whole = 0
        for step, end in zip(self.steps, [*ends, pages + 1], strict=True):
            whole += max(0, min(end, pages + 1) - step.from_page) * step.amount
        return whole if self.cap is None else min(whole, self.cap)


@dataclass(frozen=True, slots=True)
class Tariff:
    """One version of a tariff, in force from `effective_from` until the next version begins.

    `effective_to` is its last day where it has one of its own; the version before goes on then.
    """

    code: str
    name: str
    effective_from: date
    source: str
    provenance: Provenance
    rates: tuple[Rate, ...]
    grounds: tuple[ExemptionGround, ...]
    effective_to: date | None = None

    @property
    def validity(self) -> Validity:
        """Its days."""
        return Validity(self.effective_from, self.effective_to)

    def rates_of(self, procedure: str) -> tuple[Rate, ...]:
        """The rates of a procedure, its own first one first; empty if it certifies nothing."""
        return tuple(rate for rate in self.rates if procedure in rate.procedures)

    def ground(self, code: str) -> ExemptionGround:
        """The ground `code`.

        Raises:
            UnknownGround: this tariff has none of that code.
        """
        for ground in self.grounds:
            if ground.code == code:
                return ground
        raise UnknownGround(code=code, known=", ".join(ground.code for ground in self.grounds))

    def grounds_for(self, code: str, field: str, on: date) -> tuple[ExemptionGround, ...]:
        """The grounds on which the fee of procedure `code` may be less on the day of receipt."""
        return tuple(
            ground
            for ground in self.grounds
            if ground.validity.covers(on) and self._frees(ground, code, field)
        )

    def _frees(self, ground: ExemptionGround, code: str, field: str) -> bool:
        return ground.frees(code, field, is_certifying=bool(self.rates_of(code)))

    def settled(self, given: Exemption, *, code: str, field: str, on: date) -> Exemption:
        """`given` with the reduction its ground fixes, or the one named where it leaves that open.

        Args:
            given: as the clerk names it.
            code: of the procedure whose fee it is about.
            field: of that procedure.
            on: the day of receipt.

        Raises:
            UnknownGround: this tariff has none of that code.
            GroundNotInForce: not on that day.
            GroundNotOfFee: it does not free the procedure's fee.
            ReliefMissing: the ground leaves it open and nothing is named.
            ReliefNotOfGround: the ground fixes it and something else is named.
        """
        ground = self.ground(given.ground)
        if not ground.validity.covers(on):
            raise GroundNotInForce(
                field="exemption", ground=ground.name, on=on, period=ground.validity.words
            )
        if not self._frees(ground, code, field):
            usable = ", ".join(one.code for one in self.grounds_for(code, field, on))
            raise GroundNotOfFee(
                field="exemption",
                ground=ground.name,
                code=code,
                usable=usable or phrase("không có căn cứ nào"),
            )
        if ground.asks_relief:
            if given.relief is None:
                raise ReliefMissing(field="exemption.relief", ground=ground.name)
            return replace(given, relief=None if given.relief == _WHOLE else given.relief)
        if given.relief not in {None, ground.relief or _WHOLE}:
            raise ReliefNotOfGround(field="exemption.relief", ground=ground.name)
        return replace(given, relief=ground.relief)

    def faults(self) -> tuple[Phrase, ...]:
        """What makes it unusable, one part of a sentence each."""
        found = [] if self.rates else [phrase("không có mức phí nào")]
        for rate in self.rates:
            starts = [step.from_page for step in rate.steps]
            if not starts or starts[0] != 1 or any(a >= b for a, b in pairwise(starts)):
                found.append(
                    phrase("{rate}: các bậc trang phải bắt đầu từ 1 và tăng dần", rate=rate.name)
                )
            if rate.basis is not Basis.PAGE and len(starts) != 1:
                found.append(phrase("{rate}: chỉ phí theo trang mới có nhiều bậc", rate=rate.name))
            if not rate.procedures:
                found.append(phrase("{rate}: chưa ghi thủ tục nào", rate=rate.name))
        kinds = [rate.kind for rate in self.rates]
        if len(kinds) != len(set(kinds)):
            found.append(phrase("một loại việc có hai mức phí"))
        codes = [ground.code for ground in self.grounds]
        if len(codes) != len(set(codes)):
            found.append(phrase("căn cứ miễn, giảm trùng mã"))
        found += [
            phrase("{name}: ngày hết hiệu lực trước ngày bắt đầu", name=name)
            for name, validity in (
                (self.name, self.validity),
                *((ground.name, ground.validity) for ground in self.grounds),
            )
            if not validity.is_sound
        ]
        found += [
            phrase(
                "{ground}: mức giảm là một phần trăm từ 1 đến 99 hoặc một số tiền còn thu, "
                "ghi sẵn hoặc để cán bộ ghi",
                ground=ground.name,
            )
            for ground in self.grounds
            if not ground.is_sound
        ]
        return tuple(found)


class TariffMissing(DeskError):
    """No tariff is in force on that day. Facts: on (date)."""


class UnknownGround(DeskError):
    """Facts: code, known (comma-separated)."""


class ReliefMissing(FieldError):
    """The ground leaves open how much is reduced. Facts: field, ground."""


class ReliefNotOfGround(FieldError):
    """The ground says how much is reduced, and it is not what was named. Facts: field, ground."""


def in_force(tariffs: Iterable[Tariff], on: date) -> Tariff:
    """The tariff of `on`: the latest begun that has not ended; of several the last given.

    Raises:
        TariffMissing: none is in force that day.
    """
    found: Tariff | None = None
    for tariff in tariffs:
        if tariff.validity.covers(on) and (
            found is None or tariff.effective_from >= found.effective_from
        ):
            found = tariff
    if found is None:
        raise TariffMissing(on=on)
    return found


def lines_of(documents: Iterable[CertifiedDocument], tariff: Tariff) -> tuple[FeeLine, ...]:
    """One line for each kind among `documents`, whose amounts are already set."""
    names = {rate.kind: rate for rate in tariff.rates}
    gathered: dict[CertificationKind, list[CertifiedDocument]] = {}
    for document in documents:
        if document.kind is not None:
            gathered.setdefault(document.kind, []).append(document)
    return tuple(_line(names[kind], group, tariff) for kind, group in gathered.items())


def _line(rate: Rate, documents: list[CertifiedDocument], tariff: Tariff) -> FeeLine:
    amount = sum(document.amount for document in documents)
    is_plain = rate.basis is not Basis.PAGE
    copies = sum(document.copies for document in documents)
    return FeeLine(
        name=rate.name,
        kind=FeeKind.CHARGE,
        per=rate.per if is_plain else "bản",
        unit_amount=rate.steps[0].amount if is_plain else None,
        quantity=len(documents) if rate.basis is Basis.DOCUMENT else copies,
        amount=amount,
        source=tariff.source,
    )
