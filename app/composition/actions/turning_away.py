"""Binds what is done with papers that are not taken in to one sitting."""

import logging
from collections.abc import Sequence
from functools import partial

from app.answers.dossier import TurnedAway
from app.composition.session.printer import send
from app.composition.session.session import Session
from app.domain.dossier.dossier import IntakeRequest
from app.domain.dossier.held_data import AskReason, read_bases
from app.domain.forms.codes import GUIDANCE_FORM, REFUSAL_FORM
from app.printing.registry import form_of
from app.usecases.dossier import drafting, turning_away
from app.usecases.queries import lookup
from app.usecases.queries.early_refusals import early_refusals
from ui.screens.intake.actions import TurningAwayActions

_log = logging.getLogger(__name__)


def turning_away_actions(session: Session) -> TurningAwayActions:
    """Bind them to `session`."""
    return TurningAwayActions(
        bases=lambda: read_bases(session.settings.connected_bases),
        guide=partial(_guide, session),
        refuse=partial(_refuse, session),
        refusals=session.bound(early_refusals),
        refusal=session.bound(turning_away.early_refusal_pdf),
        print_slip=partial(_print, session, GUIDANCE_FORM),
        print_refusal=partial(_print, session, REFUSAL_FORM),
        lend=session.loose_papers.put,
    )


def _guide(
    session: Session,
    request: IntakeRequest,
    papers: Sequence[str],
    reason: str,
    held_reason: AskReason | None,
) -> bytes:
    demand = turning_away.Demand(papers, reason, held_reason)
    return turning_away.guide_applicant(session.desk, session.actor, request, demand=demand)


def _refuse(session: Session, request: IntakeRequest, reason: str, draft_id: str) -> TurnedAway:
    """Refuse; a draft that cannot be dropped stays, and the refusal is kept all the same."""
    done = turning_away.turn_away(session.desk, session.actor, request, reason=reason)
    try:
        drafting.drop_draft(session.desk, session.actor, draft_id)
    except Exception:  # noqa: BLE001 - whatever it is: asked again, there would be two refusals
        _log.exception("after a refusal before receipt")
    return done


def _print(session: Session, code: str, pdf: bytes) -> str:
    form, settings = form_of(code), lookup.settings(session.desk, session.actor)
    profile = form.profile(settings, form.usual_paper(settings))
    return send(pdf, profile, title=f"MotCua-{code}")
