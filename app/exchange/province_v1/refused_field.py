"""Which field of a dossier a refusal of the province is about, as far as its words tell.

The province answers in its own words; its systems name the field of the message
(``SoDienThoai: thiếu``), its officers say what people call it.
"""

from app.domain.text import fold

_FIELDS = {
    "applicant.phone": ("sodienthoai", "dien thoai", "so dt", "sdt"),
    "applicant.personal_id": (
        "dinhdanhchs", "sodinhdanh", "loaidinhdanh", "sogiaytochuhoso", "so dinh danh",
        "can cuoc", "cccd", "cmnd", "ma so thue", "so giay to",
    ),
    "applicant.email": ("email", "thu dien tu"),
    "applicant.full_name": ("chuhoso", "chu ho so", "ho va ten", "ho ten", "ten nguoi nop"),
    "applicant.kind": ("loaidoituong", "loai doi tuong"),
    "applicant.address": ("dia chi", "noi o"),
    "official_code": ("mahoso", "ma ho so"),
    "note": ("ghichu", "ghi chu"),
    "documents": (
        "tailieunop", "danhsachtepdinhkemkhac", "thanhphanhoso", "thanh phan ho so", "giay to",
        "tep dinh kem", "tai lieu",
    ),
}  # fmt: skip
"""Fields that can be corrected, and what they are called, folded; the first that fits counts."""


def refused_field(message: str) -> str:
    """The field named as in requests (``applicant.phone``); empty if the words tell of none."""
    said = " ".join(fold(message).split())
    for field, names in _FIELDS.items():
        if any(name in said for name in names):
            return field
    return ""
