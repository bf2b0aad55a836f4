"""Open a data folder, or make a new one: the first thing every action and the window do."""

import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from app.domain.actor import Actor
from app.domain.clock import Clock
from app.domain.dossier import intake_check
from app.domain.errors import DeskError
from app.domain.permission import Permission
from app.domain.text import line
from app.exchange.calendar import file as calendar_file
from app.exchange.catalogue import procedure_body
from app.exchange.catalogue.seed import load_seed
from app.settings import Settings, change
from app.usecases.desk import Desk
from app.usecases.office.calendar_draft import draft_year
from app.usecases.reference import ReferenceCache
from db import folder as data_folder
from db import upgrade
from db.durable import sync_folder
from db.folder import DATABASE_FILE, is_set_up
from db.keys import make_key, read_key
from db.papers import PaperStore
from db.records import Records
from db.stores import reference
from db.tables.ledger import Subject

YEARS_AHEAD = 4
"""Years after this one that are drafted where no official calendar is known yet."""


class FolderNotEmpty(DeskError):
    """There is a data folder of ours here already. Facts: path."""


class NotSetUp(DeskError):
    """The data folder is empty: `init` or the window's first questions come first. Facts: path."""


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """The answers the first start asks for."""

    office: str
    agency_code: str
    officer: str


def make_office(folder: Path, clock: Clock, facts: OfficeFacts) -> Desk:
    """Make a ready data folder: key, encrypted database, seed catalogue and calendar.

    Raises:
        FolderNotEmpty: it holds a database already.
        InvalidSetting, TextMissing and the refusals of `db.folder.check_folder`: as named.
    """
    settings = Settings()
    for name, value in _first_settings(facts).items():
        settings = change(settings, name, value)
    if is_set_up(folder):
        raise FolderNotEmpty(path=str(folder))
    data_folder.check_folder(folder)
    key = make_key(folder)
    draft = folder / f"{DATABASE_FILE}.moi"
    for leftover in folder.glob(f"{DATABASE_FILE}.moi*"):
        leftover.unlink()
    upgrade.make_database(draft, key)
    new = _open(folder, clock, file_name=draft.name)
    try:
        _fill(new, Actor(settings.officer), facts)
    finally:
        new.close()
    # Whole or not there: a power cut before this line leaves an empty folder.
    draft.replace(folder / DATABASE_FILE)
    sync_folder(folder)
    return _open(folder, clock)


def open_desk(folder: Path, clock: Clock) -> Desk:
    """Open the data folder, migrating an older database behind a copy first.

    Raises:
        NotSetUp: it is empty.
        NewerSchema, TrialSchema, MigrationBroke, KeyMissing, NotOurDatabase and the refusals of
        `db.folder.check_folder`: as named.
    """
    if not is_set_up(folder):
        raise NotSetUp(path=str(folder))
    data_folder.check_folder(folder)
    upgrade.upgrade(folder / DATABASE_FILE, read_key(folder), now=clock.now())
    return _open(folder, clock)


def _open(folder: Path, clock: Clock, *, file_name: str = DATABASE_FILE) -> Desk:
    records = Records(folder, file_name=file_name)
    return Desk(records, PaperStore(folder, records.key), clock, ReferenceCache())


def _first_settings(facts: OfficeFacts) -> dict[str, str]:
    return {
        "office": line(facts.office, field="office", limit=200, required=True),
        "agency_code": facts.agency_code,
        "officer": line(
            facts.officer, field="officer", limit=intake_check.NAME_LIMIT, required=True
        ),
        "place": _place_of(facts.office),
    }


def _place_of(office: str) -> str:
    """The commune's name out of "UBND xã Mẫu Sơn", to be corrected in the settings."""
    words = office.split()
    for index, word in enumerate(words):
        if word.casefold() in {"xã", "phường", "đặc", "thị", "thị_trấn"}:
            return " ".join(words[index + (2 if word.casefold() in {"đặc", "thị"} else 1) :])
    return ""


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
            {"settings": values, "procedures": len(procedures)},
        )
