"""What the sheet of a day says, with the office whose sheet it is."""

from dataclasses import dataclass

from app.answers.day import DaySheet


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySheetContent:
    """The sheet itself, and who stands at its head."""

    superior_body: str
    office: str
    place: str
    agency_code: str
    sheet: DaySheet
