"""How many keys a citizen costs, from arrival to the printed receipt; the README shows the table.

The mouse is unplugged; Vietnamese is typed by Telex; a key held with another counts as one more.
The person is of average length, the office a small one whose people live in six hamlets.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from app.devices.pictures import GrayPicture, codes_in
from app.domain.workflow.states import DossierState
from app.printing.preview import page_images
from app.usecases.desk import Desk
from tests.builders import a_desk, a_dossier, an_applicant
from tests.journeys.clerk import Clerk
from tests.journeys.conftest import EARLY, Tray
from tests.journeys.keys_counted import KeyRecorder
from tests.ui.telex import type_telex
from ui.screen import Place

pytestmark = [pytest.mark.gui, pytest.mark.journey]
README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- keys: begin -->", "<!-- keys: end -->"
HOME = "Thôn Bản Loỏng, xã Hoàng Văn Thụ"
HAMLETS = (HOME, *(f"Thôn {name}, xã Hoàng Văn Thụ" for name in (
    "Bản Pục", "Pá Hạ", "Co Cam", "Nà Mò", "Khuổi Sao"
)))  # fmt: skip
CARD = f"020185001234||Hoàng Thị Mẩy|05031985|Nữ|{HOME}|10052021"
NAMES = ("Lý A Sềnh", "Triệu Văn Phin", "Nông Thị Sính", "Bế Văn Ích", "Đàm Thị Lụa", "Chu Văn Ưng")


class Case(NamedTuple):
    """A visit: what the README calls it, what it may cost, and how it goes.

    `visit` comes with the clerk at the home screen, and the counting begun; `before` is what
    happened on an earlier visit. A visit that `prints` ends with a paper.
    """

    name: str
    scans: int
    most_keys: int
    visit: Callable[[Clerk, KeyRecorder, Tray], None]
    is_known: bool = False
    before: Callable[[Clerk, Tray], None] | None = None
    prints: bool = True


def known_with_card(clerk: Clerk, recorder: KeyRecorder, _tray: Tray) -> None:
    with recorder.scan():
        clerk.scan(CARD)
    clerk.wait(lambda: clerk.intake.applicant.strip.isVisible() and clerk.is_idle())
    clerk.key("Ctrl+1")
    finish(clerk)


def new_with_card(clerk: Clerk, recorder: KeyRecorder, _tray: Tray) -> None:
    with recorder.scan():
        clerk.scan(CARD)
    clerk.wait(lambda: clerk.focus.startswith("Điện thoại"))
    clerk.type("0912345678").key("Enter")
    finish(clerk)


def without_card(clerk: Clerk, _recorder: KeyRecorder, _tray: Tray) -> None:
    clerk.key("F2")
    clerk.wait(lambda: clerk.focus == "Số định danh")
    clerk.type("020185001234").key("Enter")
    type_telex("Hoàng Thị Mẩy")
    clerk.key("Enter").type("05031985").key("Enter")
    type_telex("bản l ")
    clerk.wait(lambda: clerk.intake.applicant.addresses[0].offers[:1] == (HOME,))
    clerk.key("Ctrl+1").key("Enter")
    clerk.type("0912345678").key("Enter")
    finish(clerk)


def known_by_four_digits(clerk: Clerk, _recorder: KeyRecorder, _tray: Tray) -> None:
    clerk.key("F2")
    clerk.wait(lambda: clerk.focus == "Số định danh")
    clerk.type("1234").key("Enter")
    clerk.wait(lambda: clerk.focus.startswith("Thủ tục"))
    finish(clerk)


def company_of_twelve_papers(clerk: Clerk, recorder: KeyRecorder, _tray: Tray) -> None:
    """A company nobody has met; its director shows a card and hands in twelve papers."""
    clerk.key("F2")
    clerk.wait(lambda: clerk.focus == "Số định danh")
    clerk.type("0102030405").key("Enter")
    type_telex("Công ty TNHH Bản Loỏng")
    clerk.key("Enter")
    type_telex("bản l ")
    clerk.wait(lambda: clerk.intake.applicant.addresses[0].offers[:1] == (HOME,))
    clerk.key("Ctrl+1").key("Enter")
    clerk.type("0912345678").key("Enter")
    with recorder.scan():
        clerk.scan(CARD)
    clerk.wait(lambda: clerk.focus.startswith("Chức vụ") and clerk.is_idle())
    clerk.key("Ctrl+1").key("Enter")
    clerk.choose_procedure("3005").key("Ctrl+Space")
    clerk.key("End").key("Up", 3).key("Space").key("Up").key("Space")  # two only some must bring
    saved = clerk.save()
    assert saved.applicant.full_name == "Công ty TNHH Bản Loỏng"
    assert (saved.representative.full_name, saved.representative.title) == (
        "Hoàng Thị Mẩy", "Giám đốc"
    )  # fmt: skip
    assert len(saved.documents) == 12, [p.name for p in saved.documents]


def by_its_slip(clerk: Clerk, recorder: KeyRecorder, tray: Tray) -> None:
    page = page_images((tray.folder / f"{len(tray.jobs)}.pdf").read_bytes(), 203)[0]
    (code, *_) = codes_in(GrayPicture(page.width, page.height, page.stride, bytes(page.data)))
    with recorder.scan():
        clerk.scan(code)
    clerk.wait(lambda: clerk.window.place is Place.DOSSIER and clerk.dossier.view is not None)
    clerk.wait(clerk.is_idle)
    assert clerk.dossier.view.dossier.applicant.full_name == "Hoàng Thị Mẩy"


def handed_to_a_representative(clerk: Clerk, recorder: KeyRecorder, tray: Tray) -> None:
    by_its_slip(clerk, recorder, tray)
    clerk.key("F4").key("Ctrl+2").key("Enter")
    clerk.wait(clerk.is_idle)
    handed = clerk.stored(clerk.dossier.view.dossier.id)
    assert handed.state is DossierState.RETURNED
    assert (handed.returned_to, handed.returned_identity) == ("Lý A Sềnh", "CCCD 020190001111")


def a_dossier_of_before(clerk: Clerk, tray: Tray) -> None:
    without_card(clerk, KeyRecorder(), tray)
    go_home(clerk, tray)


def a_result_for_a_representative(clerk: Clerk, tray: Tray) -> None:
    clerk.key("F2")
    clerk.wait(lambda: clerk.focus == "Số định danh")
    clerk.type("020185001234").key("Enter")
    type_telex("Hoàng Thị Mẩy")
    clerk.key("Alt+Y").type("020190001111").key("Enter")
    type_telex("Lý A Sềnh")
    clerk.tab_to("Thủ tục")
    clerk.choose_procedure("ks").key("Ctrl+Space")
    clerk.save()
    clerk.key("Ctrl+O")
    clerk.wait(lambda: clerk.window.place is Place.DOSSIER and clerk.is_idle())
    clerk.key("Alt+X").do("Ctrl+Enter")
    go_home(clerk, tray)


def go_home(clerk: Clerk, tray: Tray) -> None:
    clerk.wait(lambda: tray.jobs and clerk.is_idle())
    clerk.key("F5").wait(clerk.is_idle)


def finish(clerk: Clerk) -> None:
    """The procedure by two letters, all papers, saved and printed."""
    assert clerk.focus.startswith("Thủ tục"), clerk.focus
    clerk.choose_procedure("ks").key("Ctrl+Space")
    saved = clerk.save()
    who = saved.applicant
    assert (who.full_name, who.personal_id) == ("Hoàng Thị Mẩy", "020185001234")
    assert (who.born, who.sex, who.phone) == ("1985-03-05", "FEMALE", "0912345678")
    assert who.address.startswith(HOME)
    assert saved.documents


MOST_A_DOCUMENT = 3
CASES = (
    Case("Người đã gặp, có thẻ", 1, 10, known_with_card, is_known=True),
    Case("Người mới, có thẻ (gõ điện thoại)", 1, 22, new_with_card),
    Case("Người mới, không có thẻ", 0, 85, without_card),
    Case("Người đã gặp, gõ bốn số cuối", 0, 12, known_by_four_digits, is_known=True),
    Case("Doanh nghiệp mới, 12 giấy tờ; người đến có thẻ", 1, 90, company_of_twelve_papers),
    Case("Mở hồ sơ bằng phiếu hẹn", 1, 0, by_its_slip, before=a_dossier_of_before, prints=False),
    Case(
        "Trả kết quả cho người được ủy quyền", 1, 5, handed_to_a_representative,
        before=a_result_for_a_representative, prints=False,
    ),
)  # fmt: skip


def test_no_visit_costs_more_keys_than_the_readme_says(qtbot, qapp, tmp_path, clock, tray):
    rows = ["| Việc | Quét | Phím | Cho phép |", "| --- | --- | --- | --- |"]
    for nth, case in enumerate(CASES):
        folder = tmp_path / f"office-{nth}"
        desk = a_desk(folder, EARLY)
        people_of_the_hamlets(desk, is_known=case.is_known)
        desk.close()
        clerk = Clerk(qtbot, folder, clock).sit_down()
        try:
            recorder = visit(clerk, case, tray)
        finally:
            clerk.leave()
        assert (recorder.scans, recorder.clicks) == (case.scans, 0), case.name
        assert recorder.keys <= case.most_keys, (case.name, recorder.keys)
        rows.append(f"| {case.name} | {recorder.scans} | {recorder.keys} | ≤ {case.most_keys} |")
    further = max(further_documents(qtbot, tmp_path / "chứng thực", clock))
    assert further <= MOST_A_DOCUMENT
    rows.append(f"| Chứng thực: mỗi giấy tờ tiếp theo | 0 | {further} | ≤ {MOST_A_DOCUMENT} |")
    table = "\n".join(rows)
    text = README.read_text(encoding="utf-8")
    shown = text.partition(BEGIN)[2].partition(END)[0].strip()
    assert shown == table, f"README.md shows another table; the right one:\n\n{table}\n"


def further_documents(qtbot, folder, clock) -> list[int]:
    """Keys of each document of a certification batch behind the first."""
    a_desk(folder, EARLY).close()
    clerk = Clerk(qtbot, folder, clock).sit_down()
    try:
        copies = "chung thuc ban sao tu ban chinh"
        clerk.take_in("", "Nông Thị Sính", "1999", procedure=copies, ticks=None)
        clerk.type("1").key("Enter")
        counted = []
        for typed in ("24", "0", "3"):  # paper 2 of four pages, the same again, paper 3
            with KeyRecorder() as recorder:
                clerk.type(typed).key("Enter")
            counted.append(recorder.keys)
        assert len(clerk.intake.state().certification) == 4
        return counted
    finally:
        clerk.leave()


def visit(clerk: Clerk, case: Case, tray: Tray) -> KeyRecorder:
    if case.before is not None:
        case.before(clerk, tray)
    former = len(tray.jobs)
    with KeyRecorder() as recorder:
        case.visit(clerk, recorder, tray)
    if case.prints:
        assert len(tray.jobs) == former + 1, "the receipt is printed"
    return recorder


def people_of_the_hamlets(desk: Desk, *, is_known: bool) -> None:
    """Thirty dossiers of earlier days; hers too if she is known."""
    for nth in range(30):
        applicant = an_applicant(
            full_name=NAMES[nth % len(NAMES)],
            personal_id=f"0200850{10_000 + nth % 12}",
            phone=f"09870000{nth % 12:02d}",
            address=HAMLETS[nth % len(HAMLETS)],
        )
        a_dossier(desk, applicant=applicant)
    if is_known:
        a_dossier(desk, applicant=an_applicant(address=HOME))
