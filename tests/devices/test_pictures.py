"""Codes are read out of pictures: of cards, of slips, of anything with a code in it."""

import pytest
import zxingcpp
from PIL import Image

from app.devices.pictures import GrayPicture, NoCodeInPicture, codes_in

CARD = "020185001234||Hoàng Thị Mẩy|05031985|Nữ|Thôn Bản Loỏng, Lạng Sơn|10052021"


def picture_of(*codes: tuple[str, zxingcpp.BarcodeFormat], turned: float = 0) -> GrayPicture:
    """The codes below each other on white, perhaps turned by some degrees."""
    sheet = Image.new("L", (1_200, 700 * len(codes)), 255)
    for nth, (text, kind) in enumerate(codes):
        made = zxingcpp.create_barcode(text, kind).to_image(scale=4)
        height, width = made.shape
        sheet.paste(Image.frombytes("L", (width, height), bytes(made)), (60, 60 + 700 * nth))
    sheet = sheet.rotate(turned, expand=True, fillcolor=255)
    return GrayPicture(sheet.width, sheet.height, sheet.width, sheet.tobytes())


@pytest.mark.parametrize("turned", [0, 17, 90, 180])
def test_the_code_of_a_card_is_read_however_it_lies(turned):
    assert codes_in(picture_of((CARD, zxingcpp.BarcodeFormat.QRCode), turned=turned)) == (CARD,)


def test_of_several_codes_the_qr_codes_come_first():
    both = picture_of(
        ("H37.99.1-261123-0001", zxingcpp.BarcodeFormat.Code128),
        (CARD, zxingcpp.BarcodeFormat.QRCode),
    )
    assert codes_in(both) == (CARD, "H37.99.1-261123-0001")


def test_rows_may_be_longer_than_the_picture_is_wide():
    plain = picture_of((CARD, zxingcpp.BarcodeFormat.QRCode))
    rows = [
        plain.data[at : at + plain.width] + b"\x00\x00\x00"
        for at in range(0, len(plain.data), plain.width)
    ]
    padded = GrayPicture(plain.width, plain.height, plain.width + 3, b"".join(rows))
    assert codes_in(padded) == (CARD,)


def test_a_picture_without_a_code_is_refused():
    white = GrayPicture(200, 100, 200, b"\xff" * 20_000)
    with pytest.raises(NoCodeInPicture):
        codes_in(white)
