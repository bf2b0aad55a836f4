"""Invented apologies, as Form 04 says them."""

from datetime import datetime, timedelta

from app.domain.clock import VIETNAM
from app.domain.forms.form_set import FormSet
from app.printing.content import minute_text
from app.printing.forms.apology import ApologyContent

PROMISED = datetime(2026, 11, 27, 10, 15, tzinfo=VIETNAM)


def an_apology(**changed: object) -> ApologyContent:
    """One ordinary apology, with what is `changed` of it."""
    said: dict[str, object] = {
        "form_set": FormSet.TT03_2025,
        "superior_body": "UBND xã Hội Hoan",
        "office": "Trung tâm Phục vụ hành chính công",
        "place": "Hội Hoan",
        "printed_on": "2026-11-26",
        "number": "0003/PXL",
        "code": "H37.99.1-261123-0001",
        "digits": "26112300000179",
        "is_provisional": True,
        "qr_text": "H37.99.1-261123-0001|1.004873||Văn bản xin lỗi|Một Cửa|2026-11-26T09:05",
        "desk": "Trung tâm Phục vụ hành chính công",
        "procedure_code": "1.004873",
        "procedure_name": "Cấp Giấy xác nhận tình trạng hôn nhân",
        "field": "Hộ tịch",
        "applicant_name": "Hoàng Thị Ưng",
        "address": "Thôn Nà Kéo, xã Hội Hoan, tỉnh Lạng Sơn",
        "phone": "0912 345 678",
        "received_at": minute_text(PROMISED - timedelta(days=4)),
        "received_by": "Nông Văn Quyết",
        "promised_at": minute_text(PROMISED),
        "new_due_at": minute_text(PROMISED + timedelta(days=4)),
        "reason": "Cần thêm thời gian xác minh, kiểm tra thực tế: chờ Công an xã trả lời",
        "signer_title": ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        "signer_name": "Vy Văn Nam",
        "desk_phone": "0205 3812 345",
    }
    return ApologyContent(**(said | changed))
