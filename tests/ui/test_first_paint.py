"""What must not be loaded before the window is painted, nor before its first list is."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import a_desk, a_dossier
from tests.unmeasured import unmeasured

ROOT = Path(__file__).parents[2]
LATER = (
    "sqlalchemy", "alembic", "reportlab", "barcode", "zxingcpp", "pypdfium2", "holidays",
    "cryptography", "click", "uuid_utils", "platformdirs", "PySide6.QtPrintSupport", "msgspec",
    "sqlcipher3", "PIL",
)  # fmt: skip
"""Libraries of later work: printing, records, catalogue drafts, and the command line."""
LIST = (
    "ui.screens.home.screen", "ui.screens.home.board", "ui.screens.home.side",
    "ui.models.board_model", "ui.models.board_cells", "ui.models.urgency",
    "ui.widgets.lists.board_table", "app.answers.board", "app.domain.dossier.dossier",
    "app.wording.terms",
)  # fmt: skip
"""The list of the home screen, and what its first rows need."""
ELSEWHERE = (
    "ui.screens.intake", "ui.screens.dossier", "ui.screens.exchange", "ui.screens.reference_data",
    "ui.screens.settings", "ui.screens.first_run", "ui.shell.search", "ui.widgets.fields",
    "ui.shell.tools", "app.domain.actor", "app.domain.scanning", "app.answers.dossier",
    "app.answers.money",
    "app.domain.deadline.working_calendar",
    "app.wording.refusals", "app.usecases", "db.engine.opening",
)  # fmt: skip
"""Other screens, the tools over every screen, and what they know."""
_START = """
import gc, json, os, sys
from pathlib import Path

from app import __main__ as program
from app.composition import window as wiring
from ui.screen import Place

gc.disable()  # as the program does
seen = {}

def look(moment):
    seen.setdefault(moment, sorted(sys.modules))

class Watched(wiring.OpenDesk):
    def open(self):
        self.first_paint.came.connect(lambda: look("paint"))
        self.first_list.came.connect(self.on_rows)
        super().open()

    def on_rows(self):
        if self.window.screen_at(Place.HOME).model.rowCount():
            look("rows")

    def _on_rest(self, rest):
        super()._on_rest(rest)
        print(json.dumps(seen), flush=True)
        os._exit(0)

wiring.OpenDesk = Watched
wiring.open_window(
    Path(sys.argv[1]), program.loaders(), officer="", station=1, language=None
)
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """The modules loaded at the first paint, and when the first list stands."""
    folder = tmp_path_factory.mktemp("office") / "data"
    desk = a_desk(folder)
    a_dossier(desk)
    desk.close()
    done = subprocess.run(
        [sys.executable, "-c", _START, str(folder)],
        cwd=ROOT, env=unmeasured(), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_window_is_painted_before_later_libraries_load(loaded):
    assert "PySide6.QtWidgets" in loaded["paint"]
    assert not set(LATER) & set(loaded["paint"])


def test_the_list_and_the_pane_beside_it_are_made_after_the_window_is_painted(loaded):
    assert not set(LIST) & set(loaded["paint"])
    assert set(LIST) <= set(loaded["rows"])


def test_no_other_screen_is_loaded_before_the_window_is_painted(loaded):
    assert not set(ELSEWHERE) & set(loaded["paint"])


def test_the_first_list_comes_before_sqlalchemy_loads(loaded):
    assert "db.engine.first_list" in loaded["rows"]
    assert "sqlalchemy" not in loaded["rows"]
