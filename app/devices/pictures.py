"""Codes in a picture: a photograph of a card, a screenshot of a slip, a scanned page."""

from dataclasses import dataclass

import zxingcpp

from app.domain.errors import DeskError

_FORMATS = (
    zxingcpp.BarcodeFormat.QRCode,
    zxingcpp.BarcodeFormat.Code128,
    zxingcpp.BarcodeFormat.DataMatrix,
    zxingcpp.BarcodeFormat.PDF417,
)


class NoCodeInPicture(DeskError):
    """No code could be read in the picture. No facts."""


@dataclass(frozen=True, slots=True)
class GrayPicture:
    """Eight-bit grey pixels, row by row, `stride` bytes a row."""

    width: int
    height: int
    stride: int
    data: bytes


def codes_in(picture: GrayPicture) -> tuple[str, ...]:
    """The texts of all codes in `picture`, each once, QR codes first.

    Raises:
        NoCodeInPicture: none could be read.
    """
    rows = memoryview(picture.data).cast("B", (picture.height, picture.stride))
    found = zxingcpp.read_barcodes(rows, formats=zxingcpp.BarcodeFormats(_FORMATS))
    ranked = sorted(found, key=lambda code: code.format != zxingcpp.BarcodeFormat.QRCode)
    texts = tuple(dict.fromkeys(code.text for code in ranked if code.text))
    if not texts:
        raise NoCodeInPicture
    return texts
