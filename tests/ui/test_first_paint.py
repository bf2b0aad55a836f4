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
    "cryptography", "click", "uuid_utils", "platformdirs", "PySide6.QtPrintSupport",
    "PySide6.QtSvg",
)  # fmt: skip
"""Libraries of later work: printing, records that change, catalogue drafts, the command line, and
what draws icons."""
LIST = (
    "ui.screens.home.board", "ui.screens.home.side", "ui.models.board_model",
    "ui.models.board_cells", "ui.models.urgency", "ui.widgets.board_table", "app.domain.board",
    "app.domain.dossier", "app.words",
)  # fmt: skip
"""The list of the home screen, and what its first rows need."""
ELSEWHERE = (
    "ui.screens.intake", "ui.screens.dossier", "ui.screens.exchange", "ui.screens.reference_data",
    "ui.screens.settings", "ui.screens.first_run", "ui.widgets.fields", "ui.shell.toast",
    "ui.shell.overlay", "ui.shell.function_keys", "app.domain.actor", "app.domain.text",
)  # fmt: skip
"""Other screens, what lies over the window, and what waits until a key is pressed."""
_START = """
import json, linecache, os, sys
from pathlib import Path
from app.wiring.hasten import hasten

hasten()
from app.wiring import window as wiring
from ui.screen import Place

seen = {}

def look(moment):
    seen.setdefault(moment, sorted(sys.modules))

class Watched(wiring.OpenDesk):
    def open(self):
        self.first_paint.came.connect(self.on_paint)
        super().open()
        self.window.screen_at(Place.HOME).listed.connect(self.on_rows)

    def on_paint(self):
        look("paint")
        seen["sources"] = sorted(linecache.cache)

    def on_rows(self):
        if self.window.screen_at(Place.HOME).model.rowCount():
            look("rows")
            print(json.dumps(seen), flush=True)
            os._exit(0)

wiring.OpenDesk = Watched
wiring.open_window(Path(sys.argv[1]), officer="", station=1, language=None)
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


def test_no_module_is_searched_for_switches_of_pyside(loaded):
    rooms = [ROOT / room for room in ("app", "ui", "db")]
    read = [Path(name) for name in loaded["sources"]]
    assert not [path for path in read if any(path.is_relative_to(room) for room in rooms)]


def test_no_dataclass_is_defined_before_the_window_is_painted(loaded):
    # Half a millisecond each: values that exist by then are named tuples.
    assert "dataclasses" not in loaded["paint"]


def test_the_list_and_the_pane_beside_it_are_made_after_the_window_is_painted(loaded):
    assert not set(LIST) & set(loaded["paint"])
    assert set(LIST) <= set(loaded["rows"])


def test_no_other_screen_is_loaded_before_the_window_is_painted(loaded):
    assert not set(ELSEWHERE) & set(loaded["paint"])


def test_the_first_list_comes_before_sqlalchemy_loads(loaded):
    assert "db.stores.board" in loaded["rows"]
    assert "sqlalchemy" not in loaded["rows"]
