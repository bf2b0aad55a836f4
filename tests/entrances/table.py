"""Every way by which something from outside comes in: one row each, tried alike."""

from tests.entrances.desk import DESK
from tests.entrances.files import FILES
from tests.entrances.texts import TEXTS

ENTRANCES = (*TEXTS, *FILES, *DESK)
