"""Invented slips of money and payments."""

from datetime import datetime

from app.domain.clock import VIETNAM
from app.domain.money.payment import Method, Payment, PaymentKind, SlipNumber
from app.printing.slip_content import SlipContent, SlipLine

AT = datetime(2026, 11, 23, 10, 15, tzinfo=VIETNAM)


def a_slip(**changes) -> SlipContent:
    values = {
        "kind": PaymentKind.COLLECT,
        "superior_body": "UBND xã Mẫu Sơn",
        "office": "Trung tâm Phục vụ hành chính công xã Mẫu Sơn",
        "place": "Mẫu Sơn",
        "day": "2026-11-23",
        "number": "0012/2026",
        "payer": "Hoàng Thị Mẩy",
        "address": "Thôn Bản Loỏng",
        "dossier_code": "H37.99.1-261123-0001",
        "procedure_name": "Chứng thực bản sao từ bản chính",
        "lines": (
            SlipLine(name="Phí chứng thực bản sao", quantity="05 bản", amount=18_000),
            SlipLine(name="Lệ phí hộ tịch", quantity="01", amount=8_000, note="hộ nghèo số 12"),
        ),
        "due": 18_000,
        "amount": 125_000,
        "method": "Tiền mặt",
        "officer": "Hoàng Thị Lan",
    }
    return SlipContent(**(values | changes))


def a_payment(number, kind=PaymentKind.COLLECT, **changes) -> Payment:
    values = {
        "amount": 18_000, "method": Method.CASH, "at": AT, "day": AT.date(), "sheet": 1,
        "officer": "Lan", "station": 1, "payer": "Hoàng Thị Mẩy",
        "dossier_code": f"H37.99.1-261123-{number:04d}",
    }  # fmt: skip
    return Payment(kind=kind, slip=SlipNumber(2026, number), **(values | changes))
