"""An invented office with invented people, as plain functions for the screens to call."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from app.answers.board import BoardCounts, BoardRow, BoardView
from app.answers.catalogue import ProcedureChoice
from app.answers.exchange import OutboxSummary
from app.answers.people import PersonOffer
from app.answers.safety import BackupRound, LastBackup, TrialFacts
from app.answers.watched import Checked, Watched
from app.domain.clock import VIETNAM, SetClock
from app.domain.clock_doubt import ClockDoubted, Doubt
from app.domain.deadline.calendar_year import CalendarYear, DayOff
from app.domain.deadline.working_calendar import WorkingCalendar
from app.domain.dossier.dossier import Applicant
from app.domain.errors import DeskError
from app.domain.safety.schedule import Occasion
from app.domain.text import fold, paragraph
from app.domain.workflow.states import DossierState
from ui.models.urgency import Running
from ui.operation import Report
from ui.screens.home.actions import HomeActions
from ui.shell.cards.palette_entries import PaletteActions
from ui.shell.frame.top_bar import OfficeLine
from ui.shell.scanning.scan_actions import ScanActions, ScannerSetup
from ui.shell.search import SearchActions
from ui.shell.shell_actions import (
    BackupActions,
    ClockActions,
    LossActions,
    Seen,
    ShellActions,
    WatchActions,
)
from ui.support import SupportActions

MONDAY = datetime(2026, 11, 23, 10, 15, tzinfo=VIETNAM)
OFFICE = OfficeLine("UBND xã Mẫu Sơn", "Trung tâm Phục vụ hành chính công", 1, "Hoàng Thị Lan")
FIRST_NAMES = ("Triệu Mùi Mản", "Lý A Sềnh", "Hoàng Thị Mẩy", "Nông Văn Ưng", "Vy Thị Thu Hà",
               "Hợp tác xã Nông nghiệp Mẫu Sơn", "Đặng Văn Slam", "Hoàng Văn Páo", "Chu Thị Slao",
               "Bàn Tòn Phẩy", "Nguyễn Hoàng Phương Thảo Nguyên")  # fmt: skip
PROCEDURES = (
    "Cấp Giấy xác nhận tình trạng hôn nhân",
    "Đăng ký lại khai sinh",
    "Trích lục hộ tịch",
    "Đăng ký khai sinh",
    "Đăng ký giám hộ",
    "Đăng ký thành lập hộ kinh doanh",
    "Công nhận hộ nghèo, hộ cận nghèo; hộ thoát nghèo, hộ thoát cận nghèo định kỳ hằng năm",
)
LONG_NAME = (
    "Công ty trách nhiệm hữu hạn một thành viên Thương mại Dịch vụ Xuất nhập khẩu Nguyễn Hoàng "
    "Phương Thảo Nguyên Lạng Sơn"
)


MUCH_ROOM = Watched(200 << 30, is_room_low=False)


class NoSuchDossier(DeskError):
    """Facts: code."""


def a_calendar() -> WorkingCalendar:
    """2025 and 2026 confirmed, 2027 a draft; Tuesday 24/11/2026 is a day off."""
    culture_day = DayOff(date(2026, 11, 24), "Ngày Văn hóa Việt Nam")
    new_year = DayOff(date(2027, 1, 1), "Tết Dương lịch")
    return WorkingCalendar(
        (
            CalendarYear(2025, confirmed=True, source="thử"),
            CalendarYear(2026, confirmed=True, source="thử", days_off=(culture_day,)),
            CalendarYear(2027, confirmed=False, source="nháp", days_off=(new_year,)),
        )
    )


def a_row(number: int, **changes: object) -> BoardRow:
    values: dict[str, object] = {
        "id": number,
        "code": f"H37.99.1-2611{10 + number % 13:02}-{number:04}",
        "applicant": FIRST_NAMES[number % len(FIRST_NAMES)],
        "procedure": PROCEDURES[number % len(PROCEDURES)],
        "state": DossierState.PROCESSING if number % 3 else DossierState.RECEIVED,
        "received_at": MONDAY - timedelta(days=3, hours=number % 5),
        "due_at": MONDAY + timedelta(hours=number),
        "calendar_confirmed": True,
        "ended_at": None,
        "waiting_since": None,
        "phone": f"0912{345000 + number:06}",
    }
    return BoardRow(**(values | changes))  # type: ignore[arg-type]


def some_rows(count: int = 24) -> list[BoardRow]:
    """Open dossiers: some overdue, some due soon, some paused, one finished, one very long."""
    calendar = a_calendar()
    base = calendar.position(MONDAY)
    rows = []
    steps = (-620, -130, 105, 180, 360, 420, 660, 1_110, 1_440, 3_800, 8_160)
    for nth in range(count):
        minutes = steps[nth % len(steps)] + (nth // len(steps)) * 95
        rows.append(a_row(nth + 1, due_at=calendar.moment_at(base + minutes)))
    if count > 8:
        rows[5] = replace(
            rows[5],
            state=DossierState.AWAITING_SUPPLEMENT,
            due_at=None,
            waiting_since=MONDAY - timedelta(days=7),
        )
        rows[6] = replace(rows[6], applicant=LONG_NAME, phone="")
        rows[7] = replace(rows[7], due_at=None)
        rows[8] = replace(rows[8], state=DossierState.FINISHED, ended_at=MONDAY - timedelta(days=3))
        rows[9] = replace(
            rows[9], due_at=datetime(2027, 1, 12, 9, 30, tzinfo=VIETNAM), calendar_confirmed=False
        )
    return rows


_WEEK_AGO = MONDAY - timedelta(days=7)


def saved_at(moment: datetime) -> LastBackup:
    """Everything is well: a checked copy of `moment`, on another disk too."""
    return LastBackup(moment, "/usb/a.mcbk", moment)


@dataclass
class Office:
    """Rows in memory with the questions a desk is asked; counts what is asked."""

    rows: list[BoardRow] = field(default_factory=some_rows)
    clock: SetClock = field(default_factory=lambda: SetClock(MONDAY))
    calendar: WorkingCalendar = field(default_factory=a_calendar)
    outbox: OutboxSummary = field(
        default_factory=lambda: OutboxSummary(
            20, 14, 14, 0, _WEEK_AGO, 14, MONDAY - timedelta(days=3, hours=2)
        )
    )
    to_sign: int = 0
    sorry: tuple[int, ...] = ()
    drafts: int = 1
    scanner: ScannerSetup = field(default_factory=ScannerSetup)
    asked: list[str] = field(default_factory=list)

    clock_doubt: ClockDoubted | None = None
    loss: DeskError | None = None
    behind: DeskError | None = None
    accepted: list[str] = field(default_factory=list)
    last_backup: LastBackup | None = None
    damage: DeskError | None = None
    quick: list[bool] = field(default_factory=list)
    read_only: DeskError | None = None
    lasting: DeskError | None = None
    bundles: list[Path] = field(default_factory=list)
    reserved: list[bool] = field(default_factory=list)
    watched: Watched = MUCH_ROOM
    confirmed: list[tuple[Doubt, ...]] = field(default_factory=list)

    saved: list[Occasion] = field(default_factory=list)
    save: Callable[[Report], BackupRound] = lambda _: BackupRound()
    tried: TrialFacts | None = None

    def make_backup(self, occasion: Occasion, progress: Report) -> BackupRound:
        self.saved.append(occasion)
        return self.save(progress)

    def try_out(self, _progress: Report) -> TrialFacts | None:
        self.asked.append("trial")
        return self.tried

    def confirm_clock(self, asked: tuple[Doubt, ...]) -> None:
        self.confirmed.append(asked)
        self.clock_doubt = None

    def accept_loss(self, reason: str) -> None:
        self.accepted.append(paragraph(reason, field="reason", limit=1_000, required=True))
        self.loss = None

    def running(self) -> Running:
        self.asked.append("running")
        found = sorted(
            (int(row.due_at.timestamp()), row.id)
            for row in self.rows
            if row.due_at and row.state.is_open and not row.waiting_since
        )
        return Running(
            array("q", (ident for _, ident in found)), array("q", (due for due, _ in found))
        )

    def ids(self, view: BoardView, now: datetime) -> "array[int]":
        self.asked.append(f"ids {view}")
        return array("q", (row.id for row in self.of_view(view, now)))

    def of_view(self, view: BoardView, now: datetime) -> list[BoardRow]:
        far = datetime.max.replace(tzinfo=VIETNAM)
        tests = {
            BoardView.OPEN: lambda row: row.state.is_open,
            BoardView.RECEIVED_TODAY: lambda row: row.received_at.date() == now.date(),
            BoardView.APOLOGY: lambda row: row.id in self.sorry,
            BoardView.PAUSED: lambda row: row.waiting_since is not None,
            BoardView.TO_COLLECT: lambda row: row.state is DossierState.FINISHED,
            BoardView.UNSENT: lambda row: row.id % 2 == 0,
        }
        chosen = [row for row in self.rows if tests[view](row)]
        return sorted(chosen, key=lambda row: row.due_at or far)

    def counts(self, now: datetime) -> BoardCounts:
        self.asked.append("counts")
        numbers = {
            view: len(self.of_view(view, now))
            for view in (BoardView.OPEN, BoardView.RECEIVED_TODAY, BoardView.PAUSED,
                         BoardView.TO_COLLECT, BoardView.UNSENT)
        }  # fmt: skip
        pauses = [row.waiting_since for row in self.rows if row.waiting_since]
        return BoardCounts(
            open=numbers[BoardView.OPEN],
            received_today=numbers[BoardView.RECEIVED_TODAY],
            due_today=0,
            due_soon=0,
            overdue=0,
            paused=numbers[BoardView.PAUSED],
            to_collect=numbers[BoardView.TO_COLLECT],
            unsent=numbers[BoardView.UNSENT],
            oldest_unsent_at=self.outbox.oldest_at if numbers[BoardView.UNSENT] else None,
            oldest_pause_at=min(pauses) if pauses else None,
            drafts=self.drafts,
            to_sign=self.to_sign,
            apology=len(self.sorry),
        )

    def rows_of(self, ids: Sequence[int]) -> tuple[BoardRow, ...]:
        self.asked.append(f"rows {len(ids)}")
        by_id = {row.id: row for row in self.rows}
        return tuple(by_id[ident] for ident in ids if ident in by_id)

    def find(self, text: str) -> tuple[BoardRow, ...]:
        self.asked.append(f"find {text}")
        wanted = text.casefold()
        return tuple(
            row for row in self.rows
            if wanted in f"{row.applicant} {row.code} {row.phone}".casefold()
        )[:50]  # fmt: skip

    def home_actions(self) -> HomeActions:
        return HomeActions(
            now=self.clock.now,
            counts=self.counts,
            ids=self.ids,
            running=self.running,
            rows=self.rows_of,
            calendar=lambda: self.calendar,
            due_soon_hours=lambda: 8,
            refused=lambda: self.outbox.to_mend,
            last_backup=lambda: self.last_backup or saved_at(self.clock.now()),
            watched=lambda: self.watched,
        )

    def shell_actions(self) -> ShellActions:
        return ShellActions(
            office=lambda: OFFICE,
            outbox=lambda: self.outbox,
            calendar=lambda: self.calendar,
            due_soon_hours=lambda: 8,
            search=SearchActions(self.find),
            scan=ScanActions(lambda: self.scanner, self.dossier_of, self.dossier_of_label),
            palette=self.palette_actions(),
            backups=BackupActions(make=self.make_backup, try_out=self.try_out),
            clock=ClockActions(lambda: self.clock_doubt, self.confirm_clock),
            loss=LossActions(lambda: self.loss, self.accept_loss, lambda: self.behind),
            watch=WatchActions(
                lambda: Seen(self.watched, self.read_only),
                lambda: self.reserved.append(True),
                self.check_quickly,
                lambda error: error is self.lasting,
            ),
            support=SupportActions(self.save_support, self.clock.now),
        )

    def check_quickly(self, progress) -> Checked:
        """Finds what was invented."""
        progress(0, 0)
        self.quick.append(True)
        if self.damage is not None:
            raise self.damage
        self.watched = replace(self.watched, was_cut_short=False, quick=Checked(self.clock.now()))
        return self.watched.quick

    def save_support(self, file: Path) -> int:
        """Remembers where the bundle was wanted."""
        self.bundles.append(file)
        return 12 << 10

    def palette_actions(self) -> PaletteActions:
        return PaletteActions(self.find, self.procedures, self.people)

    def procedures(self, text: str) -> tuple[ProcedureChoice, ...]:
        return tuple(
            ProcedureChoice(nth, f"1.00{nth:04}", name, "Hộ tịch", is_complete=True, use_count=0)
            for nth, name in enumerate(PROCEDURES, 1)
            if fold(text) in fold(name)
        )

    def people(self, text: str) -> tuple[PersonOffer, ...]:
        return tuple(
            PersonOffer(Applicant(name, personal_id=f"02018500{nth:04}"), 1, MONDAY.date())
            for nth, name in enumerate(FIRST_NAMES)
            if fold(text) in fold(name)
        )

    def dossier_of(self, code: str) -> int:
        """The row of this code; refuses as the desk does."""
        for row in self.rows:
            if row.code == code:
                return row.id
        raise NoSuchDossier(code=code)

    def dossier_of_label(self, day: date, number: int) -> int:
        """The row of the label of `day` and `number`."""
        return self.dossier_of(next(
            (row.code for row in self.rows if row.code.endswith(f"{day:%y%m%d}-{number:04d}")),
            f"{day:%y%m%d}-{number:04d}",
        ))  # fmt: skip
