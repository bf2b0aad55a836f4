"""The packaged program used by its names alone: from the home screen to the printed receipt."""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import zxingcpp
from PIL import ImageOps

from tests.devices.paper_tape import PaperTape
from tests.packaged.test_packaged import start

TOOLS = ("xvfb-run", "dbus-run-session", "openbox", "xdotool")
PACKAGES = (
    "xvfb", "xauth", "dbus", "openbox", "xdotool", "at-spi2-core", "python3-pyatspi",
    "gir1.2-atspi-2.0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1",
    "libxcb-render-util0", "libxcb-shape0", "libxcb-xkb1", "libxkbcommon-x11-0",
)  # fmt: skip
SYSTEM_PYTHON = "/usr/bin/python3"


@pytest.fixture
def assistive_tools() -> None:
    """What drives a program by its names; installed where that may be done, else a skip."""
    if not are_there() and os.environ.get("CI") and is_root() and shutil.which("apt-get"):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        words = ("apt-get", "install", "-qq", "-y", "--no-install-recommends", *PACKAGES)
        subprocess.run(("apt-get", "update", "-qq"), check=False, **quiet)
        subprocess.run(words, check=False, **quiet)
    if not are_there():
        pytest.skip("needs Debian's " + " ".join(PACKAGES))


def are_there() -> bool:
    if sys.platform != "linux" or not all(map(shutil.which, TOOLS)):
        return False
    found = subprocess.run(
        (SYSTEM_PYTHON, "-c", "import pyatspi"), capture_output=True, check=False
    )
    return found.returncode == 0


def is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


@pytest.mark.build
@pytest.mark.timeout(900)
@pytest.mark.usefixtures("takes_minutes", "assistive_tools")
def test_a_clerk_who_hears_names_only_registers_a_dossier_and_holds_its_slip(packaged, tmp_path):
    home, slip = tmp_path / "home", tmp_path / "slip"
    home.mkdir()
    cli = packaged / "motcua-cli"
    office = ("--office", "UBND xã Mẫu Sơn", "--code", "H37.99.1", "--officer", "Nông Thị Phương")
    start(cli, "init", *office, home=home)
    for name, value in (("paper", "80mm"), ("slip_way", "escpos"), ("slip_device", str(slip))):
        start(cli, "settings", "set", name, value, home=home)
    os.mkfifo(slip)
    printed: list[bytes] = []
    reading = threading.Thread(target=lambda: printed.append(slip.read_bytes()), daemon=True)
    reading.start()
    code = clerk_at(packaged / "motcua", home / "dữ liệu", home)
    reading.join(30)
    paper = PaperTape().take(printed[0]).picture()
    assert code in {c.text for c in zxingcpp.read_barcodes(ImageOps.expand(paper, 32, 255))}
    assert code in start(cli, "find", "hoang thi may", home=home)


def clerk_at(program: Path, data: Path, home: Path) -> str:
    """The code of the dossier the clerk registered, on a display and a bus of its own."""
    clerk = Path(__file__).parent / "at_spi_clerk.py"
    words = (SYSTEM_PYTHON, str(clerk), str(program), str(data))
    done = subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", "dbus-run-session", "--", "sh", "-c",
         'openbox >/dev/null 2>&1 & exec "$@"', "sh", *words],
        env={
            "PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "TZ": "ICT-7",  # a PC in Vietnam: the clock of another is questioned first
        },
        capture_output=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout.split()[-1]
