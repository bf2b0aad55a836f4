"""Writes the support bundle of a sitting, whether or not its records open."""

from functools import partial
from pathlib import Path

from app.composition.session.session import Session
from app.domain.errors import DeskError
from app.exchange.target import Kind, Target
from app.usecases.safety.support import SupportFacts, support_bundle, support_facts
from ui.support import SupportActions


def support_actions(session: Session) -> SupportActions:
    """Bind them to `session`."""
    return SupportActions(save=partial(_save, session), now=session.clock.now)


def _save(session: Session, file: Path) -> int:
    target = Target(file, Kind.SUPPORT, session.folder, replaces=True)
    target.check()
    bundle = support_bundle(session.folder, session.clock, _known(session))
    target.write(bundle)
    return len(bundle)


def _known(session: Session) -> SupportFacts | DeskError:
    try:
        return support_facts(session.desk, session.actor)
    except DeskError as error:
        return error
