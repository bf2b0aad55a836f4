"""A Windows print queue in RAW mode through pywin32, where that is installed; tried nowhere yet."""

from importlib import import_module

from app.devices.raw_refusals import RawPrinterMissing, RawPrintFailed
from app.domain.phrases import phrase


def send_to_queue(data: bytes, queue: str, title: str) -> None:
    """Hand `data` to `queue` unchanged.

    Raises:
        RawPrinterMissing: no such queue, or pywin32 is not installed.
        RawPrintFailed: the queue did not take the bytes.
    """
    try:
        win32print = import_module("win32print")
        handle = win32print.OpenPrinter(queue)
    except Exception as error:
        raise RawPrinterMissing(device=queue) from error
    try:
        win32print.StartDocPrinter(handle, 1, (title, None, "RAW"))
        win32print.StartPagePrinter(handle)
        win32print.WritePrinter(handle, data)
        win32print.EndPagePrinter(handle)
        win32print.EndDocPrinter(handle)
    except Exception as error:
        why = phrase("hệ thống báo lỗi số {number}", number=getattr(error, "winerror", "?"))
        raise RawPrintFailed(device=queue, why=why) from error
    finally:
        win32print.ClosePrinter(handle)
