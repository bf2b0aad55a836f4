"""Invented receipts, an ordinary one and the longest a commune would meet, and how to read them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pypdfium2
import pytest

from app.domain.clock import VIETNAM
from app.domain.dossier.identity import IdKind
from app.domain.forms.form_set import FormSet
from app.printing.content import PaperRow, ReceiptContent, minute_text, qr_text

RECEIVED = datetime(2026, 11, 23, 10, 15, tzinfo=VIETNAM)
DUE = datetime(2026, 11, 27, 10, 15, tzinfo=VIETNAM)
SYSTEM = "Hệ thống thông tin giải quyết thủ tục hành chính tỉnh Lạng Sơn"


def _qr(code: str) -> str:
    return qr_text(
        code=code,
        procedure_code="1.004873",
        identity_number="020190001234",
        system_name=SYSTEM,
        issued_at=RECEIVED,
        due_at=DUE,
    )


@pytest.fixture(scope="session")
def ordinary() -> ReceiptContent:
    return ReceiptContent(
        form_set=FormSet.TT03_2025,
        superior_body="UBND xã Hội Hoan",
        office="Trung tâm Phục vụ hành chính công xã Hội Hoan",
        place="Hội Hoan",
        printed_on="2026-11-23",
        code="H37.99.1-261123-0001",
        number="0001/TNHS",
        label="26112300000179",
        is_provisional=True,
        procedure_code="1.004873",
        procedure_name="Cấp Giấy xác nhận tình trạng hôn nhân",
        applicant_name="Hoàng Thị Ưng",
        identity_number="020190001234",
        address="Thôn Nà Kéo, xã Hội Hoan, tỉnh Lạng Sơn",
        phone="0912 345 678",
        email="ung@vidu.vn",
        documents=(
            PaperRow(name="Tờ khai theo mẫu", kind="Bản chính", quantity=1),
            PaperRow(name="Giấy tờ chứng minh nơi cư trú", kind="Bản sao", quantity=2),
        ),
        limit_text="3 ngày làm việc",
        received_at=minute_text(RECEIVED),
        due_at=minute_text(DUE),
        return_place="Quầy số 1",
        fees_text="8.000 đồng",
        officer="Nông Văn Quyết",
        submitter="Hoàng Thị Ưng",
        qr_text=_qr("H37.99.1-261123-0001"),
    )


@pytest.fixture(scope="session")
def longest(ordinary: ReceiptContent) -> ReceiptContent:
    code = "000.00.99.H37-261123-000123"
    paper = "Văn bản thỏa thuận của các thành viên hộ gia đình có quyền sử dụng đất chung "
    return replace(
        ordinary,
        code=code,
        qr_text=_qr(code),
        office="Trung tâm Phục vụ hành chính công xã Hữu Lũng – Điểm tiếp nhận thôn Đồng Mỏ Nà Pàn",
        applicant_name=(
            "Công ty trách nhiệm hữu hạn một thành viên Thương mại Dịch vụ Xuất nhập khẩu và Xây "
            "dựng Hoàng Nguyễn Phương Thảo Nguyên Lạng Sơn"
        ),
        identity_kind=IdKind.TAX_CODE,
        identity_number="4900123456-001",
        address=(
            "Số nhà 128/45/7, ngõ 12, đường Nguyễn Thị Minh Khai, khối phố Hoàng Hoa Thám, thôn Nà "
            "Pò – Khuổi Khỉn, xã Hữu Lũng, huyện Hữu Lũng (cũ), tỉnh Lạng Sơn"
        ),
        email="phongvanthu.congtyhoangnguyenphuongthaonguyen@thuongmaidichvuxuatnhapkhau.vidu.vn",
        representative="Nguyễn Hoàng Phương Thảo, CCCD 020190009999, theo Giấy ủy quyền số 12/GUQ",
        procedure_name=(
            "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong các "
            "trường hợp chuyển đổi, chuyển nhượng, thừa kế, tặng cho, góp vốn"
        ),
        documents=tuple(
            PaperRow(name=f"{nth}) {paper * (1 + nth % 3)}", kind="Bản chính", quantity=nth)
            for nth in range(1, 26)
        ),
        calendar_confirmed=False,
        register_book="01",
        register_number="0123",
        note="Gọi trước khi gửi bưu chính.",
    )


@pytest.fixture(scope="session")
def read() -> Callable[[bytes], list[str]]:
    """The text of each page of a PDF, with single spaces, as a viewer would copy it."""

    def pages(pdf: bytes) -> list[str]:
        document = pypdfium2.PdfDocument(pdf)
        try:
            texts = []
            for page in document:
                text = page.get_textpage()
                texts.append(" ".join(text.get_text_range().split()))
                text.close()
                page.close()
            return texts
        finally:
            document.close()

    return pages
