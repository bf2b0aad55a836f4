"""A scanner on a serial port (USB virtual COM): bytes as sent, whatever has the focus."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import serial
from serial.tools import list_ports

from app.domain.errors import DeskError

LONGEST = 4_096
"""Bytes of one scan at most; a cable that sends noise must not fill the memory."""

QUIET_S = 0.12
"""Seconds of silence after which a scan is over that sent no line end."""

_ENDS = b"\r\n\t\x03"
_SPEED = 9_600
_BETWEEN_TRIES_S = 2.0


class ScannerGone(DeskError):
    """The port cannot be opened or was unplugged. Facts: port."""


@dataclass(frozen=True, slots=True)
class Port:
    """A serial port of this machine: the name to open it by, and what it says of itself."""

    name: str
    description: str


def ports() -> tuple[Port, ...]:
    """Serial ports there are now; may take a second, never ask on the GUI thread."""
    found = (Port(one.device, one.description or "") for one in list_ports.comports())
    return tuple(sorted(found, key=lambda port: port.name))


def scans(port: str, stop: threading.Event, opened: Callable[[], None]) -> Iterator[str]:
    """What the scanner on `port` sends, scan by scan, until `stop` is set.

    Bytes are UTF-8; one that is not becomes "�", so that it is seen and not trusted. What was
    sent before the port was `opened` is lost.

    Raises:
        ScannerGone: it cannot be opened, or went away.
    """
    try:
        with serial.serial_for_url(port, baudrate=_SPEED, timeout=QUIET_S) as line:
            opened()
            while not stop.is_set():
                if scanned := _one(line):
                    yield scanned
    except (OSError, ValueError) as error:  # serial's own errors are OSErrors
        raise ScannerGone(port=port) from error


def _one(line: serial.SerialBase) -> str:
    """The next scan, empty if nothing came."""
    held = bytearray()
    while len(held) <= LONGEST:
        byte = line.read(1)
        if not byte or (byte in _ENDS and held):
            break
        if byte not in _ENDS:
            held += byte
    return held[:LONGEST].decode("utf-8", errors="replace")


class SerialEar:
    """Listens on a thread of its own, and tries again while the scanner is unplugged.

    Args:
        port: the port's name.
        heard: called with each scan, on the listening thread.
        opened: called when the port was opened, on that thread.
        gone: called each time it was looked for and not there, or went away, on that thread.
    """

    def __init__(
        self,
        port: str,
        heard: Callable[[str], None],
        opened: Callable[[], None],
        gone: Callable[[], None],
    ) -> None:
        self.port = port
        self._heard = heard
        self._opened = opened
        self._gone = gone
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="scanner", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening; returns once the port is closed."""
        self._stop.set()
        self._thread.join(timeout=5)

    def _listen(self) -> None:
        while not self._stop.is_set():
            try:
                for scanned in scans(self.port, self._stop, self._opened):
                    self._heard(scanned)
            except ScannerGone:
                self._gone()
            self._stop.wait(_BETWEEN_TRIES_S)
