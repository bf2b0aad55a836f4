"""Nothing that ends a dossier without its result is done without a reason."""

import pytest

from app.domain.workflow.states import DossierState
from tests.journeys.test_money import DEGREE, open_dossier, taken_in

pytestmark = [pytest.mark.gui, pytest.mark.journey]


@pytest.mark.parametrize("typed", ["", "   ", "\u200b\u00a0"])
@pytest.mark.parametrize("is_withdrawn", [False, True])
def test_a_dossier_is_stopped_or_withdrawn_for_a_reason_only(office, sit, typed, is_withdrawn):
    clerk = sit()
    (done,) = taken_in(clerk, DEGREE)
    open_dossier(clerk, done.dossier_code)
    clerk.key("Alt+H")
    if is_withdrawn:
        clerk.tab_to("Người dân xin rút hồ sơ").key("Space")
        clerk.key("Shift+Tab")
    assert clerk.focus == "Lý do"
    clerk.paste(typed)
    clerk.do("Ctrl+Enter")
    assert clerk.stored(done.dossier_id).state is DossierState.RECEIVED
    assert clerk.focus == "Lý do", "it is asked for where it is missing"
    assert clerk.dossier.panel.reason.has_problem
    clerk.type("Nop nham").do("Ctrl+Enter")
    ended = clerk.stored(done.dossier_id)
    assert ended.state is (DossierState.WITHDRAWN if is_withdrawn else DossierState.STOPPED)
    assert ended.end_reason == "Nop nham"


@pytest.mark.parametrize("keys", ["F8", "Ctrl+Shift+J", "Ctrl+J", "Delete", "Ctrl+Enter"])
def test_no_other_key_ends_a_dossier(office, sit, tray, keys):
    clerk = sit()
    (done,) = taken_in(clerk, DEGREE)
    open_dossier(clerk, done.dossier_code)
    clerk.key(keys).wait(clerk.is_idle)
    assert clerk.stored(done.dossier_id).state is DossierState.RECEIVED
