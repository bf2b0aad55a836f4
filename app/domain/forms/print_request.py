"""Which form is asked to be printed, and what it is about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """A form by its code; `subject_id` is the row of what it is about.

    That is a dossier, a slip of money, a request for papers: as the registry says of the form.
    """

    form: str
    subject_id: int
