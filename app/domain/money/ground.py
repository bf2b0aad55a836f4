"""Grounds on which a fee is waived or reduced: from when to when, and which fees they free."""

from dataclasses import dataclass
from datetime import date

from app.domain.catalogue.procedure import Provenance
from app.domain.errors import FieldError
from app.domain.money.relief import Relief
from app.domain.phrases import Phrase, phrase
from app.domain.text import fold


class GroundMissing(FieldError):
    """No ground is chosen. Facts: field."""


class GroundNotInForce(FieldError):
    """The ground does not hold on the day of receipt. Facts: field, ground, on, period (words)."""


class GroundNotOfFee(FieldError):
    """The ground does not free the fee of this procedure.

    Facts: field, ground, code (of the procedure), usable (codes of grounds that do).
    """


@dataclass(frozen=True, slots=True)
class Validity:
    """From the first to the last day, both included; None is open on that side."""

    first: date | None = None
    last: date | None = None

    @property
    def is_sound(self) -> bool:
        """It does not end before it begins."""
        return self.first is None or self.last is None or self.first <= self.last

    @property
    def words(self) -> Phrase:
        """``từ 15/08/2026 đến hết 28/02/2027``."""
        if self.first and self.last:
            return phrase(
                "từ {first:%d/%m/%Y} đến hết {last:%d/%m/%Y}", first=self.first, last=self.last
            )
        if self.first:
            return phrase("từ {first:%d/%m/%Y}", first=self.first)
        if self.last:
            return phrase("đến hết {last:%d/%m/%Y}", last=self.last)
        return phrase("không thời hạn")

    def covers(self, day: date) -> bool:
        """Whether `day` lies in it."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class ExemptionGround:
    """A ground to waive or reduce fees, with the text of law it stands on.

    Without `relief` the whole is waived. `asks_relief`: the text of law is the province's, so that
    the clerk names how much is reduced. `procedures` and `fields` (lĩnh vực) say whose fee it
    frees, neither: every fee but one of certification, which only a ground frees that names the
    procedure (Circular 226/2016/TT-BTC knows no other). It holds from `effective_from` to
    `effective_to`, both included.
    """

    code: str
    name: str
    source: str
    provenance: Provenance
    relief: Relief | None = None
    asks_relief: bool = False
    procedures: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    effective_from: date | None = None
    effective_to: date | None = None

    @property
    def is_sound(self) -> bool:
        """The reduction, if there is one, is one and either fixed here or asked for."""
        return self.relief is None or (self.relief.is_sound and not self.asks_relief)

    @property
    def reduces(self) -> bool:
        """Something may be left to pay."""
        return self.asks_relief or self.relief is not None

    @property
    def validity(self) -> Validity:
        """Its days."""
        return Validity(self.effective_from, self.effective_to)

    def frees(self, code: str, field: str, *, is_certifying: bool) -> bool:
        """Whether it frees the fee of procedure `code` of `field`, which may be a certification."""
        if code in self.procedures:
            return True
        if is_certifying:
            return False
        if self.procedures or self.fields:
            return fold(field) in map(fold, self.fields)
        return True
