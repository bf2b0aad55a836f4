"""A rendered page as a grey picture, and what a scanner reads from it."""

import zxingcpp
from PIL import Image

from app.printing.preview import PageImage

# A cell's borders may look like a code of a simpler kind.
OURS = [zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.QRCode]


def picture(page: PageImage) -> Image.Image:
    return Image.frombuffer("L", (page.width, page.height), page.data, "raw", "L", page.stride, 1)


def codes(image: Image.Image) -> dict[str, str]:
    """Text by kind of code."""
    return {str(code.format): code.text for code in zxingcpp.read_barcodes(image, OURS)}
