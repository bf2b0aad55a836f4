"""Invented records of hand-over and control sheets."""

from datetime import datetime, timedelta

from app.domain.clock import VIETNAM
from app.domain.workflow.handover import HandedDossier
from app.printing.forms.handover.control import ControlContent, ControlRow
from app.printing.handover_content import HandoverContent

DUE = datetime(2026, 11, 30, 10, 15, tzinfo=VIETNAM)


def a_line(nth: int = 1, **changed: object) -> HandedDossier:
    """One dossier of a record."""
    said: dict[str, object] = {
        "dossier_id": nth,
        "code": f"H37.99.1-261123-{nth:04d}",
        "applicant": "Hoàng Thị Ưng",
        "procedure": "Cấp Giấy xác nhận tình trạng hôn nhân",
        "originals": 2,
        "copies": 1,
        "due_at": DUE + timedelta(days=nth),
    }
    return HandedDossier(**(said | changed))


def a_record(**changed: object) -> HandoverContent:
    """One ordinary record, with what is `changed` of it."""
    said: dict[str, object] = {
        "superior_body": "Ủy ban nhân dân xã Hội Hoan",
        "office": "Trung tâm Phục vụ hành chính công",
        "place": "Hội Hoan",
        "number": "0007/BBBG",
        "made_at": "2026-11-23T15:30",
        "giver": "Trung tâm Phục vụ hành chính công",
        "receiver": "Phòng Kinh tế",
        "officer": "Nông Văn Quyết",
        "note": "",
        "lines": (a_line(1), a_line(2), a_line(3, due_at=None)),
    }
    return HandoverContent(**(said | changed))


def a_row(**changed: object) -> ControlRow:
    """One hand-over on a control sheet."""
    said: dict[str, object] = {
        "giver": "Trung tâm Phục vụ hành chính công",
        "receiver": "Phòng Kinh tế",
        "at": "2026-11-23T15:30",
        "given_by": "Nông Văn Quyết",
        "taken_by": "Lý Văn Sử",
        "taken_at": "2026-11-23T15:45",
        "result": "Đúng hạn",
        "note": "Biên bản 0007/BBBG\nHạn của bước: 2 ngày làm việc, đến 15:30 26/11/2026",
    }
    return ControlRow(**(said | changed))


def a_control_sheet(**changed: object) -> ControlContent:
    """One ordinary control sheet, with what is `changed` of it."""
    brought = a_row(
        giver="Hoàng Thị Ưng (người nộp)",
        receiver="Trung tâm Phục vụ hành chính công",
        at="2026-11-23T10:15",
        given_by="Hoàng Thị Ưng",
        taken_by="Nông Văn Quyết",
        taken_at="",
        result="",
        note="Hạn của bước: 4 giờ làm việc, đến 15:45 23/11/2026",
    )
    said: dict[str, object] = {
        "superior_body": "Ủy ban nhân dân xã Hội Hoan",
        "office": "Trung tâm Phục vụ hành chính công",
        "place": "Hội Hoan",
        "printed_on": "2026-11-26",
        "number": "0005/PKS",
        "code": "H37.99.1-261123-0001",
        "digits": "26112300000179",
        "is_provisional": True,
        "qr_text": "H37.99.1-261123-0001|1.004873||Phiếu kiểm soát|Một Cửa|2026-11-23T10:15",
        "applicant_name": "Hoàng Thị Ưng",
        "procedure_code": "1.004873",
        "procedure_name": "Cấp Giấy xác nhận tình trạng hôn nhân",
        "desk": "Trung tâm Phục vụ hành chính công",
        "working": "Phòng Kinh tế",
        "received_at": "2026-11-23T10:15",
        "due_at": "2026-11-30T10:15",
        "rows": (brought, a_row()),
        "is_open": True,
    }
    return ControlContent(**(said | changed))
