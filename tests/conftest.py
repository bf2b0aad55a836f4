"""What holds for every test: no screen, no network, no unexpected warning in the log."""

import faulthandler
import gc
import ipaddress
import logging
import os
import socket
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

hypothesis.settings.register_profile(
    "default", max_examples=60, deadline=None, derandomize=True, print_blob=True
)
hypothesis.settings.register_profile(
    "deep",
    max_examples=3000,
    deadline=None,
    print_blob=True,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)


class OutsideReached(AssertionError):
    """A test tried to reach another machine."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--deep", action="store_true", help="also the long property and fuzz runs")
    parser.addoption("--build", action="store_true", help="also build and start the program")
    parser.addoption("--approve", action="store_true", help="keep the pictures drawn now")
    parser.addoption("--headed", action="store_true", help="show the windows")


def pytest_configure(config: pytest.Config) -> None:
    hypothesis.settings.load_profile("deep" if config.getoption("--deep") else "default")
    if not config.getoption("--headed"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["TZ"] = "Asia/Ho_Chi_Minh"  # a desk stands in Vietnam
    if hasattr(time, "tzset"):
        time.tzset()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    reasons = {}
    if not config.getoption("--deep"):
        reasons["deep"] = "long: only with --deep"
    if not (config.getoption("--build") or os.environ.get("CI", "") not in {"", "0", "false"}):
        reasons["build"] = "builds the program: only with --build, or where CI is set"
    for item in items:
        for mark, reason in reasons.items():
            if item.get_closest_marker(mark):
                item.add_marker(pytest.mark.skip(reason=reason))
    # The longest come first: begun last, one of them would keep the others' processors waiting.
    items.sort(key=lambda item: "takes_minutes" not in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session", autouse=True)
def no_outside_world() -> Iterator[None]:
    """Sockets reach this machine only; looking up another name is refused too."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex
    sendto, look_up = socket.socket.sendto, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address):
        refuse_outside(address)
        return connect(self, address)

    def guarded_connect_ex(self: socket.socket, address):
        refuse_outside(address)
        return connect_ex(self, address)

    def guarded_sendto(self: socket.socket, data, *flags_and_address):
        refuse_outside(flags_and_address[-1])
        return sendto(self, data, *flags_and_address)

    def guarded_look_up(host, *rest, **more):
        refuse_outside((host,))
        return look_up(host, *rest, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
        patch.setattr(socket.socket, "sendto", guarded_sendto)
        patch.setattr(socket, "getaddrinfo", guarded_look_up)
        yield


def refuse_outside(address: object) -> None:
    """Raise `OutsideReached` unless `address` is on this machine."""
    if not isinstance(address, tuple):
        return  # a socket in the file system
    host = address[0].decode() if isinstance(address[0], bytes) else address[0]
    if host in {None, "", "localhost", socket.gethostname()}:
        return
    try:
        is_here = ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        is_here = False
    if not is_here:
        raise OutsideReached(f"tests reach this machine only, not {host}")


class CompiledOnce(dict):
    """What statements were compiled to, by all of SQLAlchemy's key but the engine's own dialect."""

    def get(self, key, default=None):
        return super().get(key[1:], default)

    def __setitem__(self, key, compiled) -> None:
        super().__setitem__(key[1:], compiled)


@pytest.fixture(scope="session", autouse=True)
def statements_are_compiled_once() -> Iterator[None]:
    """Every office of this process is asked the same: one compiles, as at a desk, not each."""
    from db.engine.sqlite import Sqlite

    compiled, open_records = CompiledOnce(), Sqlite.open

    def opened(engine, path, key):
        records = open_records(engine, path, key)
        records._compiled_cache = compiled
        return records

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Sqlite, "open", opened)
        yield


@pytest.fixture(scope="session", autouse=True)
def reserves_are_small() -> Iterator[None]:
    """Hundreds of offices need no 64 MB each for the day their disk is full."""
    from db import room

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "BALLAST", 1 << 16)
        patch.setattr(room, "_CHUNK", 1 << 16)
        yield


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log fails the test; one that expects it looks at `caplog` and clears it."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    unexpected = [record for record in records if record.levelno >= logging.WARNING]
    if unexpected:
        lines = "\n".join(f"{one.levelname} {one.name}: {one.getMessage()}" for one in unexpected)
        pytest.fail(f"unexpected in the log:\n{lines}", pytrace=False)


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> Iterator["QApplication"]:
    """The application, whose garbage is collected as the product's is."""
    from ui.garbage import GuiGarbage

    garbage = GuiGarbage(qapp)
    yield qapp
    garbage.stop()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[object]:
    """What collecting the tests made lives as long as they run: garbage is looked for elsewhere.

    A million objects would else be gone through every time all of them are, for a second each.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Before a test of windows garbage is collected here, and from then on never by itself.

    Left to itself it is collected on whatever thread allocates, one that hands the tests out among
    them, and in the middle of what Qt does with all widgets. Tests without windows leave no widgets
    behind: they have Python's own way.
    """
    if "qapp" not in getattr(item, "fixturenames", ()):
        if not gc.isenabled():
            gc.collect()
            gc.enable()
        return
    from ui.garbage import collect_due

    gc.disable()
    collect_due()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many power cuts the tests replayed (`tests/crash`), wherever they were spread to."""
    counted = {"power_cuts": 0, "disks": 0, "lost": 0}
    for outcome in ("passed", "failed"):
        for report in terminalreporter.stats.get(outcome, ()):
            for name, value in getattr(report, "user_properties", ()):
                if name in counted:
                    counted[name] += value
    if counted["power_cuts"]:
        terminalreporter.line(
            "Once the receipt prints, the dossier survives: {power_cuts:,} power cuts replayed, "
            "{lost:,} lost ({disks:,} disks looked at).".format_map(counted)
        )


@pytest.fixture
def takes_minutes() -> None:
    """No tracebacks of a test that is slow by nature; its own time limit still holds."""
    faulthandler.cancel_dump_traceback_later()
