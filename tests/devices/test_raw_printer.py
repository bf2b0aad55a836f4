"""Bytes reach a device unchanged, and nothing else is ever written to."""

import errno
import os
import sys
import threading
import types
from pathlib import Path

import pytest

from app.devices import raw_printer, windows_raw
from app.devices.raw_printer import send
from app.devices.raw_refusals import RawPrinterMissing, RawPrintFailed
from app.wording.refusals import say

needs_fifo = pytest.mark.skipif(sys.platform == "win32", reason="a device file is Linux's way")


@needs_fifo
def test_a_device_takes_the_bytes_as_they_are(tmp_path):
    device = tmp_path / "lp0"
    os.mkfifo(device)
    taken: list[bytes] = []
    reader = threading.Thread(target=lambda: taken.append(device.read_bytes()))
    reader.start()
    data = bytes(range(256)) * 1000
    send(data, str(device), title="Phiếu")
    reader.join(10)
    assert taken == [data]


@needs_fifo
@pytest.mark.parametrize("name", ["missing", "an ordinary file", "."])
def test_what_is_no_device_is_refused_and_left_alone(tmp_path, name):
    (tmp_path / "an ordinary file").write_text("giữ nguyên", encoding="utf-8")
    with pytest.raises(RawPrinterMissing):
        send(b"\x1b@", str(tmp_path / name), title="Phiếu")
    assert (tmp_path / "an ordinary file").read_text(encoding="utf-8") == "giữ nguyên"
    assert not (tmp_path / "missing").exists()


@needs_fifo
def test_a_printer_that_went_away_is_named_with_the_reason(monkeypatch):
    def broken(*_arguments, **_options):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "open", broken)
    with pytest.raises(RawPrintFailed) as refused:
        raw_printer.send(b"\x1b@", os.devnull, title="Phiếu")
    assert refused.value.facts["device"] == os.devnull
    assert "thiết bị báo lỗi" in say(refused.value)


def _win32print(*, breaks: bool = False):
    """What pywin32 offers, as its documentation lists it; a true one was never here."""
    calls: list[tuple[object, ...]] = []

    def open_printer(name):
        if name != "XP-80C":
            raise RuntimeError("no such printer")
        return 7

    def write(*arguments):
        if breaks:
            raise RuntimeError("out of paper")
        calls.append(arguments)

    return types.SimpleNamespace(
        calls=calls,
        OpenPrinter=open_printer,
        StartDocPrinter=lambda *arguments: calls.append(arguments),
        StartPagePrinter=lambda _handle: None,
        WritePrinter=write,
        EndPagePrinter=lambda _handle: None,
        EndDocPrinter=lambda _handle: None,
        ClosePrinter=lambda handle: calls.append(("closed", handle)),
    )


def test_a_windows_queue_is_given_raw_bytes(monkeypatch):
    queue = _win32print()
    monkeypatch.setitem(sys.modules, "win32print", queue)
    windows_raw.send_to_queue(b"\x1b@", "XP-80C", "Phiếu")
    assert queue.calls == [(7, 1, ("Phiếu", None, "RAW")), (7, b"\x1b@"), ("closed", 7)]


def test_a_windows_queue_that_fails_is_closed_and_named(monkeypatch):
    queue = _win32print(breaks=True)
    monkeypatch.setitem(sys.modules, "win32print", queue)
    with pytest.raises(RawPrintFailed):
        windows_raw.send_to_queue(b"\x1b@", "XP-80C", "Phiếu")
    assert queue.calls[-1] == ("closed", 7)
    with pytest.raises(RawPrinterMissing):
        windows_raw.send_to_queue(b"\x1b@", "không có", "Phiếu")


def test_without_pywin32_the_queue_is_said_to_be_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "win32print", None)
    with pytest.raises(RawPrinterMissing):
        windows_raw.send_to_queue(b"\x1b@", "XP-80C", "Phiếu")
