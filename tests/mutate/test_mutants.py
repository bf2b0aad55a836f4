"""What is changed, and which tests are asked: the tool that asks whether tests bite."""

import ast

import pytest

from tests.house import ROOT, files
from tests.mutate import __main__ as mutate
from tests.mutate.belonging import MOST, by_file, nearest_tests
from tests.mutate.mutants import mutants_of
from tests.mutate.running import ENDLESS

pytestmark = pytest.mark.timeout(600)  # every module and test is read, and processes are made


def changes(tmp_path, source):
    file = tmp_path / "module.py"
    file.write_text(source, encoding="utf-8")
    return [(one.was, one.text) for one in mutants_of(file)]


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("x = a < b", [("a < b", "a <= b")]),
        ("x = a is None", [("a is None", "a is not None")]),
        ("x = a in b", [("a in b", "a not in b")]),
        ("x = a + b", [("a + b", "(a - b)")]),
        ("x = a and b", [("a and b", "(a or b)")]),
        ("x = not a", [("not a", "(a)")]),
        ("x = 98", [("98", "99")]),
        ("x = True", [("True", "False")]),
        ("def f(a, b=2):\n    return a", [("2", "3"), ("return a", "return None")]),
        ("f(a)", [("f(a)", "pass")]),
        ("raise Wrong(a)", [("raise Wrong(a)", "pass")]),
        ("x += 1", [("x += 1", "pass"), ("1", "2")]),
        ("g(a, strict=True, most=1)", [("g(a, strict=True, most=1)", "pass"), ("1", "2")]),
        ("x = {'yield_per': 1, 'most': 1}", [("1", "2"), ("1", "2")]),
        (
            "if os.name == 'nt':\n    f(1)\nelse:\n    return b",
            [("os.name == 'nt'", "os.name != 'nt'"), ("return b", "return None")],
        ),
    ],
)
def test_what_means_something_is_changed(tmp_path, source, changed):
    assert changes(tmp_path, source) == changed


@pytest.mark.parametrize(
    "source",
    [
        '"""What it is for."""',
        "x: int | None = y",
        "Value = int | None",
        "def f(a: int | None) -> str | None:\n    return None",
        "x = f'{1}'",
        "x = a + 'm'",
        "@dataclass(frozen=True)\nclass A:\n    b: int",
        "__all__ = [1]",
        "x = zip(a, b, strict=True)",
        "x = {'yield_per': 1_000}",
    ],
)
def test_types_words_and_hints_are_left_alone(tmp_path, source):
    assert changes(tmp_path, source) == []


def test_letters_of_several_bytes_do_not_shift_the_place(tmp_path):
    file = tmp_path / "module.py"
    file.write_text('a = "Mẩy"; b = 1 if "ệ" < c else 2\n', encoding="utf-8")
    one = next(one for one in mutants_of(file) if one.was == '"ệ" < c')
    changed = one.put_into(file.read_bytes()).decode()
    assert changed == "a = \"Mẩy\"; b = 1 if 'ệ' <= c else 2\n"


@pytest.mark.parametrize("room", mutate.ROOMS.values())
def test_every_mutant_of_a_room_is_a_program(room):
    for file in files(room)[::5]:
        content = file.read_bytes()
        for one in mutants_of(file):
            ast.parse(one.put_into(content))


def first_within(module, name):
    return next(one for one in mutants_of(ROOT / module) if one.within == name)


@pytest.mark.parametrize(
    ("module", "name", "test"),
    [
        ("db/stores/carried.py", "found", "usecases/safety/test_carried_numbers.py"),
        ("db/stores/answers.py", "is_others", "db/stores/test_answers.py"),
        ("app/exchange/catalogue/papers.py", "_is_note", "exchange/catalogue/test_papers.py"),
        ("app/domain/typed_date.py", "show_birth_date", "domain/test_typed_date.py"),
        # Which `app.exchange.events` only hands on.
        ("app/exchange/event_shape.py", "_holds", "exchange/test_events.py"),
    ],
)
def test_the_nearest_tests_are_those_that_use_the_part_or_what_uses_it(module, name, test):
    chosen = nearest_tests(first_within(module, name))
    assert chosen[0].startswith(f"tests/{test}::test_")
    assert len(chosen) <= MOST


def test_tests_of_another_part_of_the_same_module_come_later():
    first, *_ = nearest_tests(first_within("app/domain/text.py", "initials"))
    assert first.endswith("test_text.py::test_initials_of_a_procedure_are_what_clerks_type")


def test_a_name_that_is_given_among_others_is_followed():
    """As `test_messages` names what it takes of a module of builders."""
    chosen = nearest_tests(
        first_within("app/exchange/province_v1/dossier_record.py", "_other_papers")
    )
    assert any(test.startswith("tests/exchange/province_v1/test_messages.py::") for test in chosen)


def test_the_tests_of_a_file_are_run_together_and_the_nearest_file_first():
    assert by_file(["b::1", "a::1", "b::2", "a::2"]) == ["b::1", "b::2", "a::1", "a::2"]


@pytest.fixture
def small_house(tmp_path, monkeypatch):
    """One test holds `held`, none holds `loose`."""
    for name, text in {
        "app/held.py": "def least(a, b):\n    return a if a < b else b\n",
        "app/loose.py": "def more(a, b):\n    return a > b\n",
        "tests/test_held.py": "from app.held import least\n\ndef test_it():\n"
        "    assert (least(1, 2), least(2, 1)) == (1, 1)\n",
        "pyproject.toml": '[tool.pytest.ini_options]\npythonpath = ["."]\n',
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(mutate, "ROOT", tmp_path)
    monkeypatch.setattr(mutate, "_COPIED", ("app", "tests", "pyproject.toml"))
    monkeypatch.setattr(mutate, "nearest_tests", lambda _file: ["tests/test_held.py::test_it"])
    monkeypatch.setattr(mutate, "files", lambda place: sorted((tmp_path / place).glob("*.py")))
    return tmp_path


def test_a_module_that_tests_hold_is_noticed_and_one_that_nothing_holds_survives(
    small_house, capsys
):
    assert mutate.main(["app"]) == 1
    said = capsys.readouterr().out
    assert "noticed  " in said
    assert "return a if a < b else b → return None" in " ".join(said.split())
    assert "survived: " in said
    assert "loose.py:2: a > b" in said
    assert (small_house / "app" / "held.py").read_text(encoding="utf-8").endswith("a < b else b\n")


@pytest.mark.usefixtures("small_house")
@pytest.mark.parametrize(("unchanged", "noticed"), [("", "4 noticed"), (ENDLESS, "0 noticed")])
def test_tests_that_do_not_end_notice_only_what_they_end_without(
    monkeypatch, capsys, unchanged, noticed
):
    def failing(tree, tests):
        changed = [name for name in ("held", "loose") if not as_it_was(tree / f"app/{name}.py")]
        return "" if not tests else ENDLESS if changed else unchanged

    def as_it_was(file):
        return file.read_bytes() == (mutate.ROOT / "app" / file.name).read_bytes()

    monkeypatch.setattr(mutate, "failing", failing)
    mutate._passes_unchanged.cache_clear()
    mutate.main(["app"])
    assert noticed in capsys.readouterr().out
