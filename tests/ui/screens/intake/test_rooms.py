"""The rooms of the intake screen: panels do not know each other, chains of imports are short."""

import ast
from functools import cache
from pathlib import Path

HOUSE = "ui.screens.intake"
ROOT = Path(__file__).parents[4] / Path(*HOUSE.split("."))
PANELS = (
    "applicant", "procedure", "papers", "certification", "fees", "promise", "draft", "saving",
    "citizen",
)  # fmt: skip
SHARED = {"parts", "state", "actions"}
LONGEST = 6
MOST_FILES = 20


def imports(code: str) -> set[str]:
    """The modules of this screen that `code` imports, without the screen's own name."""
    found = {node.module or "" for node in ast.walk(ast.parse(code))
             if isinstance(node, ast.ImportFrom)}  # fmt: skip
    return {name.removeprefix(f"{HOUSE}.") for name in found if name.startswith(f"{HOUSE}.")}


def modules() -> dict[str, set[str]]:
    """Every module with those it imports."""
    return {
        path.relative_to(ROOT).with_suffix("").as_posix().replace("/", "."): imports(
            path.read_text(encoding="utf-8")
        )
        for path in ROOT.rglob("*.py")
        if path.name != "__init__.py"
    }


def strangers(room: str, imported: set[str]) -> set[str]:
    """What a module of `room` may not import."""
    return {name for name in imported if name.split(".")[0] not in SHARED | {room}}


def test_no_panel_knows_another():
    found = {
        name: strange
        for name, imported in modules().items()
        if (room := name.split(".")[0]) in PANELS and (strange := strangers(room, imported))
    }
    assert found == {}


def test_a_panel_that_knew_another_would_be_found():
    planted = "from ui.screens.intake.papers.list import PaperList\n"
    assert strangers("fees", imports(planted)) == {"papers.list"}
    assert strangers("papers", imports(planted)) == set()


def test_what_panels_share_knows_no_panel():
    shared = {
        name: imported for name, imported in modules().items() if name.split(".")[0] in SHARED
    }
    assert not {one for imported in shared.values() for one in imported
                if one.split(".")[0] not in SHARED}  # fmt: skip


def test_chains_of_imports_are_short_and_run_in_no_circle():
    known = modules()

    @cache
    def height(name: str) -> int:
        return 1 + max((height(one) for one in known[name]), default=0)

    assert max(height(name) for name in known) <= LONGEST  # a circle would not end


def test_no_folder_is_crowded():
    for folder in (ROOT, *(ROOT / room for room in PANELS)):
        assert len(list(folder.glob("*.py"))) <= MOST_FILES
