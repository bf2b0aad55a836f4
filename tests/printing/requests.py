"""Invented requests for papers, as Form 02 says them."""

from datetime import datetime, timedelta

from app.domain.clock import VIETNAM
from app.domain.forms.form_set import FormSet
from app.printing.content import minute_text
from app.printing.forms.supplement import SupplementContent

ASKED = datetime(2026, 11, 24, 9, 5, tzinfo=VIETNAM)


def a_request(**changed: object) -> SupplementContent:
    """One ordinary request, with what is `changed` of it."""
    said: dict[str, object] = {
        "form_set": FormSet.TT03_2025,
        "superior_body": "UBND xã Hội Hoan",
        "office": "Trung tâm Phục vụ hành chính công xã Hội Hoan",
        "place": "Hội Hoan",
        "printed_on": "2026-11-24",
        "number": "0012/HDHS",
        "code": "H37.99.1-261123-0001",
        "digits": "26112300000179",
        "is_provisional": True,
        "qr_text": "H37.99.1-261123-0001|1.004873||Phiếu yêu cầu bổ sung|Một Cửa|2026-11-24T09:05",
        "desk": "",
        "procedure_code": "1.004873",
        "procedure_name": "Cấp Giấy xác nhận tình trạng hôn nhân",
        "applicant_name": "Hoàng Thị Ưng",
        "address": "Thôn Nà Kéo, xã Hội Hoan, tỉnh Lạng Sơn",
        "phone": "0912 345 678",
        "email": "",
        "representative": "",
        "received_at": minute_text(ASKED - timedelta(days=1)),
        "stops_since": minute_text(ASKED),
        "papers": ("Tờ khai theo mẫu", "Bản sao quyết định ly hôn"),
        "reason": "Tờ khai chưa ký",
        "officer": "Nông Văn Quyết",
    }
    return SupplementContent(**(said | changed))
