"""What the office set about the citizen's window is kept, and the desk's window is told."""

import pytest

from app.composition.actions.shell import shell_actions
from app.composition.session.session import Session
from app.domain.clock import SetClock
from app.settings import InvalidSetting
from app.usecases.office import settings
from tests.builders import LAN, MONDAY, a_desk


def test_what_is_set_reaches_the_window_and_is_kept(tmp_path):
    desk = a_desk(tmp_path / "data", MONDAY)
    session = Session(tmp_path / "data", SetClock(MONDAY), officer="Hoàng Thị Lan")
    session.use(desk)
    line = shell_actions(session).office()
    assert (line.opens_citizen, line.confirms_citizen) == (False, False)
    settings.change_settings(desk, LAN, {"citizen_opens": "có", "citizen_confirms": "true"})
    with pytest.raises(InvalidSetting):
        settings.change_setting(desk, LAN, "citizen_confirms", "hỏi")
    session.close()
    again = Session(tmp_path / "data", SetClock(MONDAY), officer="Hoàng Thị Lan")
    line = shell_actions(again).office()
    assert (line.opens_citizen, line.confirms_citizen) == (True, True)
    again.close()
