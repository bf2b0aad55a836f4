"""The window's own verbs, and which screen stands where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from app.domain.changes import Changed
from app.wiring.home import home_actions
from app.wiring.scanning import scan_actions
from app.wiring.session import Session
from ui.screen import Notices, Place, Screen
from ui.screens.home.screen import HomeScreen
from ui.screens.search import SearchActions
from ui.shell.top_bar import OfficeLine
from ui.shell.window import MakeScreen, ShellActions
from ui.theme import apply_theme
from ui.work import Work

if TYPE_CHECKING:
    # Named only: they need not load before the first paint.
    from app.domain.answers import OutboxSummary
    from app.domain.board import BoardRow
    from app.domain.working_calendar import WorkingCalendar
    from ui.shell.palette_entries import PaletteActions


def shell_actions(session: Session) -> ShellActions:
    """Bind them to `session`; SQLAlchemy loads with the first call."""

    def office() -> OfficeLine:
        from app.usecases import lookup  # noqa: PLC0415 - loads SQLAlchemy

        settings = lookup.settings(session.desk)
        return OfficeLine(
            office=settings.office,
            department=settings.department,
            station=session.station,
            officer=session.actor.officer,
            is_practice=settings.practice,
            opens_citizen=settings.citizen_opens,
            confirms_citizen=settings.citizen_confirms,
        )

    def outbox() -> OutboxSummary:
        from app.usecases import lookup  # noqa: PLC0415 - loads SQLAlchemy

        return lookup.outbox_summary(session.desk)

    def calendar() -> WorkingCalendar:
        from app.usecases import lookup  # noqa: PLC0415 - loads SQLAlchemy

        return lookup.calendar(session.desk)

    def due_soon_hours() -> int:
        from app.usecases import lookup  # noqa: PLC0415 - loads SQLAlchemy

        return lookup.settings(session.desk).due_soon_hours

    def find(text: str) -> tuple[BoardRow, ...]:
        from app.usecases import lookup  # noqa: PLC0415 - loads SQLAlchemy

        return lookup.find(session.desk, text)

    def palette() -> PaletteActions:
        from app.wiring.palette import palette_actions  # noqa: PLC0415 - when it first opens

        return palette_actions(session)

    return ShellActions(
        office=office,
        outbox=outbox,
        calendar=calendar,
        due_soon_hours=due_soon_hours,
        search=SearchActions(find=find),
        scan=scan_actions(session),
        palette=palette,
    )


class Seams(QObject):
    """What one screen does to the whole window.

    Signals:
        reload: everything shown may have changed (`Changed`).
    """

    reload = Signal(object)

    @Slot(str, int)
    def on_look_chosen(self, theme: str, scale: int) -> None:
        """Dress the program anew."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - a screen is showing
        apply_theme(app, theme, scale)

    @Slot(object)
    def on_restored(self, _: object) -> None:
        """Another database lies under the desk."""
        self.reload.emit(~Changed.NOTHING)


def makers(session: Session, work: Work, seams: Seams) -> Mapping[Place, MakeScreen]:
    """How each screen is made when it is first gone to: its rooms load only then."""

    def home(notices: Notices) -> Screen:
        return HomeScreen(home_actions(session), work, notices)

    def intake(notices: Notices) -> Screen:
        from app.wiring.intake import intake_actions  # noqa: PLC0415 - on first visit
        from ui.screens.intake.screen import IntakeScreen  # noqa: PLC0415 - on first visit

        return IntakeScreen(intake_actions(session), work, notices)

    def dossier(notices: Notices) -> Screen:
        from app.wiring.dossier import dossier_actions  # noqa: PLC0415 - on first visit
        from ui.screens.dossier.screen import DossierScreen  # noqa: PLC0415 - on first visit

        return DossierScreen(dossier_actions(session), work, notices)

    def exchange(notices: Notices) -> Screen:
        from app.wiring.exchange import exchange_actions  # noqa: PLC0415 - on first visit
        from ui.screens.exchange import ExchangeScreen  # noqa: PLC0415 - on first visit

        return ExchangeScreen(exchange_actions(session), work, notices)

    def reference(notices: Notices) -> Screen:
        from app.wiring.reference_data import reference_actions  # noqa: PLC0415 - on first visit
        from ui.screens.reference_data.screen import (  # noqa: PLC0415 - on first visit
            ReferenceScreen,
        )

        return ReferenceScreen(reference_actions(session), work, notices)

    def settings(notices: Notices) -> Screen:
        from app.wiring.settings import settings_actions  # noqa: PLC0415 - on first visit
        from ui.screens.settings.screen import SettingsScreen  # noqa: PLC0415 - on first visit

        screen = SettingsScreen(settings_actions(session), work, notices)
        screen.look_chosen.connect(seams.on_look_chosen)
        screen.restored.connect(seams.on_restored)
        return screen

    return {
        Place.HOME: home,
        Place.INTAKE: intake,
        Place.DOSSIER: dossier,
        Place.EXCHANGE: exchange,
        Place.REFERENCE: reference,
        Place.SETTINGS: settings,
        **_far_makers(session, work),
    }


def _far_makers(session: Session, work: Work) -> Mapping[Place, MakeScreen]:
    """The screens beside the rail, as `makers`."""

    def signing(notices: Notices) -> Screen:
        from app.wiring.signing import signing_actions  # noqa: PLC0415 - on first visit
        from ui.screens.signing import SigningScreen  # noqa: PLC0415 - on first visit

        return SigningScreen(signing_actions(session), work, notices)

    def cash(notices: Notices) -> Screen:
        from app.wiring.cash import cash_actions  # noqa: PLC0415 - on first visit
        from ui.screens.cash import CashScreen  # noqa: PLC0415 - on first visit

        return CashScreen(cash_actions(session), work, notices)

    return {Place.SIGNING: signing, Place.CASH: cash}
