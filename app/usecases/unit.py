"""One unit of work: who acts, by what permission, when, under which rules, in one transaction.

``with desk.unit(actor, Permission.X, request) as unit:`` takes the writing lock, then reads the
clock once; ``with desk.view(actor, Permission.X) as view:`` only reads. Whatever a use case changes
of a dossier goes through `unit.change`; whatever else it changes through `unit.record`.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Flag
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.approver import Approval
from app.domain.dossier.clock_effect import CountedAnew
from app.domain.dossier.dossier import Dossier
from app.domain.dossier.opened import Opened
from app.domain.errors import DeskError
from app.domain.ledger import LedgerEntry
from app.domain.money.payment import Payment
from app.domain.permission import Permission
from app.domain.phrases import Phrase
from app.domain.workflow.states import DossierEvent
from app.settings import Settings
from app.usecases import dossier_change, many_changes
from app.usecases.dossier_change import Changing, NewSlip
from app.usecases.ledger_values import canonical
from app.usecases.reference import Reference
from db.stores import dossiers, ledger, requests
from db.stores.ledger import Entry
from db.stores.requests import AnsweredRequest
from db.tables.ledger import Subject

T = TypeVar("T")
_LONGEST_ID = 100


class RequestTaken(DeskError):
    """Another request was answered under this name. Facts: request_id."""


class RequestNameInvalid(DeskError):
    """Facts: request_id, most (characters)."""


class Request:
    """A request that may come twice, by the name its sender gave it: the second does nothing.

    Names are kept for good and belong to one request each. An empty name is no name: such a request
    is carried out whenever it comes.
    """

    def __init__(self, request_id: str = "") -> None:
        if len(request_id) > _LONGEST_ID or not request_id.isprintable():
            raise RequestNameInvalid(request_id=request_id[:_LONGEST_ID], most=_LONGEST_ID)
        self.id = request_id.strip()
        self.repeated = False
        """Whether it had been answered before, so that nothing was done now."""
        self.asked: object = None
        """What was asked, where the sender knows better than the use case; else None."""


@dataclass(frozen=True, slots=True)
class View:
    """A reading transaction: one moment of the records, seen by `actor`."""

    connection: Connection
    actor: Actor
    permission: Permission
    rules: Reference

    @property
    def settings(self) -> Settings:
        """The office's settings."""
        return self.rules.settings

    def dossier(self, opened: Opened) -> Dossier:
        """The dossier a clerk works on, as it is stored.

        Raises:
            UnknownDossier: there is none.
            ChangedMeanwhile: it is not the version the clerk saw.
        """
        found = dossiers.by_id(self.connection, opened.dossier_id)
        if opened.version is not None and opened.version != found.version:
            raise dossiers.ChangedMeanwhile(code=found.shown_code)
        return found


@dataclass(frozen=True, slots=True)
class Unit(View):
    """A writing transaction; `now` was read once it held the lock."""

    now: datetime
    request: Request
    read_rules: Callable[[Connection], Reference]

    def change(
        self,
        before: Dossier | None,
        after: Dossier,
        event: DossierEvent,
        reason: str = "",
        *,
        slip: NewSlip | None = None,
        receipt: Payment | None = None,
        approval: Approval | None = None,
    ) -> dossier_change.Done:
        """The only way a dossier changes: see `app.usecases.dossier_change`."""
        place = Changing(self.connection, self.actor, self.permission, self.now, self.rules)
        return dossier_change.change(
            place, before, after, event, reason, slip=slip, receipt=receipt, approval=approval
        )

    def change_promises(
        self, pairs: Sequence[tuple[Dossier, CountedAnew]], event: DossierEvent, reason: str
    ) -> None:
        """Promise many dossiers anew by one event: see `app.usecases.many_changes`."""
        place = Changing(self.connection, self.actor, self.permission, self.now, self.rules)
        many_changes.change_promises(place, pairs, event, reason)

    def record(
        self,
        subject: Subject,
        reference: str,
        event: str,
        values: Mapping[str, object],
        *,
        reason: str = "",
    ) -> LedgerEntry:
        """Write the ledger row of a change of anything but a dossier; `values` old and new."""
        entry = Entry(
            subject=subject,
            reference=reference,
            event=event,
            reason=reason,
            detail=canonical(values),
        )
        return ledger.append(self.connection, self.actor, self.now, entry)

    def rules_now(self) -> Reference:
        """The rules with what this unit itself changed of them."""
        return self.read_rules(self.connection)

    def once(self, kind: Any, asked: object, work: Callable[[], T]) -> T:  # noqa: ANN401 - a type form
        """The answer of `work`; of a request answered before, that answer, and nothing is done.

        Args:
            kind: what `work` answers, to be kept and read again.
            asked: all that was asked for, so that another request under the name is noticed.
            work: the use case itself.

        Raises:
            RequestTaken: the name belongs to another request.
        """
        known: T | None = self.answered(kind, asked)
        if known is not None:
            return known
        answer = work()
        if self.request.id:
            done = AnsweredRequest(self.permission.value, self._asked(asked), _encoded(answer))
            requests.keep(self.connection, self.request.id, done, self.now)
        return answer

    def answered(self, kind: Any, asked: object) -> Any:  # noqa: ANN401 - a type form and its value
        """What this request was answered before, a `kind`; None if it is new or has no name.

        Raises:
            RequestTaken: the name belongs to another request.
        """
        known = requests.find(self.connection, self.request.id) if self.request.id else None
        if known is None:
            return None
        if (known.use_case, known.asked) != (self.permission.value, self._asked(asked)):
            raise RequestTaken(request_id=self.request.id)
        self.request.repeated = True
        return msgspec.json.decode(known.answer, type=kind, dec_hook=_value_of)

    def _asked(self, asked: object) -> str:
        whole = asked if self.request.asked is None else self.request.asked
        return hashlib.sha256(_encoded(whole)).hexdigest()


def _encoded(value: object) -> bytes:
    return msgspec.json.encode(value, order="sorted", enc_hook=_plain)


def _plain(value: object) -> object:
    """What messages know no word for."""
    if isinstance(value, Flag):
        return value.value
    if isinstance(value, Path | str):  # a `Phrase` is kept as its Vietnamese words
        return str(value)
    if isinstance(value, Phrase):
        return str(value)  # a repeated answer gives its reasons in Vietnamese
    raise NotImplementedError(type(value))


def _value_of(kind: type[Any], value: object) -> object:
    if issubclass(kind, Flag) and isinstance(value, int):
        return kind(value)
    if issubclass(kind, Path) and isinstance(value, str):
        return kind(value)
    raise NotImplementedError(kind)
