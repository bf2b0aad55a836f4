"""Invented actions for the intake screen: a small catalogue, people, a promise, no database."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from app.answers.catalogue import ProcedureChoice, StoredProcedure
from app.answers.dossier import Draft, Registered, TurnedAway
from app.answers.money import DossierMoney
from app.answers.people import PersonOffer, Twin
from app.domain.catalogue.procedure import (
    Channel,
    Fee,
    LimitRule,
    Procedure,
    Provenance,
    RequiredDocument,
    ServiceLevel,
)
from app.domain.certification.books import CertifiedDocument
from app.domain.changes import Changed
from app.domain.clock import VIETNAM
from app.domain.deadline.pauses import PauseMode
from app.domain.deadline.time_limit import TimeLimit, Unit
from app.domain.dossier.address import best_addresses
from app.domain.dossier.dossier import Applicant, IntakeRequest
from app.domain.dossier.identity import IdKind, Sex
from app.domain.errors import DeskError, FieldError, InvalidRequest
from app.domain.forms.print_outcome import PrintOutcome
from app.domain.money.fee import Exemption, due_of, waived
from app.domain.money.payment import Account, Payment
from app.domain.money.tariff import Rate, Tariff, lines_of
from app.domain.text import fold
from app.exchange import tariff_file
from app.printing.page_image import PageImage
from ui.screens.intake import (
    Cost,
    IntakeActions,
    PromiseDay,
    PromisePreview,
)
from ui.screens.intake.actions import TurningAwayActions

THREE_DAYS = TimeLimit(Unit.WORKING_DAY, 3)
NOW = datetime(2026, 11, 23, 10, 15, tzinfo=VIETNAM)

MAY = Applicant(
    full_name="Hoàng Thị Mẩy",
    personal_id="020185001234",
    born="1985-03-05",
    sex=Sex.FEMALE,
    phone="0912345678",
    email="",
    address="Thôn Bản Loỏng, xã Hoàng Văn Thụ, tỉnh Lạng Sơn",
)
OF_OLD = Applicant(
    full_name="Nông Văn Ưng", personal_id="081000111", id_kind=IdKind.OLD_ID, phone="0977000111"
)
"""Met when identity cards had nine digits."""


def a_procedure(
    code: str,
    name: str,
    *,
    limit: TimeLimit | None = THREE_DAYS,
    documents: tuple[RequiredDocument, ...] = (),
    note: str = "",
    field_name: str = "Hộ tịch",
) -> Procedure:
    return Procedure(
        code=code,
        name=name,
        field=field_name,
        field_code="",
        decision="1872/QĐ-UBND",
        subjects="Công dân Việt Nam",
        limits=(LimitRule(Channel.DIRECT, None, limit, note, Provenance.AS_PUBLISHED),),
        fees=(Fee(None, 15_000, "bản", "", Provenance.AS_PUBLISHED),),
        documents=documents,
        outcomes=(),
        steps=(),
        pause_mode=PauseMode.PAUSE,
        service_level=ServiceLevel.PARTIAL,
        provenance=Provenance.AS_PUBLISHED,
        source="mẫu",
        effective_from=date(2025, 7, 1),
    )


def papers(*names: str, required: int = 1, case: str | None = None) -> tuple[RequiredDocument, ...]:
    return tuple(
        RequiredDocument(nth, name, case, 1, 0, required=nth < required)
        for nth, name in enumerate(names)
    )


LONG = (
    "Thủ tục xác nhận hợp đồng tiếp cận nguồn gen và chia sẻ lợi ích của các tổ chức, cá nhân "
    "trong nước và nước ngoài thực hiện trên địa bàn nhiều xã, trong đó có xã vùng đồng bào dân "
    "tộc thiểu số và miền núi "
) * 5

CATALOGUE = {
    1: a_procedure(
        "1.004873",
        "Cấp Giấy xác nhận tình trạng hôn nhân",
        documents=papers(
            "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân",
            "Trích lục ghi chú ly hôn (nếu đã ly hôn)",
            "Giấy xác nhận đã cấp trước đó (khi xin cấp lại)",
            "Văn bản ủy quyền có chứng thực (nếu ủy quyền)",
        ),
    ),
    2: a_procedure(
        "1.001193",
        "Đăng ký khai sinh",
        limit=TimeLimit(Unit.SAME_DAY),
        documents=papers("Tờ khai đăng ký khai sinh", "Giấy chứng sinh", required=2),
    ),
    3: a_procedure(
        "2.002516",
        "Xác nhận thông tin hộ tịch",
        limit=None,
        note="Theo quy định của pháp luật hộ tịch",
        documents=papers("Tờ khai yêu cầu cấp văn bản xác nhận thông tin hộ tịch"),
    ),
    4: a_procedure(
        "1.011606",
        "Công nhận hộ nghèo, hộ cận nghèo; hộ thoát nghèo, hộ thoát cận nghèo định kỳ hằng năm",
        limit=TimeLimit(Unit.WORKING_DAY, 15),
        field_name="Bảo trợ xã hội",
        documents=(
            *papers("Giấy đề nghị theo Mẫu số 01", case="Rà soát định kỳ"),
            *papers(
                "Giấy đề nghị theo Mẫu số 02",
                "Xác nhận của trưởng thôn",
                required=2,
                case="Rà soát thường xuyên trong năm theo đề nghị của hộ gia đình",
            ),
        ),
    ),
    5: a_procedure(
        "1.004082",
        LONG.strip(),
        limit=TimeLimit(Unit.WORKING_DAY, 45),
        field_name="Môi trường",
        documents=papers(
            *(
                f"Giấy tờ thứ {nth}: bản sao hợp đồng tiếp cận nguồn gen và chia sẻ lợi ích "
                + ("có xác nhận của cơ quan có thẩm quyền theo quy định " * (nth % 7))
                for nth in range(1, 112)
            ),
            required=40,
        ),
    ),
    7: a_procedure(
        "1.011999",
        "Đăng ký giám hộ",
        documents=(
            RequiredDocument(1, "Tờ khai đăng ký giám hộ", None, 1, 0, required=True),
            RequiredDocument(
                2, "Thẻ căn cước", None, 1, 0, required=True, group="Giấy tờ phải xuất trình"
            ),
        ),
    ),
    6: a_procedure("2.000815", "Chứng thực bản sao từ bản chính giấy tờ, văn bản", documents=()),
}


TARIFF = tariff_file.seed()[0]


def _charged(paper: CertifiedDocument, rate: Rate) -> CertifiedDocument:
    return replace(paper, kind=rate.kind, amount=rate.fee(pages=paper.pages, copies=paper.copies))


def say(error: DeskError) -> str:
    sentences = {
        "TextMissing": "Chưa ghi.",
        "NotAPhone": "Số điện thoại có 8 đến 15 chữ số.",
        "NotADate": "Không có ngày này. Gõ như 05031985, 5/3/85 hoặc 1985.",
        "NoPapers": "Chưa có giấy tờ nào được đánh dấu.",
        "TextTooLong": "Dài quá, tối đa {limit} ký tự.",
    }
    words = sentences.get(type(error).__name__, str(error))
    return words.format(**error.facts) if "{" in words and error.facts else words


@dataclass
class Desk:
    """A pretended desk: keeps what it was told, and can be made to fail."""

    now: datetime = NOW
    drafts: dict[str, Draft] = field(default_factory=dict)
    registered: list[IntakeRequest] = field(default_factory=list)
    printed: list[Registered] = field(default_factory=list)
    refuse_register: Exception | None = None
    refuse_print: Exception | None = None
    asks_for_paper: bool = False
    lent: list[Registered] = field(default_factory=list)
    came: list[int] = field(default_factory=list)
    refuse_draft: Exception | None = None
    catalogue: dict[int, Procedure] = field(default_factory=lambda: dict(CATALOGUE))
    promises: list[IntakeRequest] = field(default_factory=list)
    picture_gate: threading.Event | None = None
    pictures: int = 0
    register_gate: threading.Event | None = None
    second_look: dict[str, object] = field(default_factory=dict)
    twins: dict[tuple[str, str], Twin] = field(default_factory=dict)
    tariff: Tariff | None = TARIFF
    slips: list[Registered] = field(default_factory=list)
    payments: tuple[Payment, ...] = ()

    def actions(self) -> IntakeActions:
        return IntakeActions(
            now=lambda: self.now,
            procedures=self.procedures,
            procedure=lambda version: StoredProcedure(version, self.catalogue[version]),
            current=self.current,
            people=self.people,
            addresses=self.addresses,
            twins=self.twins_of,
            promise=self.promise,
            tariff=lambda: self.tariff,
            cost=self.cost,
            picture=self.picture,
            register=self.register,
            print_receipt=self.print_receipt,
            money=self.money_of,
            print_slip=self.print_slip,
            paper_came=self.came.append,
            lend_receipt=self.lend_receipt,
            save_draft=self.save_draft,
            drop_draft=self.drop_draft,
            drafts=lambda: tuple(
                sorted(self.drafts.values(), key=lambda d: d.saved_at, reverse=True)
            ),
            complete_limit=self.complete_limit,
            turning_away=TurningAwayActions(
                bases=frozenset,
                guide=lambda *_: b"%PDF-slip",
                refuse=lambda *_: TurnedAway(1, "01/TC", "0" * 64),
                refusals=tuple,
                refusal=lambda _: b"%PDF-refusal",
                print_slip=lambda _: "May-in-quay-1",
                print_refusal=lambda _: "May-in-quay-1",
                lend=lambda _name, _pdf: Path(),
            ),
            say=say,
        )

    def procedures(self, text: str) -> tuple[ProcedureChoice, ...]:
        wanted = fold(text).split()
        return tuple(
            ProcedureChoice(version, p.code, p.name, p.field, p.is_complete, 40 - 7 * version)
            for version, p in self.catalogue.items()
            if all(word in fold(f"{p.code} {p.name}") for word in wanted)
        )

    def current(self, code: str) -> StoredProcedure | None:
        for version, procedure in self.catalogue.items():
            if procedure.code == code:
                return StoredProcedure(version, procedure)
        return None

    def people(self, text: str) -> tuple[PersonOffer, ...]:
        if text == OF_OLD.personal_id:
            return (PersonOffer(OF_OLD, 1, date(2024, 5, 6), ("H37.99.1-240506-0002",)),)
        wanted = fold(text).replace(" ", "")
        keys = (MAY.personal_id, fold(MAY.full_name).replace(" ", ""), MAY.phone)
        if not any(key.startswith(wanted) for key in keys):
            return ()
        other = replace(MAY, full_name="Hoàng Thị Mận", personal_id="020190005678", phone="")
        found = [PersonOffer(MAY, 3, date(2026, 10, 2), ("H37.99.1-261118-0004",))]
        if not MAY.personal_id.startswith(wanted):
            found.append(PersonOffer(other, 1, date(2026, 1, 9)))
        return tuple(found)

    def addresses(self, text: str) -> tuple[str, ...]:
        known = (MAY.address, "Thôn Bản Lỏng, xã Na Sầm", "Thôn Pá Hạ, xã Na Sầm")
        return best_addresses(text, known)

    def twins_of(self, number: str, phone: str, code: str, old_id: str) -> tuple[Twin, ...]:
        twin = self.twins.get((number or phone, code)) or self.twins.get((old_id, code))
        return (twin,) if twin else ()

    def promise(self, request: IntakeRequest, now: datetime) -> PromisePreview:
        self.promises.append(request)
        procedure = self.current(request.procedure)
        assert procedure is not None
        rule = procedure.procedure.rule_for(request.channel, request.case)
        assert rule is not None
        assert rule.limit is not None
        return preview_of(rule.limit, request.received_at or now)

    def cost(self, request: IntakeRequest) -> Cost:
        rates = self.tariff.rates_of(request.procedure) if self.tariff else ()
        papers = tuple(_charged(paper, rates[0]) for paper in request.certification if rates)
        lines = (*(lines_of(papers, self.tariff) if rates else ()), *(request.fees or ()))
        if request.exemption is not None:
            lines = waived(lines, _settled(self.tariff or TARIFF, request))
        is_open = not rates
        return Cost(papers, lines, due_of(lines), self.tariff, is_open)

    def print_slip(self, registered: Registered, _reason: str) -> PrintOutcome:
        self.slips.append(registered)
        return PrintOutcome("Canon LBP 2900", 1, len(self.slips), 12, form="payment")

    def picture(self, request: IntakeRequest, now: datetime, width: int) -> PageImage:
        if self.picture_gate is not None:
            assert self.picture_gate.wait(10)
        self.pictures += 1
        height = round(width * 297 / 210)
        shade = 200 + len(request.documents)
        return PageImage(bytes([shade]) * (width * height), width, height, width)

    def money_of(self, dossier_id: int) -> DossierMoney:
        """The slip taken with it was voided meanwhile."""
        lines = self.cost(self.registered[-1]).lines
        taken = sum(one.signed for one in self.payments)
        return DossierMoney(dossier_id, "", 2, lines, self.payments, Account(due_of(lines), taken))

    def register(self, request: IntakeRequest, draft_id: str) -> Registered:
        if self.refuse_register is not None:
            raise self.refuse_register
        if self.register_gate is not None:
            assert self.register_gate.wait(10)
        self.registered.append(request)
        self.drafts.pop(draft_id, None)
        registered = Registered(
            dossier_id=len(self.registered),
            dossier_code=f"H37.99.1-261123-{len(self.registered):04d}",
            due_at=datetime(2026, 11, 27, 10, 15, tzinfo=VIETNAM),
            calendar_confirmed=True,
            ledger_hash="0" * 64,
            content=b"{}",
            changed=Changed.DOSSIERS,
        )
        return replace(registered, **self.second_look)

    def lend_receipt(self, registered: Registered, _reason: str) -> Path:
        self.lent.append(registered)
        return Path("MotCua.pdf")

    def print_receipt(self, registered: Registered, _reason: str) -> PrintOutcome:
        if self.refuse_print is not None:
            raise self.refuse_print
        self.printed.append(registered)
        return PrintOutcome("Canon LBP 2900", 2, 1, 11, self.asks_for_paper, "01")

    def save_draft(self, draft_id: str, body, summary: str) -> None:
        if self.refuse_draft is not None:
            raise self.refuse_draft
        self.drafts[draft_id] = Draft(draft_id, self.now, summary, body)

    def drop_draft(self, draft_id: str) -> None:
        self.drafts.pop(draft_id, None)

    def complete_limit(
        self, code: str, channel: Channel, case: str | None, limit: TimeLimit, source: str
    ) -> StoredProcedure:
        stored = self.current(code)
        assert stored is not None
        rules = tuple(
            replace(rule, limit=limit, provenance=Provenance.COMPLETED, source=source)
            for rule in stored.procedure.limits
        )
        version = max(self.catalogue) + 1
        del self.catalogue[stored.version]
        self.catalogue[version] = replace(stored.procedure, limits=rules)
        return StoredProcedure(version, self.catalogue[version])


def preview_of(limit: TimeLimit, received: datetime) -> PromisePreview:
    """A believable count: Monday to Friday, 24 November off."""
    names = {5: "Thứ Bảy", 6: "Chủ nhật"}
    days = [PromiseDay(received.date(), (f"nhận {received:%H:%M} – chưa tính",))]
    day, count = received, 0
    while count < limit.amount:
        day += timedelta(days=1)
        if (day.month, day.day) == (11, 24):
            days.append(PromiseDay(day.date(), ("nghỉ: Ngày Văn hóa Việt Nam",)))
        elif day.weekday() in names:
            days.append(PromiseDay(day.date(), (names[day.weekday()],)))
        else:
            count += 1
            days.append(PromiseDay(day.date(), ("ngày làm việc",), str(count), is_counted=True))
    return PromisePreview(
        due_at=day,
        calendar_confirmed=day.year < 2028,
        limit_text=f"{limit.amount} ngày làm việc" if limit.amount else "trong ngày",
        days=tuple(days),
        basis="Nghị định 118/2025/NĐ-CP; ngày nghỉ theo Công văn 10065/VPCP-KGVX",
        fees_text="15.000 đồng/bản",
    )


def _settled(tariff: Tariff, request: IntakeRequest) -> Exemption:
    try:
        return tariff.settled(request.exemption, code=request.procedure, field="", on=NOW.date())
    except FieldError as problem:
        raise InvalidRequest(problems=(problem,)) from None
