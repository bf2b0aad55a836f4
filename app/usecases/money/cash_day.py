"""The day of the drawer is opened: what it holds is frozen."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from app.domain.actor import Actor
from app.domain.clock import VIETNAM
from app.domain.errors import DeskError
from app.domain.money.cash_sheet import CashSheet, OpenSum
from app.domain.money.payment import Payment, account_of
from app.domain.permission import Permission
from app.settings import opening_float_of
from app.usecases.desk import Desk
from app.usecases.unit import Request, Unit, View
from db.stores import dossiers, payments
from db.stores.money import cash_days, unpaid
from db.tables.ledger import Subject


class OnlyTodayOpens(DeskError):
    """Another day than today cannot be opened. Facts: day."""


def open_cash_day(
    desk: Desk, actor: Actor, day: date, *, request: Request | None = None
) -> CashSheet:
    """Open today with the float of the settings; its last sheet. Opened before, nothing changes.

    Raises:
        OnlyTodayOpens: `day` is not today.
    """
    with desk.unit(actor, Permission.OPEN_CASH_DAY, request) as unit:

        def opened() -> CashSheet:
            if day != unit.now.date():
                raise OnlyTodayOpens(day=day)
            frozen(unit)
            return sheets(unit, day)[-1]

        return unit.once(CashSheet, day, opened)


def frozen(unit: Unit) -> None:
    """Freeze the float of today, unless it was."""
    agency, day = unit.settings.agency_code, unit.now.date()
    if cash_days.opening_of(unit.connection, agency=agency, day=day) is not None:
        return
    station = unit.actor.station
    opening = opening_float_of(unit.settings, station)
    if payments.has_slips(unit.connection, agency=agency, day=day):
        opening = 0  # the day began before there were floats
    if opening:
        unit.record(Subject.CASH, day.isoformat(), "OPENED", {"opening": opening})
    cash_days.open_day(
        unit.connection, agency=agency, day=day, opening=opening, station=station, now=unit.now
    )


def sheets(view: View, day: date) -> tuple[CashSheet, ...]:
    """The sheets of `day`; the open one bears the frozen float, or that of the settings before."""
    agency = view.settings.agency_code
    opened = cash_days.opening_of(view.connection, agency=agency, day=day)
    opening, opened_at = opened or (_opening_of_now(view, day), None)
    found = payments.sheets_of(view.connection, agency=agency, day=day, opening=opening)
    open_sums = _open_sums(view, day)
    return tuple(replace(sheet, open_sums=open_sums, opened_at=opened_at) for sheet in found)


def _opening_of_now(view: View, day: date) -> int:
    """What a day that nobody opened begins with: the float of the settings, unless it has begun."""
    if payments.has_slips(view.connection, agency=view.settings.agency_code, day=day):
        return 0
    return opening_float_of(view.settings, view.actor.station)


def _why_given_back(slips: tuple[Payment, ...]) -> str:
    return next((slip.reason for slip in reversed(slips) if slip.reverses), "")


def _open_sums(view: View, day: date) -> tuple[OpenSum, ...]:
    """What is due by the end of `day` of results handed over: never paid, or given back since."""
    end = datetime.combine(day + timedelta(days=1), time(), tzinfo=VIETNAM)
    found = []
    for ident in unpaid.handed_over_unpaid(view.connection, before=end):
        dossier = dossiers.by_id(view.connection, ident)
        slips = payments.of_dossier(view.connection, ident)
        outstanding = account_of(dossier.fees, slips).outstanding
        if outstanding and dossier.returned_at:
            found.append(
                OpenSum(
                    ident,
                    dossier.shown_code,
                    dossier.applicant.full_name,
                    outstanding,
                    dossier.end_reason or _why_given_back(slips),
                    dossier.returned_at,
                )
            )
    return tuple(found)
