"""A clerk who sees only names: drives the program through AT-SPI and types by xdotool.

Run by the system's Python, which has pyatspi: `python3 at_spi_clerk.py PROGRAM DATA`, in an X
display with a window manager and a session bus. Prints the code of the dossier it registered.
"""

import os
import subprocess
import sys
import time

import pyatspi

PATIENCE_S = 60
A_HAND_MS = "110"
FIELDS = ("020185001234", "Hoàng Thị Mẩy", "05031985", "Thôn Bản Loỏng", "0912345678")


def everything(node):
    yield node
    for nth in range(node.childCount):
        child = node.getChildAtIndex(nth)
        if child is not None:
            yield from everything(child)


def wait_for(what, found):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        try:
            if answer := found():
                return answer
        except Exception as error:  # noqa: BLE001 - the tree changes while it is read
            print(f"{what}: {error}", file=sys.stderr)
        time.sleep(0.2)
    raise SystemExit(f"never saw {what}")


def program():
    desktop = pyatspi.Registry.getDesktop(0)
    for nth in range(desktop.childCount):
        one = desktop.getChildAtIndex(nth)
        if one is not None and "MotCua" in (one.name or ""):
            return one
    return None


def focused(app):
    """Names of what has the focus; a list of choices also names the one it stands on."""
    return {
        node.name or ""
        for node in everything(app)
        if node.getState().contains(pyatspi.STATE_FOCUSED)
    }


def showing(app, words):
    return next(
        (
            node.name
            for node in everything(app)
            if words in (node.name or "") and node.getState().contains(pyatspi.STATE_SHOWING)
        ),
        None,
    )


def key(*keys):
    subprocess.run(["xdotool", "key", "--delay", A_HAND_MS, *keys], check=True)


def type_(text):
    subprocess.run(["xdotool", "type", "--delay", A_HAND_MS, text], check=True)


def main(path, data):
    started = subprocess.Popen([path, "--data", data], env=os.environ)
    try:
        app = wait_for("the program", program)
        wait_for("the day", lambda: showing(app, "Đã tiếp nhận hôm nay"))
        wait_for("a focus", lambda: focused(app))
        key("F2")
        wait_for("the form", lambda: "Số định danh" in focused(app))
        for text in FIELDS:
            if text:
                type_(text)
            key("Return")
        wait_for("the procedure", lambda: "Thủ tục" in focused(app))
        type_("hon nhan")
        wait_for("an answer", lambda: showing(app, "tình trạng hôn nhân"))
        key("Return")
        wait_for("the papers", lambda: "Thủ tục" not in focused(app))
        key("ctrl+space")
        key("F9")
        code = wait_for("the number", lambda: showing(app, "H37.99.1-"))
        wait_for("the print", lambda: showing(app, "Đã gửi máy in"))
        print(code)
    finally:
        started.terminate()
        started.wait(30)


if __name__ == "__main__":
    main(*sys.argv[1:])
