"""Change the office's settings, one key at a time, each change in the ledger."""

from collections.abc import Mapping
from dataclasses import asdict

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.changes import Changed
from app.domain.errors import DeskError
from app.domain.permission import Permission
from app.printing.letters import require_printable
from app.settings import Settings, book_blocks_of, change, series_of
from app.usecases.desk import Desk
from app.usecases.unit import Request, Unit
from db.language import remember
from db.look import remember_look
from db.stores import outbox, reference
from db.tables.ledger import Subject

ON_PAPER = frozenset({"superior_body", "office", "department", "place", "officer", "desk_phone"})
"""Settings that stand on papers as they are written."""


class AgencyCodeInUse(DeskError):
    """Events that carry the old agency code still wait. Facts: code (the old one), waiting."""


def change_setting(
    desk: Desk, actor: Actor, key: str, value: str, *, request: Request | None = None
) -> tuple[Settings, Changed]:
    """Set `key` to `value`; the settings as they then stand.

    Raises:
        UnknownSetting, InvalidSetting, AgencyCodeInUse, LetterNotPrintable: nothing was changed.
    """
    return change_settings(desk, actor, {key: value}, request=request)


def change_settings(
    desk: Desk, actor: Actor, values: Mapping[str, str], *, request: Request | None = None
) -> tuple[Settings, Changed]:
    """Set several keys in one transaction; all or none.

    Raises:
        UnknownSetting, InvalidSetting, AgencyCodeInUse, LetterNotPrintable: nothing was changed.
    """
    with desk.unit(actor, Permission.CHANGE_SETTINGS, request) as unit:
        settings, changed = unit.once(
            tuple[Settings, Changed], values, lambda: set_values(unit, values)
        )
        stands = unit.settings if unit.request.repeated else settings
    remember(desk.folder, stands.language)
    remember_look(desk.folder, stands.theme, stands.text_scale)
    return settings, changed


def set_values(unit: Unit, values: Mapping[str, str]) -> tuple[Settings, Changed]:
    """Set several keys as part of the change that `unit` makes, each with its ledger row.

    Raises:
        As `change_settings`.
    """
    changed = Changed.NOTHING
    settings = unit.settings
    for key, value in values.items():
        old = setting_text(settings, key)
        settings = change(settings, key, value)
        new = setting_text(settings, key)
        if new == old:
            continue
        if key in ON_PAPER:
            require_printable(new, field=key)
        if key == "agency_code":
            _check_none_waits(unit.connection, old)
        if key in {"stations", "book_blocks"}:  # never lock out the station that sets it
            series_of(settings, unit.actor.station)
            book_blocks_of(settings, unit.actor.station)
        reference.set_setting(unit.connection, key, new)
        unit.record(Subject.SETTING, key, "CHANGED", {key: (old, new)})
        changed |= Changed.SETTINGS
    return settings, changed


def _check_none_waits(connection: Connection, code: str) -> None:
    """A package names one agency, and an event is never rewritten: the old code leaves first."""
    waiting = outbox.summary(connection).pending_events
    if waiting:
        raise AgencyCodeInUse(code=code, waiting=waiting)


def setting_text(settings: Settings, key: str) -> str:
    """A setting as text, as it is stored and as the command line shows it; empty if unknown."""
    value = asdict(settings).get(key, "")
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def setting_texts(settings: Settings) -> dict[str, str]:
    """Every setting as text."""
    return {key: setting_text(settings, key) for key in asdict(settings)}


__all__ = [
    "AgencyCodeInUse",
    "change_setting",
    "change_settings",
    "set_values",
    "setting_text",
    "setting_texts",
]
