"""Invented actions for the exchange, settings, catalogue and first-run screens."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from app.answers.catalogue import StoredProcedure
from app.answers.closures import (
    ClosureDeclared,
    ClosureEntry,
    ClosureReview,
    MovedPromise,
)
from app.answers.exchange import (
    Acknowledged,
    Contradiction,
    Exported,
    OutboxSummary,
    RejectedEvent,
    ScoreProblem,
)
from app.answers.held import HeldAsked, HeldReport
from app.answers.imports import Imported, ImportedRow
from app.answers.safety import (
    BackupRound,
    BackupState,
    CopyFacts,
    DataFacts,
    PlaceKind,
    PlaceState,
    TrialFacts,
)
from app.answers.watched import Checked, Watched
from app.domain.catalogue.procedure import Provenance
from app.domain.certification.books import CertificationKind
from app.domain.changes import Changed
from app.domain.clock import VIETNAM
from app.domain.deadline.calendar_year import CalendarYear, Closure, DayOff, MakeUpDay
from app.domain.deadline.closures import ClosureKind, Declaration
from app.domain.deadline.office_hours import DEFAULT_PLAN
from app.domain.dossier.held_data import AskReason, Base
from app.domain.money.ground import ExemptionGround
from app.domain.money.relief import Relief
from app.domain.money.tariff import Basis, PageStep, Rate, Tariff
from app.settings import Settings, change
from app.wording.contradictions import contradiction_words
from tests.ui.invented import MONDAY
from tests.ui.screens.intake.invented import NOW, Desk, say
from ui.screens.exchange import ExchangeActions
from ui.screens.first_run import FirstRunActions, FirstRunAnswers
from ui.screens.reference_data import ReferenceActions
from ui.screens.reference_data.closures.actions import ClosureActions
from ui.screens.settings import (
    BackupDone,
    CopiesActions,
    RestoreDone,
    SettingsActions,
    SettingsView,
)
from ui.support import SupportActions


def texts(settings: Settings) -> dict[str, str]:
    shown = {name: getattr(settings, name) for name in Settings.__dataclass_fields__}
    return {
        name: ("true" if value else "false") if isinstance(value, bool) else str(value)
        for name, value in shown.items()
    }


def a_tariff() -> Tariff:
    copies = Rate(
        CertificationKind.COPY, "Phí chứng thực bản sao từ bản chính", "trang", Basis.PAGE,
        (PageStep(1, 2_000), PageStep(3, 1_000)), ("2.000815", "2.000942"), cap=200_000,
    )  # fmt: skip
    ground = ExemptionGround(
        "HO_NGHEO", "Người thuộc hộ nghèo", "Nghị quyết của Hội đồng nhân dân tỉnh",
        Provenance.UNVERIFIED,
    )  # fmt: skip
    return Tariff(
        "CHUNG_THUC", "Phí chứng thực tại Ủy ban nhân dân cấp xã", date(2017, 1, 1),
        "Thông tư 226/2016/TT-BTC, Điều 4", Provenance.AS_PUBLISHED, (copies,),
        (
            ground,
            replace(ground, code="NUA", relief=Relief(percent=50)),
            replace(ground, code="CON", relief=Relief(to_amount=5_000)),
            replace(ground, code="MO", asks_relief=True),
        ),
    )  # fmt: skip


WATCHED = Watched(
    120 << 30, is_room_low=False, deep=Checked(NOW, dossiers=1_250, ledger_rows=9_000, papers=70)
)
_HOUR_AGO = NOW - timedelta(hours=1)
COPIES = BackupState(
    is_on=True,
    places=(
        PlaceState(
            "own", PlaceKind.OWN, "~/.local/share/motcua/sao-luu", "~/.local/share/motcua/sao-luu",
            is_there=True, is_apart=False,
            copies=(CopyFacts("~/.local/share/motcua/sao-luu/a.mcbk", _HOUR_AGO, 5 << 20, NOW),),
        ),
        PlaceState(
            "E:", PlaceKind.SECOND, "E:\\Sao luu", "E:\\Sao luu", is_there=False, is_apart=True,
            failure="không có thư mục này", failed_at=NOW,
        ),
        PlaceState(
            f"usb:{'3f' * 8}", PlaceKind.STICK, "USB két", "", is_there=False, is_apart=True,
            copies=(CopyFacts("/media/a.mcbk", _HOUR_AGO, 5 << 20, NOW),),
        ),
    ),
    by_hand=CopyFacts("/usb/b.mcbk", _HOUR_AGO, 5 << 20, NOW),
    trial=TrialFacts(NOW, "~/.local/share/motcua/sao-luu/a.mcbk", "", 1_250, 3.5),
)  # fmt: skip
DATA = DataFacts("UBND xã Mẫu Sơn", "H37.99.1", 1_250, NOW, NOW)


HELD = (
    HeldAsked(
        7, "H37.99.1-261118-0004", "Triệu Mùi Mản", "Cấp Giấy xác nhận tình trạng hôn nhân",
        datetime(2026, 11, 19, 9, 5, tzinfo=VIETNAM), "Bản sao thẻ căn cước", Base.POPULATION,
        AskReason.INCIDENT, "Thiếu bản sao", "Hoàng Thị Lan",
    ),
)  # fmt: skip


STORM = Closure(
    datetime(2026, 9, 8, 7, 30, tzinfo=VIETNAM),
    datetime(2026, 9, 9, 17, 0, tzinfo=VIETNAM),
    "Bão số 10, mất điện toàn xã",
    "Thông báo 45/TB-UBND",
)


def a_review(closure, *, undoes=None, count=1, relieved=0, overdue=0) -> ClosureReview:
    row = MovedPromise(
        4, "H37.99.1-261118-0004", "Triệu Mùi Mản", "0912345678", "Đăng ký khai sinh",
        datetime(2026, 11, 27, 10, 15, tzinfo=VIETNAM),
        datetime(2026, 11, 30, 10, 15, tzinfo=VIETNAM),
    )  # fmt: skip
    return ClosureReview(closure, (row,), count, relieved, overdue, "d" * 64, undoes)


@dataclass
class Office:
    """A pretended office: settings, outbox, calendar; remembers what it was asked."""

    settings: Settings = field(
        default_factory=lambda: Settings(
            superior_body="UBND tỉnh Lạng Sơn",
            office="UBND xã Mẫu Sơn",
            agency_code="H37.99.1",
            place="Mẫu Sơn",
            officer="Hoàng Thị Lan",
        )
    )
    plans: tuple = (DEFAULT_PLAN,)
    closures: tuple[ClosureEntry, ...] = field(
        default_factory=lambda: (
            ClosureEntry(Declaration(1, ClosureKind.DECLARED, STORM, NOW, "Hoàng Thị Lan"), 3),
        )
    )
    review: ClosureReview | None = None
    refuse: Exception | None = None
    watched: Watched = WATCHED
    copies: BackupState = COPIES
    round: BackupRound = field(default_factory=BackupRound)
    saved_first: int = 0
    summary: OutboxSummary = field(
        default_factory=lambda: OutboxSummary(
            31,
            14,
            9,
            2,
            datetime(2026, 11, 21, 8, 5, tzinfo=VIETNAM),
            4,
            datetime(2026, 11, 21, 8, 5, tzinfo=VIETNAM),
        )
    )
    problems: tuple[ScoreProblem, ...] = (
        ScoreProblem(7, "H37.99.1-261118-0004", "Triệu Mùi Mản", ("LATE", "NO_PHONE")),
        ScoreProblem(
            9, "H37.99.1-261120-0017", "Hợp tác xã dịch vụ nông nghiệp Mẫu Sơn", ("TWO_REQUESTS",)
        ),
    )
    contradictions: tuple[Contradiction, ...] = ()
    rejections: tuple[RejectedEvent, ...] = (
        RejectedEvent(
            "e1",
            "H37.99.1-261112-0002",
            "ho_so",
            "DinhDanhCHS không tồn tại trong CSDL",
            NOW,
            12,
            "applicant.personal_id",
        ),
    )
    exported: list[Path] = field(default_factory=list)
    tariff: Tariff | None = field(default_factory=a_tariff)
    asked: list[object] = field(default_factory=list)
    desk: Desk = field(default_factory=Desk)
    years: tuple[CalendarYear, ...] = (
        CalendarYear(
            2026,
            confirmed=True,
            source="Công văn 12729/VPCP-KGVX; Nghị quyết 28/2026/QH16",
            days_off=(
                DayOff(date(2026, 8, 31), "Hoán đổi ngày làm việc"),
                DayOff(date(2026, 11, 24), "Ngày Văn hóa Việt Nam"),
            ),
            make_up_days=(MakeUpDay(date(2026, 8, 22), date(2026, 8, 31)),),
        ),
        CalendarYear(
            2028,
            confirmed=False,
            source="soạn theo Bộ luật Lao động 2019 điều 112",
            days_off=(DayOff(date(2028, 1, 1), "Tết Dương lịch"),),
        ),
    )

    def _do(self, asked: object, answer):
        self.asked.append(asked)
        if self.refuse is not None:
            raise self.refuse
        return answer

    def exchange(self) -> ExchangeActions:
        words = {
            "LATE": "quá hạn",
            "NO_PHONE": "thiếu số điện thoại",
            "TWO_REQUESTS": "yêu cầu bổ sung hơn một lần",
        }
        return ExchangeActions(
            summary=lambda: self.summary,
            rejected=lambda: self.rejections,
            contradictions=lambda: self.contradictions,
            contradiction_words=contradiction_words,
            score_problems=lambda: self.problems,
            export=lambda folder, progress: self._do(
                folder, Exported(f"{folder}/MC_H37.99.1_1_1-31.mcg", "p", 31, 14, 40_000, "0" * 64)
            ),
            acknowledge=lambda file: self._do(file, Acknowledged(29, 1, 1, ("x",))),
            save_first=self.save_first,
            problem_words=lambda kind: words[kind],
            say=say,
            last_folder=lambda: "",
            office=lambda: "UBND xã Mẫu Sơn",
            held_report=self.held_report,
            save_report=lambda report, file: self._do((report, file), None),
            today=lambda: date(2026, 11, 23),
        )

    def held_report(self, first: date, last: date) -> HeldReport:
        return HeldReport(
            "UBND xã Mẫu Sơn", first, last,
            tuple(one for one in HELD if first <= one.asked_at.date() <= last),
        )  # fmt: skip

    def print_test(self, kind, values):
        return self._do((kind, dict(values)), "HP LaserJet M12a")

    def settings_actions(self) -> SettingsActions:
        return SettingsActions(
            view=lambda: SettingsView(
                texts(self.settings), self.plans, "~/.local/share/motcua",
                "09:58 23/11/2026", "/usb", DATA, self.watched,
            ),
            change=self.change,
            set_plans=self.set_plans,
            printers=lambda: ("Canon LBP 2900", "HP LaserJet M12a"),
            print_test=self.print_test,
            scanner_ports=lambda: (("COM3", "USB Serial Device"), ("COM4", "")),
            print_scanner_sheet=lambda: self._do("scanner sheet", "HP LaserJet M12a"),
            back_up=lambda folder, progress: self._do(
                folder, BackupDone(f"{folder}/a.mcbk", 5 << 20, 9)
            ),
            look=lambda file: DataFacts("UBND xã Đồng Đăng", "H37.98", 7, NOW, NOW, NOW),
            restore=lambda file: self._do(file, RestoreDone("f", "/cũ")),
            deep_check=lambda progress: self._do("deep check", progress(3, 9)),
            support=SupportActions(lambda file: self._do(file, 12 << 10), lambda: NOW),
            copies=self.copies_actions(),
            now=lambda: NOW,
            say=say,
        )  # fmt: skip

    def copies_actions(self) -> CopiesActions:
        return CopiesActions(
            state=lambda: self.copies,
            make=lambda _: self._do("copies", self.round),
            try_out=lambda _: self._do("trial", self.copies.trial),
            enrol=lambda folder: self._do(folder, "KINGSTON"),
            remove=lambda number: self._do(number, "USB két"),
        )

    def save_first(self) -> BackupRound:
        self.saved_first += 1
        return self.round

    def change(self, values: dict[str, str]) -> Changed:
        settings = self.settings
        for key, value in values.items():
            settings = change(settings, key, value)
        self.settings = settings
        self.asked.append(values)
        return Changed.SETTINGS

    def set_plans(self, plans) -> Imported:
        self.plans = plans
        rows = (
            ImportedRow("sessions", "changed"),
            ImportedRow(
                "H37.99.1-261118-0004",
                "review",
                "hẹn 10:15 27/11/2026, tính lại 10:15 30/11/2026",
                dossier_id=4,
            ),
        )
        return Imported(rows, Changed.CALENDAR)

    def closure_actions(self) -> ClosureActions:
        def preview(closure, report):
            report(1, 2)
            return self._do(closure, self.review or a_review(closure))

        def done(what, moved):
            self.closures = (
                ClosureEntry(Declaration(2, ClosureKind.DECLARED, STORM, NOW, "Lan"), moved),
                *self.closures,
            )
            return self._do(what, ClosureDeclared(2, moved, "0" * 64))

        return ClosureActions(
            listed=lambda: self.closures,
            preview=preview,
            preview_undoing=lambda number, _: self._do(number, a_review(STORM, undoes=number)),
            declare=lambda closure, digest, _: done((closure, digest), 1),
            undo=lambda number, reason, digest, _: done((number, reason, digest), 1),
            save_calls=lambda number, file: self._do((number, file), 3),
            print_slips=lambda number, _: self._do(("slips", number), 3),
            save_first=self.save_first,
            now=lambda: NOW,
            say=say,
        )

    def reference(self) -> ReferenceActions:
        return ReferenceActions(
            procedures=self.desk.procedures,
            procedure=lambda version: StoredProcedure(version, self.desk.catalogue[version]),
            complete_limit=self.desk.complete_limit,
            cut_limit=lambda wanted: self._do(wanted, self.desk.current(wanted.code)),
            versions=lambda code: (self.desk.current(code),),
            import_catalogue=lambda file: self._do(
                file,
                Imported(
                    (
                        ImportedRow("1.001193", "unchanged"),
                        ImportedRow("2.000815", "changed", "thời hạn, phí"),
                        ImportedRow("1.009999", "refused", "tổng các bước vượt thời hạn"),
                    ),
                    Changed.PROCEDURES,
                ),
            ),
            years=lambda: self.years,
            today=lambda: MONDAY.date(),
            import_calendar=lambda file: self._do(
                file, Imported((ImportedRow("2028", "new"),), Changed.CALENDAR)
            ),
            closures=self.closure_actions(),
            tariff=lambda: self.tariff,
            import_tariff=lambda file: self._do(
                file,
                Imported(
                    (ImportedRow("CHUNG_THUC, từ 01/01/2027", "new", "Nghị quyết 12/2026"),),
                    Changed.PROCEDURES,
                ),
            ),
            save_first=self.save_first,
            limit_words=str,
            say=say,
        )  # fmt: skip

    def first_run(self) -> FirstRunActions:
        def set_up(answers: FirstRunAnswers) -> None:
            self._do(answers, None)

        return FirstRunActions(set_up=set_up, say=say, folder="~/.local/share/motcua")
