"""A stack of dossiers being scanned for a hand-over: each is looked at as soon as it is scanned."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.answers.handover import ScannedDossier
from app.domain.actor import Actor
from app.domain.errors import FieldError
from app.domain.permission import Permission
from app.domain.problems import Problems
from app.domain.text import cited
from app.domain.workflow.agencies import agency_meant
from app.domain.workflow.handing import LiesElsewhere, LiesThere, NotTakenOver, last_place
from app.domain.workflow.handover import MOST_LINES, EmptyStack, HandedDossier, StackTooHigh
from app.domain.workflow.moves import IllegalMove, move_of
from app.domain.workflow.states import DossierEvent
from app.usecases.desk import Desk
from app.usecases.queries import lookup
from app.usecases.unit import View
from db.stores import dossiers
from db.stores.handover import handings
from db.stores.handover.handings import Brief


class NoSuchCode(FieldError):
    """What was scanned names no dossier. Facts: field, code."""


class ScannedTwice(FieldError):
    """It is in the stack already. Facts: field, code."""


class NotToBeHandedOver(FieldError):
    """A dossier in this state has left the office. Facts: field, code, state."""


@dataclass(slots=True)
class Stack:
    """Dossiers that go to `receiver` together; the first says from where (`giver`).

    `seen` are the rows of those on it.
    """

    view: View
    today: date
    receiver: str
    giver: str | None = None
    seen: set[int] = field(default_factory=set)

    def add(self, text: str, at: str = "code") -> Brief:
        """Put what `text` names on the stack; `at` is its field in a request.

        Raises:
            NoSuchCode, ScannedTwice, NotToBeHandedOver, NotTakenOver, LiesThere, LiesElsewhere:
                why it cannot go along.
        """
        found = self._named(text, at)
        line = found.line
        if line.dossier_id in self.seen:
            raise ScannedTwice(field=at, code=line.code)
        try:
            move_of(found.state, DossierEvent.HAND_OVER)
        except IllegalMove:
            raise NotToBeHandedOver(field=at, code=line.code, state=found.state) from None
        self._check_place(found, at)
        self.seen.add(line.dossier_id)
        return found

    def _named(self, text: str, at: str) -> Brief:
        try:
            found = lookup.id_of_scan(self.view, text, self.today)
        except (dossiers.UnknownDossier, lookup.PracticePaper):
            raise NoSuchCode(field=at, code=cited(text.strip())) from None
        return handings.brief(self.view.connection, found)

    def _check_place(self, found: Brief, at: str) -> None:
        code, name = found.line.code, self.view.rules.place_name
        last = found.handings[-1] if found.handings else None
        if last is not None and last.is_on_its_way:
            raise NotTakenOver(field=at, code=code, agency=name(last.agency), record=last.record)
        lies = last_place(found.handings)
        if lies == self.receiver:
            raise LiesThere(field=at, code=code, agency=name(lies))
        if self.giver is None:
            self.giver = lies
        elif lies != self.giver:
            raise LiesElsewhere(field=at, code=code, agency=name(lies), expected=name(self.giver))


def whole_stack(stack: Stack, codes: Sequence[str]) -> tuple[HandedDossier, ...]:
    """The lines of `codes`, all of them or nothing.

    Raises:
        EmptyStack, StackTooHigh: as named.
        InvalidRequest: names each that cannot go along, and why.
    """
    if not codes:
        raise EmptyStack
    if len(codes) > MOST_LINES:
        raise StackTooHigh(most=MOST_LINES)
    problems, found = Problems(), []
    for nth, code in enumerate(codes, start=1):
        try:
            found.append(stack.add(code, f"codes.{nth}").line)
        except FieldError as problem:
            problems.add(problem)
    problems.raise_any()
    return tuple(found)


def scanned_for_handover(
    desk: Desk,
    actor: Actor,
    text: str,
    *,
    agency: str,
    giver: str | None = None,
    seen: Collection[int] = (),
) -> ScannedDossier:
    """One scan of a stack that goes to `agency`: what it is, or why it cannot go along.

    `giver` is where the first of the stack lies, None before it; `seen` are those on it already.

    Raises:
        UnknownAgency: no agency is called so.
        NoSuchCode, ScannedTwice, NotToBeHandedOver, NotTakenOver, LiesThere, LiesElsewhere:
            as named.
    """
    with desk.view(actor, Permission.SCANNED_FOR_HANDOVER) as view:
        receiver = agency_meant(agency, view.rules.agencies, view.settings.desk)
        stack = Stack(view, desk.clock.now().date(), receiver, giver, set(seen))
        found = stack.add(text)
        return ScannedDossier(found.line, last_place(found.handings))
