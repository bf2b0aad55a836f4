"""Settings, calendar and catalogue as values, read again only when they changed."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import Connection

from app.answers.catalogue import ProcedureChoice, StoredProcedure
from app.domain.catalogue.procedure import (
    Procedure,
    ProcedureNotInForce,
    Step,
    UnknownProcedure,
)
from app.domain.catalogue.search import ProcedureIndex
from app.domain.deadline.working_calendar import WorkingCalendar
from app.domain.dossier.dossier import Dossier
from app.domain.money.tariff import Tariff, in_force
from app.domain.workflow.agencies import Agency, AgencyRow, agencies
from app.domain.workflow.handing import DESK
from app.domain.workflow.plans import Plan, plan_of, step_for
from app.domain.workflow.stays import Course, Stay, stays
from app.exchange import tariff_file
from app.exchange.calendar import file as calendar_file
from app.exchange.catalogue import procedure_body
from app.settings import Settings, read_settings
from db.stores import reference as store
from db.stores import tariffs
from db.stores.handover import rules as work_rules


@dataclass(slots=True)
class Reference:
    """The office's rules at one stamp; `is_practice`: its people and papers are invented."""

    stamp: int
    settings: Settings
    calendar: WorkingCalendar
    versions: Mapping[int, store.StoredVersion]
    tariff_bodies: tuple[bytes, ...] = ()
    is_practice: bool = False
    agency_rows: tuple[AgencyRow, ...] = ()
    own_steps: Mapping[str, tuple[Step, ...]] = field(default_factory=dict)
    _parsed: dict[int, Procedure] = field(default_factory=dict)
    _by_code: dict[str, list[store.StoredVersion]] = field(init=False, default_factory=dict)
    _tariffs: tuple[Tariff, ...] = ()

    def __post_init__(self) -> None:
        """Put the versions of each procedure together, in their order."""
        for version in self.versions.values():
            self._by_code.setdefault(version.code, []).append(version)

    @property
    def tariffs(self) -> tuple[Tariff, ...]:
        """The tariffs the program ships, then those the office took, oldest first."""
        if not self._tariffs:
            taken = (tariff_file.from_json(body) for body in self.tariff_bodies)
            self._tariffs = (*tariff_file.seed(), *taken)
        return self._tariffs

    def tariff(self, on: date) -> Tariff:
        """The tariff of `on`.

        Raises:
            TariffMissing: none has begun by then.
        """
        return in_force(self.tariffs, on)

    def procedure(self, version: int) -> Procedure:
        """The stored version `version`.

        Raises:
            UnknownProcedure: no such version.
        """
        if version not in self.versions:
            raise UnknownProcedure(code=str(version))
        if version not in self._parsed:
            self._parsed[version] = procedure_body.from_json(self.versions[version].body)
        return self._parsed[version]

    @property
    def agencies(self) -> tuple[Agency, ...]:
        """The agencies dossiers are handed over to, without the desk."""
        return agencies(self.agency_rows)

    def place_name(self, agency: str) -> str:
        """What an agency is called; the desk as the office calls it."""
        return agency or self.settings.desk

    def plan(self, dossier: Dossier) -> Plan:
        """The steps of a dossier as limits are now."""
        own = self.own_steps.get(dossier.procedure_code, ())
        return plan_of(self.procedure(dossier.procedure_version), own, dossier.limit)

    def stays(self, dossier: Dossier, now: datetime) -> tuple[Stay, ...]:
        """Where a dossier lay how long, the last where it lies, each against its step.

        Raises:
            CalendarUnknown: a step reaches into a year the calendar does not hold.
        """
        course = Course(
            dossier.received_at,
            dossier.handings,
            step_for(self.plan(dossier).steps, DESK, 0, self.settings.desk),
            dossier.pauses,
            dossier.ended_at,
        )
        return stays(course, self.calendar, now, self.settings.due_soon_hours)

    def in_force(self, code: str, on: date) -> StoredProcedure:
        """The version of procedure `code` that applies to a dossier received on `on`.

        Raises:
            UnknownProcedure: the catalogue has no such code.
            ProcedureNotInForce: it has, but no version applies on that day.
        """
        known = self._by_code.get(code)
        if known is None:
            raise UnknownProcedure(code=code)
        fitting = [
            v
            for v in known
            if v.effective_from <= on and (v.effective_to is None or on < v.effective_to)
        ]
        if not fitting:
            raise ProcedureNotInForce(code=code, on=on, until=known[-1].effective_to)
        latest = max(fitting, key=lambda v: (v.effective_from, v.revision))
        return StoredProcedure(latest.id, self.procedure(latest.id))

    def versions_of(self, code: str) -> tuple[StoredProcedure, ...]:
        """Every version of procedure `code`, the newest first.

        Raises:
            UnknownProcedure: the catalogue has no such code.
        """
        known = self._by_code.get(code)
        if known is None:
            raise UnknownProcedure(code=code)
        return tuple(StoredProcedure(one.id, self.procedure(one.id)) for one in reversed(known))

    def current(self, on: date) -> list[store.StoredVersion]:
        """The versions in force on `on`, one per code."""
        found: dict[str, store.StoredVersion] = {}
        for version in self.versions.values():
            if version.effective_from > on or (
                version.effective_to is not None and on >= version.effective_to
            ):
                continue
            other = found.get(version.code)
            rank = (version.effective_from, version.revision)
            if other is None or rank > (other.effective_from, other.revision):
                found[version.code] = version
        return list(found.values())


class ReferenceCache:
    """Keeps one `Reference` and lists of its procedures; shared by threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: Reference | None = None
        self._listed: tuple[object, ProcedureIndex[ProcedureChoice]] | None = None
        self._named: tuple[object, ProcedureIndex[ProcedureChoice]] | None = None

    def choices(self, connection: Connection, on: date) -> ProcedureIndex[ProcedureChoice]:
        """The procedures in force on `on`, ready to be searched, most used first."""
        rules = self.at(connection)
        uses = store.uses(connection)
        key = (rules.stamp, on, sum(uses.values()))
        with self._lock:
            if self._listed is None or self._listed[0] != key:
                found = [choice_of(version, uses) for version in rules.current(on)]
                self._listed = (key, ProcedureIndex(found))
            return self._listed[1]

    def names(self, connection: Connection, on: date) -> ProcedureIndex[ProcedureChoice]:
        """The procedures in force on `on`, ready to be searched, whatever their use: kept a day."""
        rules = self.at(connection)
        with self._lock:
            if self._named is None or self._named[0] != (rules.stamp, on):
                found = [choice_of(version, {}) for version in rules.current(on)]
                self._named = ((rules.stamp, on), ProcedureIndex(found))
            return self._named[1]

    def at(self, connection: Connection) -> Reference:
        """The rules as this transaction sees them."""
        stamp = store.stamp(connection)
        with self._lock:
            if self._kept is None or self._kept.stamp != stamp:
                self._kept = _load(connection, stamp)
            return self._kept


def _load(connection: Connection, stamp: int) -> Reference:
    settings = read_settings(store.settings(connection))
    parts = store.calendar_parts(connection)
    calendar = calendar_file.from_parts(
        parts,
        same_day_cutoff=settings.same_day_cutoff,
        due_at_end_of_day=settings.due_at_end_of_day,
    )
    versions = {version.id: version for version in store.versions(connection)}
    return Reference(
        stamp,
        settings,
        calendar,
        versions,
        tariffs.bodies(connection),
        store.is_practice(connection),
        work_rules.agency_rows(connection),
        work_rules.own_steps(connection),
    )


def choice_of(version: store.StoredVersion, uses: Mapping[str, int]) -> ProcedureChoice:
    """A stored version as the search box lists it."""
    return ProcedureChoice(
        version=version.id,
        code=version.code,
        name=version.name,
        field=version.field,
        is_complete=version.is_complete,
        use_count=uses.get(version.code, 0),
    )
