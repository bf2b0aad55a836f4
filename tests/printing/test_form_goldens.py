"""Forms look as they were approved, page by page, with short, long and very long content.

`pytest tests/printing/test_form_goldens.py --approve` keeps what is drawn now; look at every
picture before it is committed.
"""

import platform
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from app.domain.forms.form_set import FormSet
from app.printing.forms.supplement import AskedRow
from app.printing.paper import Paper
from app.printing.preview import page_images
from app.printing.registry import form_of
from tests.printing.apologies import an_apology
from tests.printing.days import a_busy_day, a_day
from tests.printing.handovers import a_control_sheet, a_line, a_record, a_row
from tests.printing.notices import a_notice
from tests.printing.requests import a_request
from tests.printing.scanned import picture

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() != "x86_64",
    reason="letters are drawn otherwise on other platforms",
)
PICTURES = Path(__file__).parents[1] / "data" / "goldens" / "forms"
DPI = 80
NEAR = 40
"""Steps of 255 a dot may differ by; more is another dot."""
SHARE = 0.002
"""Dots of a page that may be others."""
MOST_PAGES = 2
"""Pages kept of a form: the first, and one that goes on."""
AGREEMENT = "Văn bản thỏa thuận của các thành viên hộ gia đình có quyền sử dụng đất chung số "
LAND = (
    "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong các trường "
    "hợp chuyển đổi, chuyển nhượng, cho thuê, cho thuê lại, thừa kế, tặng cho"
)
ASKED = (
    AskedRow("Tờ khai đăng ký khai sinh", 1),
    AskedRow("Bản sao quyết định ly hôn", 0, 1, 1),
    AskedRow("Giấy xác nhận cư trú *", 0, 0, 2),
)
BY = {"basis": "Quyết định 3787/QĐ-BTP", "outside": "Nơi cư trú trước chưa có trong dữ liệu"}


@dataclass(frozen=True)
class Golden:
    """A form with a content, on a paper."""

    form: str
    content: object
    paper: Paper


GOLDENS = {
    "02-short": Golden("02", a_request(papers=(), asked=ASKED, **BY), Paper.A4),
    "02-rest": Golden(
        "02",
        a_request(
            papers=(),
            asked=ASKED[1:],
            rest_at="2026-11-25T08:10",
            came=(f"{ASKED[0].name} (1 bản chính), 08 giờ 10 phút, ngày 25 tháng 11 năm 2026",),
            **BY,
        ),
        Paper.A5,
    ),
    "02-long": Golden(
        "02",
        a_request(
            papers=(),
            asked=tuple(AskedRow(f"{AGREEMENT}{nth}", nth % 3, nth % 2, 1) for nth in range(9)),
            procedure_name=LAND,
            representative="Nông Văn Quyết, số định danh cá nhân 020185001234",
            reason="Các văn bản thỏa thuận chưa có chữ ký của mọi thành viên hộ gia đình. " * 3,
        ),
        Paper.A5,
    ),
    "02-longest": Golden(
        "02",
        a_request(
            papers=(),
            asked=tuple(AskedRow(f"{AGREEMENT * 2}{nth}", 999, 999, 999) for nth in range(50)),
            procedure_name=LAND * 3,
            reason="Các văn bản thỏa thuận chưa có chữ ký của mọi thành viên hộ gia đình. " * 12,
        ),
        Paper.A4,
    ),
    "04-short": Golden("04", an_apology(), Paper.A4),
    "04-2018": Golden("04", an_apology(form_set=FormSet.TT01_2018, earlier=1), Paper.A5),
    "04-long": Golden(
        "04",
        an_apology(
            procedure_name=LAND,
            reason="Chờ ý kiến, kết quả của cơ quan phối hợp: Chi nhánh Văn phòng đăng ký đất đai "
            "chưa trả kết quả trích đo bản đồ địa chính. " * 3,
        ),
        Paper.A5,
    ),
    "04-longest": Golden(
        "04",
        an_apology(
            form_set=FormSet.TT01_2018,
            applicant_name="Hợp tác xã Nông nghiệp và Dịch vụ tổng hợp thôn Bản Loỏng " * 3,
            procedure_name=f"{LAND}; " * 6,
            reason="Cần thêm thời gian xác minh, kiểm tra thực tế tại địa bàn xa trung tâm. " * 13,
        ),
        Paper.A4,
    ),
    "06-short": Golden("06", a_control_sheet(), Paper.A4),
    "06-long": Golden(
        "06",
        a_control_sheet(
            procedure_name=LAND,
            working="Phòng Kinh tế; Chi nhánh Văn phòng đăng ký đất đai; Lãnh đạo UBND",
            rows=(a_row(giver="Hoàng Thị Ưng (người nộp)", result=""), *[a_row()] * 6),
            is_open=False,
        ),
        Paper.A4,
    ),
    "06-longest": Golden(
        "06",
        a_control_sheet(
            applicant_name="Hợp tác xã Nông nghiệp và Dịch vụ tổng hợp thôn Bản Loỏng " * 3,
            procedure_name=f"{LAND}; " * 4,
            rows=tuple(a_row(giver=LAND, receiver=LAND, result="Quá hạn") for _ in range(12)),
        ),
        Paper.A4,
    ),
    "handover-short": Golden("handover", a_record(), Paper.A4),
    "handover-long": Golden(
        "handover",
        a_record(
            lines=tuple(a_line(nth) for nth in range(1, 61)),
            counted="2026-11-23T16:00",
            taken=58,
            receiving_officer="Lý Văn Sử",
            found=("Thiếu: H37.99.1-261123-0017, ghi nhận 16:00 23/11/2026, Lý Văn Sử.",) * 2,
        ),
        Paper.A4,
    ),
    "handover-longest": Golden(
        "handover",
        a_record(
            note=LAND,
            lines=tuple(
                a_line(nth, applicant=f"{AGREEMENT}{nth}", procedure=LAND) for nth in range(1, 31)
            ),
            found=(f"Thừa: {AGREEMENT}",) * 20,
            counted="2026-11-23T16:00",
        ),
        Paper.A4,
    ),
    "day-short": Golden("day", a_day(), Paper.A4),
    "day-long": Golden("day", a_busy_day(6, nth=2), Paper.A4),
    "day-longest": Golden("day", a_busy_day(90), Paper.A4),
    "collect-short": Golden("collect", a_notice(), Paper.A5),
    "collect-long": Golden(
        "collect",
        a_notice(
            desk="Bộ phận Một cửa số 2, nhà văn hóa cụm các thôn vùng cao Khuổi Khỉn – Nà Pò",
            procedure_name=LAND,
            due="1.250.000 đồng",
            by_post=True,
        ),
        Paper.A5,
    ),
    "collect-longest": Golden(
        "collect", a_notice(procedure_name=f"{LAND}; " * 9, address=f"{LAND}, " * 5), Paper.A5
    ),
}


@pytest.mark.parametrize("name", GOLDENS)
def test_a_form_looks_as_it_was_approved(request, name):
    golden = GOLDENS[name]
    form = form_of(golden.form)
    made = form.render(form.to_json(golden.content), paper=golden.paper, copy_number=1)
    for nth, image in enumerate(page_images(made.pdf, DPI)[:MOST_PAGES], 1):
        drawn, path = picture(image).convert("L"), PICTURES / f"{name}-{nth}.png"
        if request.config.getoption("--approve"):
            PICTURES.mkdir(parents=True, exist_ok=True)
            drawn.quantize(16, dither=Image.Dither.NONE).save(path, optimize=True)
        approved = Image.open(path).convert("L")
        assert drawn.size == approved.size
        others = sum(ImageChops.difference(drawn, approved).histogram()[NEAR:])
        assert others / (drawn.width * drawn.height) <= SHARE, path.name
