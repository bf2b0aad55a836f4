"""What a printed register says around its rows, and the rows where they are few enough to hold."""

from dataclasses import dataclass
from datetime import date

from app.answers.register import RegisterRow, RegisterSums


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterContent:
    """The office at its head, the days it is of (both included), and who prints it on `day`."""

    superior_body: str
    office: str
    place: str
    day: date
    first: date
    last: date
    officer: str
    sums: RegisterSums
    rows: tuple[RegisterRow, ...] = ()
