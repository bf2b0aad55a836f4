"""Invented ends of dossiers, as Forms 03 and 05 say them."""

from app.domain.forms.form_set import FormSet
from app.printing.forms.ends.guidance import GuidanceContent, MissingPaper
from app.printing.forms.ends.refusal import RefusalContent
from app.printing.forms.ends.stopping import StopContent

_ABOUT: dict[str, object] = {
    "form_set": FormSet.TT03_2025,
    "superior_body": "UBND xã Hội Hoan",
    "office": "Trung tâm Phục vụ hành chính công xã Hội Hoan",
    "place": "Hội Hoan",
    "printed_on": "2026-11-24",
    "desk": "",
    "procedure_code": "1.004873",
    "procedure_name": "Cấp Giấy xác nhận tình trạng hôn nhân",
    "applicant_name": "Hoàng Thị Ưng",
    "address": "Thôn Nà Kéo, xã Hội Hoan, tỉnh Lạng Sơn",
    "phone": "0912 345 678",
    "email": "",
    "representative": "",
    "officer": "Nông Văn Quyết",
    "received_at": "2026-11-23T09:05+07:00",
    "code": "H37.99.1-261123-0001",
    "digits": "26112300000179",
    "is_provisional": True,
    "qr_text": "H37.99.1-261123-0001|1.004873||Phiếu từ chối|Một Cửa|2026-11-24T09:05",
    "submitter": "Hoàng Thị Ưng",
}
VERY_LONG: dict[str, object] = {
    "code": "000.00.99.H37-261123-000123",
    "qr_text": "000.00.99.H37-261123-000123|1.004873||Phiếu từ chối|Một Cửa",
    "superior_body": "Ủy ban nhân dân xã Hội Hoan",
    "applicant_name": "Hợp tác xã dịch vụ nông nghiệp tổng hợp và chế biến hồi Văn Quan – Hội Hoan",
    "email": "hop.tac.xa.dich.vu.nong.nghiep.tong.hop@langson.example",
    "representative": "Nông Văn Quyết, số định danh cá nhân 020185001234, điện thoại 0912345678",
    "procedure_name": "Thủ tục thẩm định, phê duyệt và công bố danh sách người có uy tín trong "
    "đồng bào dân tộc thiểu số trên địa bàn các thôn đặc biệt khó khăn",
    "reason": "Văn bản thỏa thuận nộp kèm chưa có chữ ký của mọi thành viên hộ gia đình. " * 60,
}


def a_refusal(**changed: object) -> RefusalContent:
    """One ordinary refusal, with what is `changed` of it."""
    said = {**_ABOUT, "number": "0003/TCHS", "reason": "Thửa đất đang có tranh chấp"}
    return RefusalContent(**(said | changed))


def a_stop(**changed: object) -> StopContent:
    """One ordinary stop, with what is `changed` of it."""
    said = {
        **_ABOUT,
        "number": "0004/TBDHS",
        "reason": "Người dân xin rút vì đã tìm lại được giấy cũ",
        "is_asked": True,
        "stage": "Đang xử lý",
        "ended_at": "2026-11-24T09:05+07:00",
        "is_free": False,
        "paid": 16_000,
        "given_back": 8_000,
    }
    return StopContent(**(said | changed))


def a_guidance(**changed: object) -> GuidanceContent:
    """One ordinary guidance slip, with what is `changed` of it."""
    about = {name: value for name, value in _ABOUT.items() if name not in _OF_A_DOSSIER}
    missing = (
        MissingPaper("Tờ khai theo mẫu", "1 bản chính", "Thủ tục 1.004873, thành phần hồ sơ thứ 1"),
        MissingPaper("Ảnh 4x6", "", "Ngoài danh mục"),
    )
    said = {**about, "number": "", "missing": missing, "reason": "Ảnh trên giấy cũ đã mờ"}
    return GuidanceContent(**(said | changed))


_OF_A_DOSSIER = {"code", "digits", "qr_text", "received_at", "is_provisional", "submitter"}
