"""What a printed book of certification says, with the office whose book it is."""

from dataclasses import dataclass
from datetime import date

from app.answers.certification import BookPrint


@dataclass(frozen=True, slots=True, kw_only=True)
class BookContent:
    """The part of the book itself, who stands at its head, and which station prints it on `day`."""

    superior_body: str
    office: str
    place: str
    day: date
    station: int
    printed: BookPrint
