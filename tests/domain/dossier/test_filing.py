"""Which code a filing has, and which it had before."""

import pytest

from app.domain.catalogue.procedure import Channel
from app.domain.dossier.filing import (
    UNKNOWN,
    CodeDoubt,
    FilingFacts,
    FilingSystem,
    code_doubt,
    known_system,
)

CODE = "G09.20-20261120-0092637"


@pytest.mark.parametrize(
    ("channel", "code", "doubt"),
    [
        (Channel.ONLINE, CODE, None),
        (Channel.ONLINE, "", CodeDoubt.NO_CODE),
        (Channel.KIOSK, "", CodeDoubt.NO_CODE),
        (Channel.DIRECT, "", None),
        (Channel.DIRECT, CODE, CodeDoubt.NOT_ONLINE),
        (Channel.POSTAL, CODE, CodeDoubt.NOT_ONLINE),
    ],
)
def test_a_code_belongs_to_what_was_filed_online(channel, code, doubt):
    assert code_doubt(channel, code) is doubt


def test_where_it_was_filed_is_what_is_known_or_what_the_channel_says():
    assert known_system(UNKNOWN, Channel.KIOSK) is FilingSystem.PORTAL
    assert known_system(UNKNOWN, Channel.DIRECT) is FilingSystem.OWN
    own = FilingFacts(system=FilingSystem.OWN)
    assert known_system(own, Channel.ONLINE) is FilingSystem.OWN
