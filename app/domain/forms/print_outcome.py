"""What became of a print."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """A print of `form` that was handed to a printer; `asks_for_paper`: did it come out right?"""

    printer: str
    pages: int
    copy_number: int
    print_id: int = 0
    asks_for_paper: bool = False
    form: str = ""
