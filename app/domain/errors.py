"""Expected refusals: each carries facts; `app.wording.refusals` turns them into words."""


class DeskError(Exception):
    """Something the desk refuses, with the facts a sentence about it needs.

    Raise a subclass with keyword facts: ``raise UnknownProcedure(code="1.004873")``. The sentence
    for each subclass stands in `app.wording.refusals.SENTENCES` and names the facts in braces.
    """

    exit_code = 1

    def __init__(self, **facts: object) -> None:
        super().__init__(*facts.values())
        self.facts = facts

    def __str__(self) -> str:
        """The kind and its facts, for the log; persons read `app.wording.refusals.say`."""
        facts = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{type(self).__name__}({facts})"


class FieldError(DeskError):
    """A refusal that belongs beside one field of a form; facts always hold `field`."""

    @property
    def field(self) -> str:
        """The field's name as in the request, such as ``applicant.full_name``."""
        return str(self.facts["field"])


class InvalidRequest(DeskError):
    """One or more fields of a request were refused; nothing was kept.

    Facts: `problems`, a tuple of `FieldError` in the order of the form.
    """

    @property
    def problems(self) -> tuple[FieldError, ...]:
        """The refusals, one per field or more."""
        problems = self.facts["problems"]
        assert isinstance(problems, tuple)  # noqa: S101 - a bug of the raiser, not of the input
        return problems


class Unreadable(DeskError):
    """What was given cannot be read: not there, cut, foreign, made to harm; nothing was done."""

    exit_code = 2


class Damaged(DeskError):
    """Stored data is not what it must be (page, chain, numbering, missing record)."""

    exit_code = 3
