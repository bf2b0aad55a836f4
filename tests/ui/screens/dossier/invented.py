"""Invented dossiers with their history and prints, and actions that note what they were asked."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from app.answers.catalogue import ProcedureChoice
from app.answers.dossier import DossierChanged, DossierView, PrintEntry, TimelineEntry
from app.answers.exchange import RejectedEvent
from app.domain.catalogue.procedure import Channel, RequiredDocument, ReturnBy, ServiceLevel
from app.domain.clock import SetClock
from app.domain.deadline.due_time import due
from app.domain.deadline.explanation import Explanation, explain
from app.domain.deadline.pauses import PauseKind, PauseMode
from app.domain.deadline.time_limit import TimeLimit, Unit
from app.domain.deadline.working_calendar import WorkingCalendar
from app.domain.dossier.asked import CamePaper
from app.domain.dossier.dossier import Applicant, Dossier, Pause, SubmittedDocument
from app.domain.dossier.held_data import Base
from app.domain.dossier.identity import Sex
from app.domain.dossier.missing import came as papers_came
from app.domain.dossier.missing import still_waited_for
from app.domain.errors import DeskError
from app.domain.forms.codes import APOLOGY_FORM, LABEL_FORM, RECEIPT_FORM, SUPPLEMENT_FORM
from app.domain.forms.print_outcome import PrintOutcome
from app.domain.forms.print_request import PrintRequest
from app.domain.workflow.moves import move_of
from app.domain.workflow.states import DossierEvent, DossierState
from app.domain.workflow.stays import Stay
from app.printing.page_image import PageImage
from app.printing.paper import ReprintReasonMissing
from app.wording import refusals
from tests.ui.invented import LONG_NAME, MONDAY, a_calendar
from tests.ui.screens.dossier.invented_money import Purse
from ui.screens.dossier import DossierActions

PROCEDURES = (
    ProcedureChoice(2, "1.004746", "Đăng ký lại kết hôn", "Hộ tịch", True, 3),
    ProcedureChoice(3, "2.000635", "Cấp bản sao trích lục hộ tịch", "Hộ tịch", True, 2),
)
CASES = {"2.000635": ("Khai sinh", "Kết hôn")}
LONG_PROCEDURE = (
    "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong các trường "
    "hợp chuyển đổi, chuyển nhượng, cho thuê, cho thuê lại, thừa kế, tặng cho, góp vốn bằng quyền "
    "sử dụng đất, quyền sở hữu tài sản gắn liền với đất; chuyển quyền sử dụng đất của vợ hoặc chồng"
)


def a_dossier(**changes: object) -> Dossier:
    received = MONDAY - timedelta(days=3)
    limit = TimeLimit(Unit.WORKING_DAY, 3)
    promised = due(limit, received, a_calendar())
    values: dict[str, object] = {
        "id": 7,
        "code": "H37.99.1-261120-0007",
        "version": 3,
        "state": DossierState.PROCESSING,
        "procedure_version": 1,
        "procedure_code": "1.004873",
        "procedure_name": "Cấp Giấy xác nhận tình trạng hôn nhân",
        "case": None,
        "channel": Channel.DIRECT,
        "service_level": ServiceLevel.PARTIAL,
        "boundary_free": False,
        "applicant": Applicant(
            full_name="Hoàng Thị Mẩy",
            personal_id="020185001234",
            born="1985-03-05",
            sex=Sex.FEMALE,
            phone="0912345678",
            address="Thôn Bản Loỏng, xã Hoàng Văn Thụ, tỉnh Lạng Sơn",
        ),
        "representative": None,
        "documents": (
            SubmittedDocument("Tờ khai cấp Giấy xác nhận tình trạng hôn nhân", 1, 0),
            SubmittedDocument("Trích lục ghi chú ly hôn", 0, 1),
        ),
        "sets": 1,
        "return_by": ReturnBy.DESK,
        "note": "",
        "received_at": received,
        "filed_at": None,
        "limit": limit,
        "pause_mode": PauseMode.PAUSE,
        "due_at": promised.due_at,
        "measured_due_at": promised.due_at,
        "calendar_confirmed": True,
        "form_set": "tt03-2025",
        "officer": "Hoàng Thị Lan",
        "station": 1,
    }
    return Dossier(**(values | changes))  # type: ignore[arg-type]


def a_long_dossier() -> Dossier:
    """Everything as long as a commune would meet it."""
    dossier = a_dossier()
    paper = "Văn bản thỏa thuận của các thành viên hộ gia đình có quyền sử dụng đất chung "
    return replace(
        dossier,
        procedure_name=LONG_PROCEDURE,
        case="Trường hợp người sử dụng đất là hộ gia đình, cá nhân trong nước",
        applicant=replace(
            dossier.applicant,
            full_name=LONG_NAME,
            address="Số nhà 128/45/7, ngõ 12, đường Nguyễn Thị Minh Khai, khối phố Hoàng Hoa Thám, "
            "thôn Nà Pò – Khuổi Khỉn, xã Hữu Lũng, huyện Hữu Lũng (cũ), tỉnh Lạng Sơn",
            email="phongvanthu.congtyhoangnguyenphuongthaonguyen@vidu.vn",
        ),
        representative=Applicant(full_name="Nguyễn Hoàng Phương Thảo", personal_id="020190009999"),
        documents=tuple(
            SubmittedDocument(f"{nth}) {paper * (1 + nth % 3)}", 1, nth % 3) for nth in range(1, 15)
        ),
        missing=("Bản sao giấy chứng sinh",),
        note="Gọi trước khi gửi bưu chính.",
        official_code="G22.99.1-261120-9007",
    )


def a_waiting_dossier() -> Dossier:
    pause = Pause(
        PauseKind.SUPPLEMENT,
        MONDAY - timedelta(days=2, hours=18),
        None,
        "Thiếu giấy tờ chứng minh",
        ("Bản sao giấy chứng sinh", "Giấy xác nhận cư trú"),
    )
    return replace(
        a_dossier(), state=DossierState.AWAITING_SUPPLEMENT, due_at=None, pauses=(pause,)
    )


def a_timeline() -> tuple[TimelineEntry, ...]:
    start = MONDAY - timedelta(days=3)
    lan, nong = "Hoàng Thị Lan", "Nông Văn Quyết"
    return (
        TimelineEntry(1, start, lan, 1, "RECEIVE", "", "RECEIVED", ""),
        TimelineEntry(
            5, start + timedelta(minutes=12), lan, 1, "CORRECT", "RECEIVED", "RECEIVED",
            "Người dân đọc nhầm số điện thoại",
            (("applicant.phone", "0912345679", "0912345678"),
             ("applicant.sex", "MALE", "FEMALE"),
             ("documents", "Tờ khai (1 chính, 0 sao)",
              "Tờ khai (1 chính, 0 sao); Trích lục ghi chú ly hôn (0 chính, 1 sao)")),
        ),
        TimelineEntry(
            9, start + timedelta(hours=4), nong, 2, "START", "RECEIVED", "PROCESSING", ""
        ),
    )  # fmt: skip


def a_print(number: int = 1) -> PrintEntry:
    return PrintEntry(
        100 + number, "01", 7, "a4", number, MONDAY - timedelta(days=3), "Hoàng Thị Lan",
        "HP LaserJet M404" if number == 1 else "", 1,
    )  # fmt: skip


def a_page() -> PageImage:
    """A grey sheet with some lines."""
    width, height = 200, 283
    rows = bytearray(b"\xff" * width * height)
    for line in range(20, height - 40, 12):
        for at in range(20, width - 20 - line % 60):
            rows[line * width + at] = 70
    return PageImage(bytes(rows), width, height, width)


@dataclass
class Cabinet:
    """One dossier, and what was asked of it."""

    dossier: Dossier = field(default_factory=a_dossier)
    timeline: tuple[TimelineEntry, ...] = field(default_factory=a_timeline)
    prints: tuple[PrintEntry, ...] = field(default_factory=lambda: (a_print(2), a_print(1)))
    clock: SetClock = field(default_factory=lambda: SetClock(MONDAY))
    calendar: WorkingCalendar = field(default_factory=a_calendar)
    forms: dict[str, int] = field(default_factory=lambda: {RECEIPT_FORM: 7, LABEL_FORM: 7})
    purse: Purse = field(default_factory=Purse)
    refuses: DeskError | Exception | None = None
    refusal: RejectedEvent | None = None
    listed: tuple[RequiredDocument, ...] = ()
    stays: tuple[Stay, ...] = ()
    is_plan_checked: bool = False
    wants_reason: bool = False
    asks_for_paper: bool = False
    asked: list[tuple[object, ...]] = field(default_factory=list)
    former: DossierState | None = None

    def open(self, dossier_id: int) -> DossierView:
        self.asked.append(("open", dossier_id))
        dossier = replace(self.dossier, id=dossier_id)
        return DossierView(
            dossier, self.timeline, self.prints, self.forms, 1, refusal=self.refusal,
            listed=self.listed, stays=self.stays, is_plan_checked=self.is_plan_checked,
        )  # fmt: skip

    def explain(self, dossier: Dossier) -> Explanation:
        return explain(dossier.limit, dossier.received_at, self.calendar, dossier.pauses,
                       dossier.pause_mode)  # fmt: skip

    def change(self, event: DossierEvent, *asked: object) -> DossierChanged:
        self.asked.append((event, *asked))
        if self.refuses is not None:
            raise self.refuses
        state = move_of(self.dossier.state, event).to(self.dossier.state, former=self.former)
        self.former = self.dossier.state
        now: datetime = self.clock.now()
        ended = now if event is DossierEvent.FINISH else self.dossier.ended_at
        self.dossier = replace(
            self.dossier, state=state, version=self.dossier.version + 1, ended_at=ended
        )
        papers = {
            DossierEvent.REQUEST_SUPPLEMENT: PrintRequest(SUPPLEMENT_FORM, 31),
            DossierEvent.EXTEND: PrintRequest(APOLOGY_FORM, 41),
        }
        return DossierChanged(
            self.dossier.id, self.dossier.code, state, self.dossier.due_at,
            self.dossier.version, "0" * 64,
            paper=papers.get(event),
        )  # fmt: skip

    def receive_papers(
        self, opened: object, came: tuple[CamePaper, ...], note: str
    ) -> DossierChanged:
        """As the desk does: a move that waits on while something is missing."""
        there = papers_came(self.dossier, came, self.clock.now(), "Lan")
        event = DossierEvent.RECEIVE_PAPERS if still_waited_for(there) else DossierEvent.COMPLETE
        self.dossier = there
        changed = self.change(event, opened, came, note)
        is_part = event is DossierEvent.RECEIVE_PAPERS
        return replace(changed, paper=PrintRequest(SUPPLEMENT_FORM, 31) if is_part else None)

    def print_form(self, wanted: PrintRequest, paper: str, reason: str) -> PrintOutcome:
        if self.wants_reason and not reason:
            raise ReprintReasonMissing(form=wanted.form, paper=paper)
        why = [reason] if reason else []
        self.asked.append(("print", wanted.subject_id, wanted.form, paper, *why))
        if self.refuses is not None:
            raise self.refuses
        return PrintOutcome("HP LaserJet M404", 1, 3, 103, self.asks_for_paper, wanted.form)

    def save_proof(self, opened, file: Path) -> int:
        self.asked.append(("proof", opened.dossier_id, file))
        if self.refuses is not None:
            raise self.refuses
        return 1

    def lend(self, print_id: int) -> Path:
        self.asked.append(("lend", print_id))
        return Path("MotCua.pdf")

    def pictures(self, print_id: int, dpi: float) -> tuple[PageImage, ...]:
        self.asked.append(("pictures", print_id, dpi))
        return (a_page(),)

    def calls(self) -> list[tuple[object, ...]]:
        """What was asked beside opening."""
        return [one for one in self.asked if one[0] != "open"]

    def actions(self) -> DossierActions:
        return DossierActions(
            now=self.clock.now,
            calendar=lambda: self.calendar,
            due_soon_hours=lambda: 8,
            extensions_allowed=lambda: 1,
            bases=lambda: frozenset(Base),
            open=self.open,
            explain=self.explain,
            start=lambda *a: self.change(DossierEvent.START, *a),
            correct=lambda *a: self.change(DossierEvent.CORRECT, *a),
            procedures=lambda _text: PROCEDURES,
            cases=lambda code: CASES.get(code, ()),
            ask_papers=lambda *a: self.change(DossierEvent.REQUEST_SUPPLEMENT, *a),
            complete=lambda *a: self.change(DossierEvent.COMPLETE, *a),
            receive_papers=self.receive_papers,
            extend=lambda *a: self.change(DossierEvent.EXTEND, *a),
            notify=lambda *a: self.change(DossierEvent.NOTIFY, *a),
            finish=lambda *a: self.change(DossierEvent.FINISH, *a),
            return_result=lambda *a: self.change(DossierEvent.RETURN, *a),
            cancel=lambda *a: self.change(DossierEvent.STOP, *a),
            refuse=lambda *a: self.change(DossierEvent.REFUSE, *a),
            reopen=lambda *a: self.change(DossierEvent.REOPEN, *a),
            take_back=lambda ended: (self.change(DossierEvent.TAKE_BACK, *ended),),
            print_form=self.print_form,
            paper_came=lambda print_id: self.asked.append(("came", print_id)),
            lend=self.lend,
            save_proof=self.save_proof,
            pictures=self.pictures,
            money=self.purse.actions(),
            say=refusals.say,
        )
