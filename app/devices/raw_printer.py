"""Bytes handed to a printer as they are: a device file, or a Windows queue in RAW mode."""

import sys
from pathlib import Path

from app.devices.raw_refusals import RawPrinterMissing, RawPrintFailed
from app.devices.windows_raw import send_to_queue


def send(data: bytes, device: str, *, title: str) -> None:
    """Hand `data` to `device`: ``/dev/usb/lp0``, or the name of a Windows queue.

    Blocks while the printer takes the bytes: never on the thread of a window.

    Raises:
        RawPrinterMissing, RawPrintFailed: as named.
    """
    if sys.platform == "win32":
        send_to_queue(data, device, title)
    else:
        _write(data, Path(device))


def _write(data: bytes, device: Path) -> None:
    """Write to a device that is there: a wrong path must not become a file full of dots."""
    if not (device.is_char_device() or device.is_fifo()):
        raise RawPrinterMissing(device=str(device))
    try:
        with device.open("wb", buffering=0) as stream:
            left = memoryview(data)
            while left:
                left = left[stream.write(left) or 0 :]
    except OSError as error:
        raise RawPrintFailed(device=str(device), why=error) from error
