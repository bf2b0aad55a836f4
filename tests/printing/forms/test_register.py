"""Form 07, the register of dossiers: its columns, pages, volumes and remarks."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.answers.register import RegisterRow, RegisterSums
from app.domain.catalogue.procedure import ReturnBy
from app.domain.clock import VIETNAM
from app.domain.workflow.states import DossierState
from app.printing.forms import register
from app.printing.layout.page import Words
from app.printing.long_document import long_document
from app.printing.register_content import RegisterContent

CONTENT = RegisterContent(
    superior_body="Ủy ban nhân dân xã Mẫu Sơn",
    office="Trung tâm Phục vụ hành chính công",
    place="Mẫu Sơn",
    day=date(2026, 12, 31),
    first=date(2026, 1, 1),
    last=date(2026, 12, 31),
    officer="Hoàng Thị Lan",
    sums=RegisterSums(1, 1, 0),
)
ROW = RegisterRow(
    number=1,
    day=date(2026, 11, 23),
    code="H37.99.1-261123-0001",
    procedure="Cấp Giấy xác nhận tình trạng hôn nhân",
    sets=1,
    applicant="Hoàng Thị Mẩy",
    address="Thôn Bản Loỏng, xã Mẫu Sơn",
    phone="0912345678",
    is_elsewhere=False,
    received_at=datetime(2026, 11, 23, 10, 15, tzinfo=VIETNAM),
    due_at=datetime(2026, 11, 27, 10, 15, tzinfo=VIETNAM),
    first_due_at=None,
    returned_at=datetime(2026, 11, 26, 9, 0, tzinfo=VIETNAM),
    return_by=ReturnBy.DESK,
    returned_to="Hoàng Thị Mẩy",
    state=DossierState.RETURNED,
    ended_at=datetime(2026, 11, 26, 9, 0, tzinfo=VIETNAM),
    end_reason="",
)


def drawn(rows, content=CONTENT, **more):
    out = BytesIO()
    pages = long_document(out, "Sổ", register.STYLE, register.pages(content, rows), **more)
    read = PdfReader(out)
    assert pages == len(read.pages)
    return read, [" ".join(page.extract_text().split()) for page in read.pages]


def numbered(count, first=1, **changes):
    return [replace(ROW, number=nth, **changes) for nth in range(first, first + count)]


def test_its_columns_are_those_of_the_law_five_under_one_head():
    assert [column.head for column in register.COLUMNS] == [
        "TT", "Mã hồ sơ", "Tên TTHC", "Số lượng hồ sơ (bộ)", "Tên cá nhân, tổ chức",
        "Địa chỉ, số điện thoại", "Cơ quan chủ trì giải quyết", "Nhận hồ sơ", "Hẹn trả kết quả",
        "Trả kết quả", "Phương thức nhận kết quả", "Ký nhận", "Ghi chú",
    ]  # fmt: skip
    grouped = [column.head for column in register.COLUMNS if column.group == "Ngày, tháng, năm"]
    assert grouped == [column.head for column in register.COLUMNS[7:12]]
    assert sum(column.share for column in register.COLUMNS) == pytest.approx(1)


def test_a_row_says_all_of_its_dossier_on_paper_lying_across():
    read, (page,) = drawn([ROW])
    box = read.pages[0].mediabox
    assert (round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72)) == (297, 210)
    for words in (
        "SỔ THEO DÕI HỒ SƠ", "Năm 2026 – quyển 01/2026 (từ số 01 đến số 1000)", "Ngày, tháng, năm",
        "Hoàng Thị Mẩy", "0912345678", "Ủy ban nhân dân xã Mẫu Sơn", "23/11/2026",
        "10:15 27/11/2026", "26/11/2026", "Tại quầy", "Cộng: 1 số; đã trả kết quả 1",
        "NGƯỜI LẬP SỔ", "Hoàng Thị Lan",
    ):  # fmt: skip
        assert words in page, words
    assert "Người nhận" not in page


def test_the_head_stands_on_every_page_and_pages_are_numbered_from_the_second():
    _, pages = drawn(numbered(40))
    assert len(pages) > 3
    assert all("Cơ quan chủ trì giải quyết" in page for page in pages)
    for nth, page in enumerate(pages, 1):
        assert page.startswith(f"Sổ theo dõi hồ sơ, quyển 01/2026 {nth} ") is (nth > 1)


def test_a_volume_begins_on_a_page_of_its_own_and_goes_on_with_the_numbers():
    _, pages = drawn([*numbered(2, first=999), *numbered(3, first=1_001)])
    assert len(pages) == 2
    assert "quyển 01/2026" in pages[0]
    assert "quyển 02/2026 (từ số 1001 đến số 2000)" in pages[1]
    assert "1003" in pages[1]


def test_a_register_over_the_new_year_begins_again_from_one():
    _, pages = drawn([ROW, replace(ROW, day=date(2027, 1, 4))])
    assert "quyển 01/2027" in pages[1]


def test_without_a_number_it_says_so():
    _, (page,) = drawn([], replace(CONTENT, sums=RegisterSums(0, 0, 0)))
    assert "Không có hồ sơ nào trong thời gian này." in page
    assert "Cộng: 0 số" in page


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"state": DossierState.WITHDRAWN, "end_reason": "rút để bổ sung", "returned_at": None},
            "Đã rút 26/11/2026: rút để bổ sung",
        ),
        (
            {"state": DossierState.STOPPED, "ended_at": None, "returned_at": None},
            "Đã dừng",
        ),
        ({"state": DossierState.AWAITING_SUPPLEMENT, "returned_at": None}, "Chờ bổ sung"),
        ({"returned_to": "Nông Văn Páo"}, "Người nhận: Nông Văn Páo"),
        (
            {"first_due_at": datetime(2026, 11, 25, 10, 15, tzinfo=VIETNAM)},
            "Hẹn lần đầu 25/11/2026",
        ),
        ({"is_elsewhere": True}, "Cơ quan khác (phi địa giới)"),
        ({"due_at": None}, "Không quy định"),
    ],
)
def test_what_is_not_as_usual_stands_beside_the_number(changes, said):
    _, (page,) = drawn([replace(ROW, **changes)])
    assert said in page


def test_an_open_wait_promises_nothing():
    waiting = replace(ROW, state=DossierState.AWAITING_SUPPLEMENT, due_at=None, returned_at=None)
    assert "Không quy định" not in drawn([waiting])[1][0]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 2, 1), date(2026, 2, 28), "Tháng 02 năm 2026"),
        (date(2026, 2, 1), date(2026, 2, 15), "Từ ngày 01/02/2026 đến ngày 15/02/2026"),
    ],
)
def test_its_time_is_said_in_words(first, last, said):
    assert said in drawn([ROW], replace(CONTENT, first=first, last=last))[1][0]


def test_the_longest_texts_stay_on_the_paper():
    long = replace(
        ROW, applicant="Hợp tác xã " * 15, procedure="Chứng thực " * 60, address="x" * 400
    )
    for page in register.pages(CONTENT, [long, ROW]):
        for mark in page:
            assert 0 < mark.y < register.STYLE.height
            assert not isinstance(mark, Words) or mark.x < register.STYLE.width


def test_a_page_of_practice_says_that_it_is_good_for_nothing():
    _, pages = drawn(numbered(20), is_practice=True)
    assert all("LUYỆN TẬP" in page and "KHÔNG CÓ GIÁ TRỊ" in page for page in pages)
