"""The field errors of one request, collected so that all are seen at once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from app.domain.errors import FieldError, InvalidRequest

T = TypeVar("T")


@dataclass(slots=True)
class Problems:
    """Collects the field errors of one request, so that the clerk sees all of them at once."""

    found: list[FieldError] = field(default_factory=list)

    def add(self, problem: FieldError) -> None:
        """Keep one error."""
        self.found.append(problem)

    def extend(self, problems: Iterable[FieldError]) -> None:
        """Keep several errors."""
        self.found.extend(problems)

    def attempt(self, read: Callable[[], T], fallback: T) -> T:
        """What `read` gives, or `fallback` when it is refused (the refusal is kept)."""
        try:
            return read()
        except FieldError as problem:
            self.found.append(problem)
            return fallback

    def raise_any(self) -> None:
        """Raise `InvalidRequest` with every refusal kept, if there was one."""
        if self.found:
            raise InvalidRequest(problems=tuple(self.found))
