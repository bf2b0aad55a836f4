"""Invented texts of every kind, in pieces that know which field they belong to."""

from datetime import date, datetime
from pathlib import Path

from app.domain.clock import VIETNAM
from app.domain.dossier.numbering import label_digits
from app.printing.content import qr_text

TODAY = date(2026, 11, 26)
FILE = Path(__file__).parent / "data" / "id-card-qr.txt"
MRZ_1, MRZ_2, MRZ_3 = (
    "IDVNM1850012344020185001234<<0",
    "8503057F4503059VNM<<<<<<<<<<<4",
    "HOANG<<THI<MAY<<<<<<<<<<<<<<<<",
)
SLIP = qr_text(
    code="H37.99.1-261123-0001",
    procedure_code="1.004873",
    identity_number="020185001234",
    system_name="Phần mềm Một Cửa",
    issued_at=datetime(2026, 11, 23, 10, 15, tzinfo=VIETNAM),
    due_at=datetime(2026, 11, 30, 10, 15, tzinfo=VIETNAM),
    with_identity=True,
)
LABEL = label_digits(date(2026, 11, 23), 1)


def hexed(text):
    return text.encode().hex()


CARD = ("personal_id", "old_id", "full_name", "born", "sex", "address", "issued_on")
INSURANCE = ("insurance_number", "full_name", "born", "sex", "address")


def pieces(names, *texts):
    """Fields parted by strokes; those behind the known names are of no field."""
    found = []
    for nth, text in enumerate(texts):
        found += [("|", "|")] if nth else []
        found.append((names[nth] if nth < len(names) else "rest", text))
    return found


CARDS = [
    pieces(CARD, "020185001234", "081234567", "Hoàng Thị Mẩy", "05031985", "Nữ",
           "Thôn Bản Loỏng, Hoàng Văn Thụ, Văn Lãng, Lạng Sơn", "10052021"),
    pieces(CARD, "020099004321", "", "Nông Văn Ưng", "30111999", "Nam",
           "Khu 3, Đồng Đăng, Cao Lộc, Lạng Sơn", "02082022"),
    pieces(CARD, "020205006789", "", "Lý A Sềnh", "01012005", "Nam",
           "Thôn Khuổi Tát, Tân Tri, Bắc Sơn, Lạng Sơn", "15072024", "Lý A Páo", "Triệu Mùi Mản"),
    pieces(CARD, "020185001234", "", "HOANG THI MAY", "05031985", "Nu", "Thon Ban Loong",
           "10052021"),
    pieces(CARD, "066301000456", "240111222", "H'Bia Niê", "1301", "Nữ", "Buôn Kram, Ea Tiêu, "
           "Cư Kuin, Đắk Lắk", "20032023", "Y Blô", "H'Lan", "", "081234567"),
    pieces((CARD[0], *CARD[2:]), "020099004321", "Nông Văn Ưng", "30111999", "Nam",
           "Khu 3, Đồng Đăng, Cao Lộc, Lạng Sơn", "02082022"),
]  # fmt: skip
INSURANCES = [
    pieces(INSURANCE, "DN4200123456789", hexed("Hoàng Thị Mẩy"), "05/03/1985", "2",
           hexed("Thôn Bản Loỏng, Văn Lãng, Lạng Sơn"), "20 - 001", "01/01/2026", "-",
           "20/12/2025", "2000020123", "-", "4", "01/01/2031", "15e47-7101$"),
    pieces(INSURANCE, "0123456789", hexed("Nông Văn Ưng"), "1999", "1", "-", "20001", "01/01/2026",
           "-", "$"),
]  # fmt: skip
OTHERS = [
    pieces(("code",), SLIP.split("|")[0], *SLIP.split("|")[1:]),
    [("code", "H37.99.1-261123-0001")],
    [("code", "G09.20-20260609-0092637")],
    [("digits", LABEL)],
    [("personal_id", "020185001234")],
    [("mrz", f"{MRZ_1}\n{MRZ_2}")],
    [("mrz", f"{MRZ_1}\r\n{MRZ_2}\r\n{MRZ_3}")],
    [("rest", "https://example.invalid/tra-cuu?id=020185001234")],
    [("rest", "javascript:alert('020185001234|x')")],
    [("rest", "rm -rf / ; motcua restore x | intake")],
]
EVERYTHING = [*CARDS, *INSURANCES, *OTHERS]


def whole(sample):
    return "".join(text for _, text in sample)
