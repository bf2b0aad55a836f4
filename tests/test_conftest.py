"""The rules of `tests/conftest.py` bite: a small suite of offenders is run under them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
OFFENDERS = """
import logging, os, socket
import pytest

def test_warns():
    logging.getLogger("desk").warning("unexpected")

def test_expects_its_warning(caplog):
    logging.getLogger("desk").warning("expected")
    assert caplog.messages == ["expected"]
    caplog.clear()

def test_connects_outside():
    socket.create_connection(("192.0.2.1", 80), timeout=1)

def test_looks_up_a_name():
    socket.getaddrinfo("example.org", 80)

def test_connects_to_itself():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()

def test_stays_off_the_screen():
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"

@pytest.mark.deep
def test_deep(): pass

@pytest.mark.build
def test_build(): pass
"""


@pytest.fixture(scope="module")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("suite")
    shutil.copy(HERE / "conftest.py", folder)
    shutil.copy(HERE.parent / "pyproject.toml", folder)
    (folder / "test_offenders.py").write_text(OFFENDERS, encoding="utf-8")
    return folder


def outcomes(suite: Path, *options: str) -> dict[str, str]:
    """Each test's name and outcome; an error after the test counts more than its success."""
    command = [sys.executable, "-m", "pytest", "-q", "-rA", "--tb=no", "-p", "no:randomly"]
    environment = {name: value for name, value in os.environ.items() if name != "CI"}
    environment["PYTHONPATH"] = str(HERE.parent)  # the engine, whose statements are kept
    run = subprocess.run(
        [*command, "-p", "no:cacheprovider", *options, "test_offenders.py"],
        cwd=suite,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    found: dict[str, str] = {}
    for line in run.stdout.splitlines():
        outcome, _, rest = line.partition(" ")
        if "::" in rest and found.get(rest.split("::")[1].split()[0]) != "ERROR":
            found[rest.split("::")[1].split()[0]] = outcome
    return found


def test_warnings_and_strangers_are_refused_and_long_tests_wait_to_be_asked(suite):
    assert outcomes(suite) == {
        "test_warns": "ERROR",
        "test_expects_its_warning": "PASSED",
        "test_connects_outside": "FAILED",
        "test_looks_up_a_name": "FAILED",
        "test_connects_to_itself": "PASSED",
        "test_stays_off_the_screen": "PASSED",
    }


def test_long_tests_run_when_asked(suite):
    found = outcomes(suite, "--deep", "--build", "-k", "deep or build")
    assert found == {"test_deep": "PASSED", "test_build": "PASSED"}
