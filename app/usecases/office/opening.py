"""Open a data folder, or make a new one: the first thing every action and the window do."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from app.domain.actor import Actor
from app.domain.clock import Clock
from app.domain.dossier import intake_check
from app.domain.errors import DeskError
from app.domain.office_name import CENTRE, in_full, letterhead, place_of
from app.domain.permission import Permission
from app.domain.read_only import Reason
from app.domain.text import line
from app.exchange.calendar import file as calendar_file
from app.exchange.catalogue import procedure_body
from app.exchange.catalogue.seed import load_seed
from app.printing.letters import require_printable
from app.settings import Settings, change
from app.usecases.desk import Desk
from app.usecases.office.calendar_draft import draft_year
from app.usecases.office.settings import ON_PAPER
from app.usecases.reference import ReferenceCache
from db import folder as data_folder
from db import upgrade
from db.durable import sync_all
from db.folder import DATABASE_FILE, has_remains, is_set_up, require_office
from db.guard import access, entering, swap
from db.guard.access import Share
from db.guard.damage import known_damage
from db.guard.leftovers import temporary_folder
from db.keys import make_key, read_key
from db.papers import PaperStore
from db.records import Records
from db.stores import reference
from db.tables.ledger import Subject
from db.witness.known import HeadFileDamaged, HeadMissing

YEARS_AHEAD = 4
"""Years after this one that are drafted where no official calendar is known yet."""


class FolderNotEmpty(DeskError):
    """There is a data folder of ours here already. Facts: path."""


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """The answers the first start asks for; the head of papers follows from the office's name.

    `superior_body`, `department` and `place` are given where that proposal is not right.
    `is_practice` cannot be changed later: whatever is made there is marked.
    """

    office: str
    agency_code: str
    officer: str
    superior_body: str = ""
    department: str = ""
    place: str = ""
    is_practice: bool = False


def make_office(folder: Path, clock: Clock, facts: OfficeFacts) -> Desk:
    """Make a ready data folder: key, encrypted database, seed catalogue and calendar.

    Raises:
        FolderNotEmpty: it holds a database already.
        DatabaseMissing: it holds the rest of an office's data, which must not be lost.
        FolderBusy: another work has the folder.
        InvalidSetting, TextMissing, LetterNotPrintable: about the facts.
        The refusals of `db.folder.check_folder`.
    """
    settings = Settings()
    for name, value in _first_settings(facts).items():
        settings = change(settings, name, value)
        if name in ON_PAPER:
            require_printable(value, field=name)
    _refuse_occupied(folder)
    data_folder.check_folder(folder)
    with entering.enter_alone(folder, access.STARTING):
        _refuse_occupied(folder)
        # Whole or not there: it is made aside, and a kill before the swap leaves an empty folder.
        with temporary_folder(folder) as stage:
            upgrade.make_database(stage / DATABASE_FILE, make_key(stage))
            new = _open(stage, clock)
            try:
                _fill(new, Actor(settings.officer), facts)
            finally:
                new.close()
            sync_all(stage)
            swap.swap(folder, stage, (), "")
    return open_desk(folder, clock)


def _refuse_occupied(folder: Path) -> None:
    if swap.is_unfinished(folder):
        return  # the way in finishes it first
    if is_set_up(folder):
        raise FolderNotEmpty(path=str(folder))
    if has_remains(folder):
        require_office(folder)


def open_desk(
    folder: Path,
    clock: Clock,
    *,
    work: str = "",
    recovers: bool = False,
    before_migration: Callable[[Path, Clock], object] | None = None,
) -> Desk:
    """Open the data folder, migrating an older database behind a copy first.

    Where the witness knows of acts that the records lack, or a check found them damaged, it may
    only be looked at.

    Args:
        folder: the data folder.
        clock: what is recorded goes by it.
        work: what is done there, for others who have to wait: a command, or `access.WINDOW`.
        before_migration: saves an older database, which nobody else uses then, before it changes.
        recovers: whether a loss is to be accepted: then also without a witness it is opened, to be
            looked at.

    Raises:
        NotSetUp: it is empty.
        DatabaseMissing, HeadMissing, HeadFileDamaged: something of it is gone.
        FolderBusy: another work holds it alone.
        NewerSchema, TrialSchema, MigrationBroke, KeyMissing, NotOurDatabase and the refusals of
        `db.folder.check_folder`: as named.
    """
    if not swap.is_unfinished(folder):
        require_office(folder)
    data_folder.check_folder(folder)
    share = entering.enter(folder, work)
    try:
        require_office(folder)
        if upgrade.is_older(folder / DATABASE_FILE, read_key(folder)):
            share.close()
            _migrate(folder, clock, before_migration)
            share = entering.enter(folder, work)
        desk = _open(folder, clock, share)
        try:
            _look_for_loss(desk, recovers=recovers)
            _look_for_damage(desk)
        except BaseException:
            desk.records.let_go()
            raise
    except BaseException:
        share.close()
        raise
    return desk


def _look_for_loss(desk: Desk, *, recovers: bool) -> None:
    try:
        loss = desk.records.compare()
    except (HeadMissing, HeadFileDamaged) as error:
        if not recovers:
            raise
        desk.read_only.begin(Reason.LOSS, error)
        return
    if loss is not None:
        desk.records.keep_log(desk.clock.now())
        desk.read_only.begin(Reason.LOSS, loss.refusal(desk.folder))


def _look_for_damage(desk: Desk) -> None:
    damage = known_damage(desk.folder)
    if damage is not None:
        desk.read_only.begin(Reason.DAMAGE, damage)


def open_copy(folder: Path, clock: Clock) -> Desk:
    """Open a copy that nobody else knows, migrating it first; its ledger heads are made by a close.

    Raises:
        NewerSchema, TrialSchema, MigrationBroke, KeyMissing, NotOurDatabase: as named.
    """
    upgrade.upgrade(folder / DATABASE_FILE, read_key(folder), now=clock.now(), is_copy=True)
    return _open(folder, clock)


def _migrate(folder: Path, clock: Clock, before: Callable[[Path, Clock], object] | None) -> None:
    with entering.enter_alone(folder, access.MIGRATING):
        if before is not None and upgrade.is_older(folder / DATABASE_FILE, read_key(folder)):
            before(folder, clock)
        upgrade.upgrade(folder / DATABASE_FILE, read_key(folder), now=clock.now())


def _open(folder: Path, clock: Clock, share: Share | None = None) -> Desk:
    records = Records(folder)
    return Desk(records, PaperStore(folder, records.key), clock, ReferenceCache(), share)


def _first_settings(facts: OfficeFacts) -> dict[str, str]:
    """The settings of a new office; what its name says already is left to be read from it."""
    office = line(facts.office, field="office", limit=200, required=True)
    proposed = letterhead(office=office)
    heads = {
        "superior_body": (facts.superior_body, proposed.above),
        "department": (facts.department, CENTRE),
    }
    own = {
        key: line(given, field=key, limit=200)
        for key, (given, expected) in heads.items()
        if in_full(given) not in {"", expected}
    }
    superior = own.get("superior_body", "")
    return {
        "office": office,
        "agency_code": facts.agency_code,
        "officer": line(
            facts.officer, field="officer", limit=intake_check.NAME_LIMIT, required=True
        ),
        "place": facts.place or place_of(superior) or place_of(office),
        **own,
    }


def _fill(desk: Desk, actor: Actor, facts: OfficeFacts) -> None:
    """Settings, seed catalogue and calendar, in one transaction with their ledger rows."""
    now = desk.clock.now()
    values = _first_settings(facts)
    seed_calendar = resources.files("resources").joinpath("seed/calendar.json").read_bytes()
    parts = calendar_file.to_parts(calendar_file.read(seed_calendar))
    for year in range(now.year, now.year + YEARS_AHEAD + 1):
        if str(year) not in parts:
            parts[str(year)] = calendar_file.year_to_bytes(draft_year(year))
    procedures = load_seed()
    with desk.unit(actor, Permission.MAKE_OFFICE) as unit:
        connection = unit.connection
        if facts.is_practice:
            reference.mark_practice(connection, now)
        for key, value in values.items():
            reference.set_setting(connection, key, value)
        for part, body in parts.items():
            reference.set_calendar_part(
                connection, part, body, confirmed=bool(json.loads(body).get("confirmed", True))
            )
        for procedure in procedures:
            body, digest = procedure_body.encoded(procedure)
            reference.add_version(connection, procedure, body=body, sha256=digest)
        unit.record(
            Subject.DATABASE,
            facts.agency_code,
            "MADE",
            {
                "settings": values,
                "procedures": len(procedures),
                "is_practice": facts.is_practice,
            },
        )
