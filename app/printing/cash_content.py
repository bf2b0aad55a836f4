"""What a day's cash sheet says, with the office whose sheet it is."""

from dataclasses import dataclass

from app.domain.money.cash_sheet import CashSheet


@dataclass(frozen=True, slots=True, kw_only=True)
class CashSheetContent:
    """The sheet itself, and who stands at its head."""

    superior_body: str
    office: str
    place: str
    sheet: CashSheet
