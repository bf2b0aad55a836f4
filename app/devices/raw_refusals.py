"""Why bytes could not be handed to a printer."""

from app.domain.errors import DeskError


class RawPrinterMissing(DeskError):
    """There is no such device or queue. Facts: device."""


class RawPrintFailed(DeskError):
    """The device did not take the bytes. Facts: device, why (the system's error or a phrase)."""
