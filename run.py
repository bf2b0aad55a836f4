"""Set everything up, then open the desk, test, check or build: `python3 run.py [Command]`.

desk     open the desk (the default); without a display, the tour instead
app      the command line: `python3 run.py app find "nguyen van a"`
tour     practice data, one dossier through the real screens, pictures of all of them, into tour/
setup    only set up
test     run the tests; options go to pytest (--deep: the long ones, --build: the packaged program)
cover    the tests with branch coverage, room by room; so does test where CI is set
check    formatting, lint (flake8-bandit in full), types, import contracts, advisories if known
bench    measure speed and memory
mutate   change the product in one place at a time and see whether tests notice: mutate [ROOM]
build    make the packaged program in dist/
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import time
from importlib.util import find_spec
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Command = Sequence[str | Path]

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
STAMP = VENV / "set-up.txt"  # Python's version, then the digest of each lock installed whole
DESK_LOCK = ROOT / "requirements.txt"
TOOLS_LOCK = ROOT / "requirements-dev.txt"  # holds the desk's pins as well
VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"

# What Qt's wheels take from the system, and the Debian package that brings it.
QT_LIBRARIES = """
    libGL.so.1=libgl1 libEGL.so.1=libegl1 libgthread-2.0.so.0=libglib2.0-0
    libdbus-1.so.3=libdbus-1-3 libfontconfig.so.1=libfontconfig1 libxkbcommon.so.0=libxkbcommon0"""
WINDOW_LIBRARIES = """
    libxkbcommon-x11.so.0=libxkbcommon-x11-0 libxcb-cursor.so.0=libxcb-cursor0
    libxcb-icccm.so.4=libxcb-icccm4 libxcb-image.so.0=libxcb-image0
    libxcb-keysyms.so.1=libxcb-keysyms1 libxcb-render-util.so.0=libxcb-render-util0
    libxcb-shape.so.0=libxcb-shape0 libxcb-xkb.so.1=libxcb-xkb1
    libcups.so.2=libcups2 libwayland-cursor.so.0=libwayland-cursor0"""
TEST_TOOLS = {"zbarimg": "zbar-tools"}  # a second reader of the codes on papers
RENAMED_SINCE_2024 = {"libglib2.0-0", "libcups2"}  # Debian 13 and Ubuntu 24.04 add "t64"

# Commands that are one program of `.venv` each.
PROGRAMS: dict[str, Command] = {
    "desk": ("-m", "app"),
    "app": ("-m", "app"),
    "tour": ("-m", "app", "tour", "--to", ROOT / "tour"),
    "test": ("-m", "pytest"),
    "cover": ("-m", "tests.cover"),
    "bench": ("-m", "tests.bench"),
    "mutate": ("-m", "tests.mutate"),
    "build": ("-m", "PyInstaller", "--noconfirm", "--clean", "build.spec"),
}
TESTING = {"test", "cover"}
CHECKS: tuple[Command, ...] = (
    ("-m", "ruff", "format", "--check", "."),
    ("-m", "ruff", "check", "."),
    ("-m", "mypy"),
    ("-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo"),
    ("-m", "tests.advisories"),
)


class Stop(Exception):
    """Why nothing more can be done, in both languages."""


def main(arguments: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # always text files
    command, rest = (arguments[0], arguments[1:]) if arguments else ("desk", [])
    try:
        if sys.version_info < (3, 11):  # noqa: UP036 - older ones do start this file
            return run_with_newer_python(arguments)
        if command not in {*PROGRAMS, "setup", "check"}:
            print(__doc__)
            return 0 if command in {"-h", "--help", "help"} else 2
        return run(command, rest)
    except Stop as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run_with_newer_python(arguments: list[str]) -> int:
    """Hand over to another Python of this machine, or say which one is needed."""
    for name in ("python3.13", "python3.12", "python3.11", "python3.14"):
        test = (name, "-c", "import sys; sys.exit(sys.version_info < (3, 11))")
        if shutil.which(name) and call(test, quiet=True) == 0:
            return call((name, ROOT / "run.py", *arguments))
    raise Stop(f"Cần Python 3.11 trở lên, đây là {VERSION}. / Needs Python 3.11+, not {VERSION}.")


def run(command: str, rest: list[str]) -> int:
    if command == "desk" and not has_display():
        print(
            "Máy này không có màn hình nên chương trình chạy thử một vòng vào thư mục tour/. "
            "/ There is no display, so the tour runs instead and writes to tour/.",
            flush=True,
        )
        command = "tour"
    asked_to_build = command == "build" or "--build" in rest or (command in TESTING and is_ci())
    if command == "test" and is_ci() and set(rest) <= {"--deep", "--build"}:
        command = "cover"  # all tests, so each room is held to its share
    prepare(
        tools=command not in {"desk", "app", "tour", "setup"},
        window=command in {"desk", "setup"} and has_display(),
        packager=asked_to_build,
        testing=command in TESTING,
    )
    if command == "setup":
        print("Đã sẵn sàng: python3 run.py / Ready: python3 run.py")
        return 0
    if command == "check":
        return max([call((PYTHON, *check)) for check in CHECKS])
    if command == "tour":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if command in TESTING:
        rest = [*spread(rest), *rest]
    return become((PYTHON, *PROGRAMS[command], *rest))


def has_display() -> bool:
    """Whether a window can be seen; what `QT_QPA_PLATFORM` asks for comes first."""
    if sys.platform in {"win32", "darwin"}:
        return True
    asked = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if asked:
        return asked not in {"offscreen", "minimal"}
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def is_ci() -> bool:
    return os.environ.get("CI", "") not in {"", "0", "false"}


def spread(rest: list[str]) -> list[str]:
    """Pytest runs on up to four processors, unless the caller picks tests or wants to look on."""
    picked = any(not word.startswith("--") for word in rest)
    if picked or (os.cpu_count() or 1) < 2 or {"--headed", "--pdb"} & set(rest):
        return []
    return ["--numprocesses=auto", "--maxprocesses=4", "--dist=worksteal"]


def prepare(*, tools: bool, window: bool, packager: bool = False, testing: bool = False) -> None:
    """Make sure that libraries of Python and of the system are there; quick when they are."""
    with contextlib.nullcontext() if is_current(tools=tools) else only_one_at_a_time():
        is_ready = is_current(tools=tools)
        needed = [] if is_ready else venv_packages()
        needed += library_packages(QT_LIBRARIES)
        needed += packager_packages() if packager else []
        useful = library_packages(WINDOW_LIBRARIES) if window else []
        supply(needed, useful + (test_packages() if testing else []))
        if not is_ready:
            install(tools=tools)


def is_current(*, tools: bool) -> bool:
    return PYTHON.exists() and digest(tools=tools) in read_stamp()


def read_stamp() -> list[str]:
    return STAMP.read_text().split() if STAMP.exists() else []


def digest(*, tools: bool) -> str:
    locks = (DESK_LOCK, TOOLS_LOCK) if tools else (DESK_LOCK,)
    content = b"".join(lock.read_bytes() for lock in locks)
    return hashlib.sha256(f"{VERSION} {platform.machine()} ".encode() + content).hexdigest()


def install(*, tools: bool) -> None:
    """Fill `.venv`; one that was interrupted has no stamp and is made anew."""
    print("Đang cài đặt vào .venv … / Setting up .venv …", flush=True)
    before = read_stamp()
    if before[:1] != [VERSION] or not PYTHON.exists():
        before = []
        python = getattr(sys, "_base_executable", None) or sys.executable
        if call((python, "-m", "venv", "--without-pip", "--clear", VENV)):
            raise Stop("Không tạo được .venv. / Could not make .venv.")
    STAMP.unlink(missing_ok=True)
    if not install_lock(TOOLS_LOCK if tools else DESK_LOCK):
        if before:  # pip and uv leave all as it was when they cannot go on
            STAMP.write_text("\n".join(before))
        raise Stop(
            "Không cài được thư viện, lý do ở trên; lần cài đầu cần mạng và Python 64 bit. / "
            "Could not install, see above; the first set-up needs a network and 64-bit Python."
        )
    installed = {digest(tools=False), digest(tools=tools)}
    STAMP.write_text("\n".join([VERSION, *sorted(installed)]))


def install_lock(lock: Path) -> bool:
    """Install `lock` with uv where it is found and succeeds, else with pip as configured here."""
    how = ["--require-hashes", "--only-binary=:all:", "-r", str(lock)]
    how += [] if sys.stdout.isatty() else ["--quiet"]
    uv = shutil.which("uv")
    if uv:
        if call((uv, "pip", "install", "-p", PYTHON, "--compile-bytecode", *how)) == 0:
            return True
        print("uv không cài được, dùng pip. / uv could not install, pip takes over.", flush=True)
    pip = (PYTHON, "-m", "pip")
    if call((*pip, "--version"), quiet=True) and call((PYTHON, "-m", "ensurepip"), quiet=True):
        return False
    return call((*pip, "install", "--disable-pip-version-check", "--no-user", *how)) == 0


@contextlib.contextmanager
def only_one_at_a_time() -> Iterator[None]:
    """Hold the system's lock on this very file: nothing is left behind when power fails."""
    with (ROOT / "run.py").open("rb") as held:
        waiting = False
        while not try_lock(held.fileno()):
            if not waiting:
                print("Đang chờ lần cài đặt khác … / Another set-up is running …", flush=True)
            waiting = True
            time.sleep(0.5)
        yield


def try_lock(file: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(file, 1 << 30, os.SEEK_SET)  # far behind the text, which stays readable
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as refused:  # refused for another reason: a file system without locks
        return not isinstance(refused, (BlockingIOError, PermissionError))
    return True


def venv_packages() -> list[str]:
    """Debian's Python comes without what makes an environment; uv needs less of it."""
    needed = ["venv"] if shutil.which("uv") else ["venv", "ensurepip"]
    return [] if all(map(find_spec, needed)) else [f"python{VERSION}-venv"]


def packager_packages() -> list[str]:
    """PyInstaller reads libraries with objdump and ships Python's own, where it is a library."""
    if sys.platform != "linux":
        return []
    library = sysconfig.get_config_var("INSTSONAME") or ""
    is_there = not sysconfig.get_config_var("Py_ENABLE_SHARED") or loads(library)
    objdump = [] if shutil.which("objdump") else ["binutils"]
    return objdump + ([] if is_there else [f"libpython{VERSION}"])


def test_packages() -> list[str]:
    """What tests read papers with; without it they are skipped, but where `CI` is set they fail."""
    if sys.platform != "linux":
        return []
    return [package for tool, package in TEST_TOOLS.items() if not shutil.which(tool)]


def library_packages(libraries: str) -> list[str]:
    """The Debian packages of those `libraries` which cannot be loaded."""
    pairs = [pair.split("=") for pair in libraries.split()] if sys.platform == "linux" else []
    return [package_name(package) for soname, package in pairs if not loads(soname)]


def loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def package_name(package: str) -> str:
    libc = [int(part) for part in platform.libc_ver()[1].split(".") if part.isdigit()]
    return f"{package}t64" if package in RENAMED_SINCE_2024 and libc >= [2, 39] else package


def supply(needed: list[str], useful: list[str]) -> None:
    """Let root install missing packages after saying so; tell anyone else the exact line."""
    packages = [*needed, *useful]
    if not packages:
        return
    print("Máy thiếu phần mềm hệ thống; lệnh cài: / The system lacks packages; to install them:")
    print(f"  sudo apt install -y {' '.join(packages)}", flush=True)
    if sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Đang cài bằng quyền root … / Installing them as root …", flush=True)
        os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
        call(("apt-get", "update", "-qq"))
        if not call(("apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages)):
            return
    if needed:  # what is only useful belongs to one kind of display; Qt may have another
        raise Stop("Hãy cài rồi chạy lại. / Please install them, then run this again.")


def call(command: Command, *, quiet: bool = False) -> int:
    out = subprocess.DEVNULL if quiet else None
    words = [str(word) for word in command]
    return subprocess.call(words, cwd=ROOT, env=environment(), stdout=out, stderr=out)


def become(command: Command) -> int:
    """Let `command` take this process's place, where the system can, so that signals reach it."""
    if os.name == "posix":
        sys.stdout.flush()
        os.chdir(ROOT)
        os.execve(command[0], [str(word) for word in command], environment())
    return call(command)


def environment() -> dict[str, str]:
    """The caller's, less what would lead `.venv` to another Python's libraries."""
    foreign = {"PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__"}
    return {name: value for name, value in os.environ.items() if name not in foreign}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
