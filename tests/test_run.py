"""What `run.py` decides: what is missing, whether set-up is current, which program to start."""

import importlib.util
import multiprocessing
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """`run.py`, working in a folder of its own whose name has spaces, and starting nothing."""
    spec = importlib.util.spec_from_file_location("run_under_test", ROOT / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    home = tmp_path / "thư mục có dấu cách"
    home.mkdir()
    for name in ("requirements.txt", "requirements-dev.txt", "run.py"):
        (home / name).write_text(f"the lock {name}", encoding="utf-8")
    monkeypatch.setattr(module, "ROOT", home)
    monkeypatch.setattr(module, "VENV", home / ".venv")
    monkeypatch.setattr(module, "PYTHON", home / ".venv" / "python")
    monkeypatch.setattr(module, "STAMP", home / ".venv" / "set-up.txt")
    monkeypatch.setattr(module, "DESK_LOCK", home / "requirements.txt")
    monkeypatch.setattr(module, "TOOLS_LOCK", home / "requirements-dev.txt")
    return module


class Recorder:
    """Stands where programs are started: remembers them, and makes what `venv` would make."""

    def __init__(self, run: ModuleType, failing: str = "nothing fails") -> None:
        self.run = run
        self.failing = failing
        self.commands: list[str] = []

    def __call__(self, command, *, quiet=False) -> int:
        line = " ".join(str(word) for word in command)
        self.commands.append(line)
        if "-m venv" in line:
            self.run.VENV.mkdir(exist_ok=True)
            self.run.STAMP.unlink(missing_ok=True)
            self.run.PYTHON.touch()
        return int(self.failing in line)

    def count(self, part: str) -> int:
        return sum(part in command for command in self.commands)


@pytest.fixture
def started(run, monkeypatch) -> Recorder:
    recorder = Recorder(run)
    monkeypatch.setattr(run, "call", recorder)
    monkeypatch.setattr(run, "become", recorder)
    monkeypatch.setattr(run, "loads", lambda soname: True)
    monkeypatch.setattr(run.shutil, "which", lambda name: None)
    monkeypatch.delenv("CI", raising=False)
    return recorder


# Setting up once.


def test_the_second_start_installs_nothing(run, started):
    assert run.main(["app", "find", "x"]) == 0
    assert started.count("pip install") == 1
    started.commands.clear()
    assert run.main(["app", "find", "x"]) == 0
    assert started.commands == [f"{run.PYTHON} -m app find x"]


def test_the_desk_installs_no_tools_and_tests_add_them_once(run, started):
    run.main(["app"])
    assert started.count("requirements-dev.txt") == 0
    run.main(["test"])
    run.main(["test"])
    assert started.count("requirements-dev.txt") == 1
    assert started.count("-m venv") == 1


def test_tools_hold_the_desk_as_well(run, started):
    run.main(["test"])
    run.main(["app"])
    assert started.count("pip install") == 1


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_a_changed_lock_is_installed_over_a_whole_environment(run, started, lock):
    run.main(["test"])
    (run.ROOT / lock).write_text("another lock", encoding="utf-8")
    run.main(["test"])
    assert started.count("pip install") == 2
    assert started.count("-m venv") == 1


def test_another_python_makes_the_environment_anew(run, started, monkeypatch):
    run.main(["app"])
    monkeypatch.setattr(run, "VERSION", "3.99")
    run.main(["app"])
    assert started.count("-m venv --without-pip --clear") == 2


def test_an_interrupted_set_up_is_made_anew(run, started):
    run.VENV.mkdir()
    run.PYTHON.touch()
    assert run.main(["app"]) == 0
    assert started.count("-m venv --without-pip --clear") == 1


def test_a_vanished_python_is_made_anew(run, started):
    run.main(["app"])
    run.PYTHON.unlink()
    run.main(["app"])
    assert started.count("-m venv") == 2


def test_a_failed_install_says_so_and_keeps_what_worked_before(run, started, capsys):
    run.main(["app"])
    started.failing = "pip install"
    assert run.main(["test"]) == 1
    assert "Không cài được thư viện" in capsys.readouterr().err
    started.failing = "nothing fails"
    started.commands.clear()
    assert run.main(["app"]) == 0
    assert started.commands == [f"{run.PYTHON} -m app"]


def test_a_failed_first_install_leaves_no_stamp(run, started):
    started.failing = "pip install"
    assert run.main(["app"]) == 1
    assert not run.is_current(tools=False)


def test_every_install_is_locked_by_hash_and_takes_wheels_only(run, started):
    run.main(["app"])
    (install,) = (command for command in started.commands if "pip install" in command)
    assert "--require-hashes --only-binary=:all:" in install


def test_pip_takes_over_when_uv_fails(run, started, monkeypatch):
    monkeypatch.setattr(run.shutil, "which", lambda name: "/bin/uv" if name == "uv" else None)
    started.failing = "/bin/uv"
    assert run.main(["app"]) == 0
    assert started.count("/bin/uv pip install") == 1
    assert started.count("-m pip install") == 1


def set_up_counting(folder: Path, names: "multiprocessing.Queue[str]") -> None:
    """In a process of its own: note the beginning and end of work done alone."""
    spec = importlib.util.spec_from_file_location("run_under_test", ROOT / "run.py")
    run = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(run)
    run.ROOT = folder
    with run.only_one_at_a_time():
        names.put("in")
        names.put("out")


def test_two_set_ups_at_once_go_one_after_the_other(run):
    spawn = multiprocessing.get_context("spawn")
    names = spawn.Queue()
    with run.only_one_at_a_time():
        other = spawn.Process(target=set_up_counting, args=(run.ROOT, names))
        other.start()
        other.join(timeout=1.5)
        assert other.is_alive()
        assert names.empty()
    other.join(timeout=30)
    assert (names.get(timeout=5), names.get(timeout=5)) == ("in", "out")


# What only the system can give.


def test_missing_libraries_are_named_by_their_packages(run, monkeypatch):
    monkeypatch.setattr(run.sys, "platform", "linux")
    monkeypatch.setattr(run, "loads", lambda soname: soname != "libEGL.so.1")
    assert run.library_packages(run.QT_LIBRARIES) == ["libegl1"]


@pytest.mark.parametrize(
    ("libc", "packages"),
    [("2.36", ["libglib2.0-0", "libcups2"]), ("2.39", ["libglib2.0-0t64", "libcups2t64"])],
)
def test_packages_have_the_names_of_their_release(run, monkeypatch, libc, packages):
    monkeypatch.setattr(run.platform, "libc_ver", lambda: ("glibc", libc))
    assert [run.package_name(name) for name in ("libglib2.0-0", "libcups2")] == packages
    assert run.package_name("libgl1") == "libgl1"


def test_what_tests_read_papers_with_is_brought_for_tests_alone(run, started, monkeypatch):
    monkeypatch.setattr(run.sys, "platform", "linux")
    asked = []
    monkeypatch.setattr(run, "supply", lambda needed, useful: asked.append(list(useful)))
    for words in (["test"], ["cover"], ["app"], ["bench"]):
        run.main(words)
    assert asked == [["zbar-tools"], ["zbar-tools"], [], []]
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/usr/bin/{name}")
    assert run.test_packages() == []


def test_packaging_needs_objdump_and_pythons_own_library(run, started, monkeypatch):
    monkeypatch.setattr(run.sys, "platform", "linux")
    monkeypatch.setattr(run, "VERSION", "3.12")
    monkeypatch.setattr(run.sysconfig, "get_config_var", {"Py_ENABLE_SHARED": 1}.get)
    monkeypatch.setattr(run, "loads", lambda soname: False)
    assert run.packager_packages() == ["binutils", "libpython3.12"]


@pytest.mark.parametrize(
    ("words", "ci", "asked"),
    [
        (["build"], "", True),
        (["test"], "", False),
        (["test"], "true", True),
        (["test", "--build"], "", True),
        (["cover"], "", False),
        (["cover"], "true", True),
        (["app"], "true", False),
    ],
)
def test_packaging_is_prepared_where_the_program_is_built(
    run, started, monkeypatch, words, ci, asked
):
    seen = []
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(run, "packager_packages", lambda: seen.append("asked") or [])
    run.main(words)
    assert bool(seen) is asked


@pytest.mark.parametrize(
    ("words", "ci", "program"),
    [
        (["test"], "true", "tests.cover"),
        (["test", "--deep"], "true", "tests.cover"),
        (["test"], "", "pytest"),
        (["test"], "false", "pytest"),
        (["test", "tests/domain"], "true", "pytest"),
        (["test", "--last-failed"], "true", "pytest"),
        (["cover"], "", "tests.cover"),
    ],
)
def test_coverage_is_held_where_ci_runs_all_tests(run, started, monkeypatch, words, ci, program):
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(run, "packager_packages", list)
    assert run.main(words) == 0
    assert started.commands[-1].startswith(f"{run.PYTHON} -m {program}")


def as_user(run, monkeypatch, number: int) -> None:
    monkeypatch.setattr(run.sys, "platform", "linux")
    monkeypatch.setattr(run.os, "geteuid", lambda: number, raising=False)
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/bin/{name}")


def test_a_user_is_told_the_exact_line_and_nothing_is_started(run, started, monkeypatch, capsys):
    run.main(["app"])
    as_user(run, monkeypatch, 1000)
    monkeypatch.setattr(run, "loads", lambda soname: soname != "libGL.so.1")
    started.commands.clear()
    assert run.main(["app"]) == 1
    assert "  sudo apt install -y libgl1\n" in capsys.readouterr().out
    assert started.commands == []


def test_root_gets_them_installed(run, started, monkeypatch):
    as_user(run, monkeypatch, 0)
    monkeypatch.setenv("DEBIAN_FRONTEND", "noninteractive")
    run.supply(["libgl1"], ["libcups2"])
    assert started.commands[-1].startswith("apt-get install")
    assert started.commands[-1].endswith(" libgl1 libcups2")


def test_all_that_is_missing_is_told_in_one_line(run, started, monkeypatch, capsys):
    as_user(run, monkeypatch, 1000)
    monkeypatch.setattr(run.shutil, "which", lambda name: None)
    monkeypatch.setattr(run, "find_spec", lambda name: None)
    monkeypatch.setattr(run, "loads", lambda soname: soname not in {"libGL.so.1", "libcups.so.2"})
    monkeypatch.setattr(run.platform, "libc_ver", lambda: ("glibc", "2.36"))
    monkeypatch.setattr(run, "VERSION", "3.12")
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert run.main([]) == 1
    out = capsys.readouterr().out
    assert "  sudo apt install -y python3.12-venv libgl1 libcups2\n" in out
    assert out.count("apt install") == 1
    assert started.commands == []


def test_the_desk_is_tried_even_without_the_libraries_of_one_display(run, started, monkeypatch):
    as_user(run, monkeypatch, 1000)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr(run, "loads", lambda soname: soname != "libwayland-cursor.so.0")
    assert run.main([]) == 0
    assert started.commands[-1] == f"{run.PYTHON} -m app"


# Which program.


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a screen")
@pytest.mark.parametrize(
    ("variables", "seen"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, True),
    ],
)
def test_a_display_is_found_by_what_the_session_says(run, monkeypatch, variables, seen):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert run.has_display() is seen


def test_without_a_display_the_tour_runs_and_says_why(run, started, monkeypatch, capsys):
    monkeypatch.setattr(run, "has_display", lambda: False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    assert run.main([]) == 0
    assert started.commands[-1].startswith(f"{run.PYTHON} -m app tour --to ")
    assert "không có màn hình" in capsys.readouterr().out


def test_check_runs_every_check_and_reports_the_worst(run, started):
    started.failing = "ruff format"
    assert run.main(["check"]) == 1
    checks = started.commands[-5:]
    tools = ("ruff format --check", "ruff check", "mypy", "importlinter", "tests.advisories")
    assert all(tool in check for tool, check in zip(tools, checks, strict=True))


@pytest.mark.parametrize(
    ("options", "is_spread"),
    [([], True), (["--deep"], True), (["-k", "name"], False), (["--headed"], False)],
)
def test_the_whole_suite_is_spread_over_processors(run, monkeypatch, options, is_spread):
    monkeypatch.setattr(run.os, "cpu_count", lambda: 2)
    assert bool(run.spread(options)) is is_spread


@pytest.mark.parametrize(("word", "code"), [("--help", 0), ("nonsense", 2)])
def test_other_words_show_the_verbs_and_start_nothing(run, started, capsys, word, code):
    assert run.main([word]) == code
    assert "make the packaged program" in capsys.readouterr().out
    assert started.commands == []


def test_an_old_python_hands_over_to_a_newer_one(run, started, monkeypatch):
    monkeypatch.setattr(run.sys, "version_info", (3, 8, 1))
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/usr/bin/{name}")
    assert run.main(["setup"]) == 0
    assert started.commands[-1] == f"python3.13 {run.ROOT / 'run.py'} setup"


def test_an_old_python_alone_says_which_is_needed(run, started, monkeypatch, capsys):
    monkeypatch.setattr(run.sys, "version_info", (3, 8, 1))
    assert run.main([]) == 1
    assert "Cần Python 3.11 trở lên" in capsys.readouterr().err


def test_the_callers_python_paths_do_not_reach_the_environment(run, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("LANG", "vi_VN.UTF-8")
    assert "PYTHONPATH" not in run.environment()
    assert run.environment()["LANG"] == "vi_VN.UTF-8"


def test_run_py_is_found_from_any_folder_and_passes_an_exit_code_on(tmp_path):
    command = [sys.executable, str(ROOT / "run.py"), "nonsense"]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 2


# The locks.


def pins(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


def test_the_tools_lock_holds_the_desks_versions():
    desk, tools = pins("requirements.txt"), pins("requirements-dev.txt")
    assert len(desk) > 15
    assert desk.items() <= tools.items()


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_every_pin_has_hashes_and_no_host_is_named(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[a-z0-9-]+==)", text)
    assert all("--hash=sha256:" in block for block in blocks if "==" in block.split("\n")[0])
    assert "://" not in text
    assert "index-url" not in text
