"""Invented notices to collect a result."""

from app.printing.forms.collect import CollectContent


def a_notice(**changed: object) -> CollectContent:
    """One ordinary notice, with what is `changed` of it."""
    said: dict[str, object] = {
        "superior_body": "Ủy ban nhân dân xã Hội Hoan",
        "office": "Trung tâm Phục vụ hành chính công",
        "place": "Hội Hoan",
        "printed_on": "2026-11-26",
        "number": "0003/GM",
        "code": "H37.99.1-261123-0001",
        "digits": "26112300000179",
        "is_provisional": True,
        "qr_text": "H37.99.1-261123-0001|1.004873||Giấy mời nhận kết quả|Một Cửa|2026-11-26T09:05",
        "desk": "",
        "procedure_code": "1.004873",
        "procedure_name": "Cấp Giấy xác nhận tình trạng hôn nhân",
        "applicant_name": "Hoàng Thị Ưng",
        "address": "Thôn Nà Kéo, xã Hội Hoan, tỉnh Lạng Sơn",
        "phone": "0912 345 678",
        "representative": "",
        "finished_at": "2026-11-25T16:30",
        "due_at": "2026-11-26T10:15",
        "result": "Giấy xác nhận tình trạng hôn nhân",
        "early": True,
        "due": "",
        "officer": "Nông Văn Quyết",
    }
    return CollectContent(**(said | changed))
