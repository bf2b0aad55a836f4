"""Change the office's settings, one key at a time, each change in the ledger."""

from dataclasses import asdict

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.changes import Changed
from app.domain.errors import DeskError
from app.settings import Settings, change, series_of
from app.usecases.desk import Desk
from app.usecases.trail import canonical
from db.language import remember
from db.rows.trail import Subject
from db.stores import ledger, outbox, reference
from db.stores.ledger import Entry


class AgencyCodeInUse(DeskError):
    """Events that carry the old agency code still wait. Facts: code (the old one), waiting."""


def change_setting(desk: Desk, actor: Actor, key: str, value: str) -> tuple[Settings, Changed]:
    """Set `key` to `value`; the settings as they then stand.

    Raises:
        UnknownSetting, InvalidSetting, AgencyCodeInUse: nothing was changed.
    """
    return change_settings(desk, actor, {key: value})


def change_settings(desk: Desk, actor: Actor, values: dict[str, str]) -> tuple[Settings, Changed]:
    """Set several keys in one transaction; all or none.

    Raises:
        UnknownSetting, InvalidSetting, AgencyCodeInUse: nothing was changed.
    """
    now = desk.clock.now()
    changed = Changed.NOTHING
    with desk.records.write() as connection:
        settings = desk.reference.at(connection).settings
        for key, value in values.items():
            old = setting_text(settings, key)
            settings = change(settings, key, value)
            new = setting_text(settings, key)
            if new == old:
                continue
            if key == "agency_code":
                _check_none_waits(connection, old)
            if key == "stations":
                series_of(settings, actor.station)  # never lock out the station that sets it
            reference.set_setting(connection, key, new)
            entry = Entry(
                subject=Subject.SETTING,
                reference=key,
                event="CHANGED",
                detail=canonical({key: (old, new)}),
            )
            ledger.append(connection, actor, now, entry)
            changed |= Changed.SETTINGS
    remember(desk.folder, settings.language)
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


__all__ = ["AgencyCodeInUse", "change_setting", "change_settings", "setting_text", "setting_texts"]
