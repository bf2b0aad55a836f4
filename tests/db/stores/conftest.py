"""One office with a few dossiers; what a test writes is taken back after it."""

from contextlib import suppress

import pytest

from app.domain.catalogue.procedure import Channel
from tests.builders import a_desk, a_dossier

PORTAL_CODE = "G09.20-261123-0092637"


class TakenBackError(Exception):
    """Rolls a test's transaction back."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Dossiers 1, 2 and 3; the third was filed online."""
    desk = a_desk(tmp_path_factory.mktemp("stores") / "data")
    a_dossier(desk)
    a_dossier(desk)
    a_dossier(desk, channel=Channel.ONLINE, official_code=PORTAL_CODE)
    yield desk
    desk.close()


@pytest.fixture
def connection(desk):
    with suppress(TakenBackError), desk.records.write() as connection:
        yield connection
        raise TakenBackError
