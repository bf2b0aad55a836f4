"""Dossiers, procedures and facts for the exchange: one plain sample, and strategies over all."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from app.domain.catalogue.procedure import (
    Channel,
    LimitRule,
    Outcome,
    Procedure,
    Provenance,
    ReturnBy,
    ServiceLevel,
)
from app.domain.certification.books import (
    Book,
    CertificationKind,
    CertificationNumber,
    CertifiedDocument,
)
from app.domain.clock import VIETNAM
from app.domain.deadline.pauses import PauseKind, PauseMode
from app.domain.deadline.time_limit import TimeLimit, Unit
from app.domain.dossier.dossier import (
    Applicant,
    ApplicantKind,
    Dossier,
    Pause,
    Promise,
    PromiseKind,
    SubmittedDocument,
)
from app.domain.dossier.identity import IdKind, Sex
from app.domain.look_alikes import tidy
from app.domain.money.fee import MOST_DONG, CollectAt, Exemption, FeeKind, FeeLine
from app.domain.money.relief import Relief
from app.domain.workflow.states import DossierEvent, DossierState
from app.exchange.events import EventFacts, dossier_event, step_event
from app.exchange.province_v1.dialect import render

RECEIVED = datetime(2026, 11, 23, 10, 15, tzinfo=VIETNAM)
DUE = datetime(2026, 11, 27, 10, 15, tzinfo=VIETNAM)
THREE_DAYS = TimeLimit(Unit.WORKING_DAY, 3)


def an_event_id(number: int) -> str:
    return f"0193f1c2-0000-7000-8000-{number:012x}"


def facts(seq: int = 1, **changes) -> EventFacts:
    values = {
        "event_id": an_event_id(seq),
        "seq": seq,
        "created_at": RECEIVED + timedelta(minutes=1, seconds=30),
        "agency_code": "H37.99.1",
        "office": "UBND xã Mẫu Sơn",
        "department": "Trung tâm Phục vụ hành chính công",
        "station": 1,
        "officer": "Hoàng Thị Lan",
    }
    return EventFacts(**(values | changes))


def a_procedure(**changes) -> Procedure:
    values = {
        "code": "1.004873",
        "name": "Cấp Giấy xác nhận tình trạng hôn nhân",
        "field": "Hộ tịch",
        "field_code": "G15-HT",
        "decision": "",
        "subjects": "",
        "limits": (LimitRule(Channel.DIRECT, None, THREE_DAYS, "", Provenance.AS_PUBLISHED),),
        "fees": (),
        "documents": (),
        "outcomes": (Outcome("Giấy xác nhận tình trạng hôn nhân", "KQ.G15.000123"),),
        "steps": (),
        "pause_mode": PauseMode.PAUSE,
        "service_level": ServiceLevel.FULL,
        "provenance": Provenance.AS_PUBLISHED,
        "source": "",
        "effective_from": date(2025, 7, 1),
    }
    return Procedure(**(values | changes))


def a_person(**changes) -> Applicant:
    values = {
        "full_name": "Hoàng Thị Mẩy",
        "personal_id": "020185001234",
        "phone": "0912345678",
        "address": "Thôn Bản Loỏng",
    }
    return Applicant(**(values | changes))


def first_promise(due_at: datetime | None = DUE) -> Promise:
    return Promise(PromiseKind.FIRST, due_at, calendar_confirmed=True, made_at=RECEIVED)


def a_dossier(**changes) -> Dossier:
    values = {
        "id": 7,
        "code": "H37.99.1-261123-0001",
        "version": 1,
        "state": DossierState.RECEIVED,
        "procedure_version": 1,
        "procedure_code": "1.004873",
        "procedure_name": "Cấp Giấy xác nhận tình trạng hôn nhân",
        "case": None,
        "channel": Channel.DIRECT,
        "service_level": ServiceLevel.FULL,
        "boundary_free": False,
        "applicant": a_person(),
        "representative": None,
        "documents": (
            SubmittedDocument("Tờ khai", 1, 0, "000.00.00.G15-KQ0123"),
            SubmittedDocument("Trích lục ghi chú ly hôn", 1, 2),
        ),
        "sets": 1,
        "return_by": ReturnBy.DESK,
        "note": "",
        "received_at": RECEIVED,
        "filed_at": None,
        "limit": THREE_DAYS,
        "pause_mode": PauseMode.PAUSE,
        "due_at": DUE,
        "measured_due_at": DUE,
        "calendar_confirmed": True,
        "form_set": "tt03-2025",
        "officer": "Hoàng Thị Lan",
        "station": 1,
        "promises": (first_promise(),),
    }
    return Dossier(**(values | changes))


def dossier_message(where: EventFacts, dossier: Dossier, procedure: Procedure) -> bytes:
    """What the province is sent of the dossier."""
    return render(dossier_event(where, dossier, procedure))


def step_message(
    where: EventFacts, dossier: Dossier, event: DossierEvent, reason: str = ""
) -> bytes:
    """What the province is sent of the step."""
    return render(step_event(where, dossier, a_procedure(), event, reason, from_state=None))


def finished(dossier: Dossier, at: datetime = DUE, **changes) -> Dossier:
    values = {"state": DossierState.FINISHED, "finished_at": at, "ended_at": at}
    return replace(dossier, **(values | changes))


def a_pause(asked_at: datetime, completed_at: datetime | None = None, **changes) -> Pause:
    values = {"reason": "Thiếu bản sao", "papers": ("Trích lục",), "kind": PauseKind.SUPPLEMENT}
    return Pause(asked_at=asked_at, completed_at=completed_at, **(values | changes))


def paused_and_resumed(mode: PromiseKind = PromiseKind.PAUSED) -> Dossier:
    """Asked for papers on Wednesday, completed on Thursday: promised one day later."""
    asked, completed = RECEIVED + timedelta(days=2), RECEIVED + timedelta(days=3)
    moved = DUE + timedelta(days=3)
    return a_dossier(
        state=DossierState.PROCESSING,
        pauses=(a_pause(asked, completed),),
        promises=(first_promise(), Promise(mode, moved, True, completed)),
        due_at=moved,
        measured_due_at=moved,
    )


# What may be stored: normal form C, no control, direction, private or unassigned character.
_CHARACTERS = st.characters(exclude_categories=("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"))
_VISIBLE = re.compile(r"\S")


def texts(most: int, *, least: int = 1):
    return (
        st.text(_CHARACTERS, min_size=least, max_size=most)
        .map(tidy)
        .filter(lambda text: len(text) <= most and (least == 0 or _VISIBLE.search(text)))
    )


moments = st.datetimes(
    min_value=datetime(2000, 1, 1), max_value=datetime(2199, 12, 31), timezones=st.just(VIETNAM)
).map(lambda moment: moment.replace(microsecond=0))
maybe = lambda strategy: st.none() | strategy  # noqa: E731 - reads as a word below
digits = lambda least, most: st.text("0123456789", min_size=least, max_size=most)  # noqa: E731
codes = st.builds(
    "{}-{:06d}-{:04d}".format,
    st.sampled_from(["H37.99.1", "H37", "000.00.19.H37", "000.17.22.H56"]),
    st.integers(0, 999_999),
    st.integers(1, 9_999),
)
people = st.builds(
    Applicant,
    full_name=texts(200),
    kind=st.sampled_from(ApplicantKind),
    personal_id=digits(0, 20),
    id_kind=st.sampled_from(IdKind),
    phone=digits(0, 16),
    email=st.sampled_from(["", "may@example.vn"]),
    address=texts(60, least=0),
    born=st.sampled_from(["", "1960", "1985-03-07"]),
    sex=maybe(st.sampled_from(Sex)),
)
papers = st.builds(
    SubmittedDocument,
    name=texts(5_000),
    originals=st.integers(0, 999),
    copies=st.integers(1, 999),
    code=st.sampled_from(["", "000.00.00.G15-KQ0123"]),
    shown=st.booleans(),
)
pauses = st.builds(
    Pause,
    kind=st.sampled_from(PauseKind),
    asked_at=moments,
    completed_at=maybe(moments),
    reason=texts(1_000),
    papers=st.lists(texts(100), max_size=3).map(tuple),
)
promises = st.builds(
    Promise,
    kind=st.sampled_from(PromiseKind),
    due_at=maybe(moments),
    calendar_confirmed=st.booleans(),
    made_at=moments,
)
certified = st.builds(
    CertifiedDocument,
    name=texts(200),
    pages=st.integers(1, 999),
    copies=st.integers(1, 999),
    kind=maybe(st.sampled_from(CertificationKind)),
    amount=st.integers(0, MOST_DONG),
    number=maybe(
        st.builds(
            CertificationNumber,
            st.sampled_from(Book),
            st.integers(2000, 2199),
            st.integers(1, 9_999),
            st.integers(1, 99_999),
        )
    ),
)
reliefs = st.builds(Relief, percent=st.integers(1, 99)) | st.builds(
    Relief, to_amount=st.integers(1, MOST_DONG)
)
fees = st.builds(
    FeeLine,
    name=texts(200),
    kind=st.sampled_from(FeeKind),
    per=texts(20),
    unit_amount=maybe(st.integers(0, MOST_DONG)),
    quantity=st.integers(1, 999),
    amount=st.integers(0, MOST_DONG),
    source=texts(200),
    collect_at=st.sampled_from(CollectAt),
    exemption=maybe(st.builds(Exemption, texts(20), texts(100), maybe(reliefs))),
)
limits = st.sampled_from([THREE_DAYS, TimeLimit(Unit.NONE), TimeLimit(Unit.SAME_DAY)])
dossiers = st.builds(
    Dossier,
    id=st.integers(1, 10**9),
    code=codes,
    version=st.integers(1, 1_000_000),
    state=st.sampled_from(DossierState),
    procedure_version=st.just(1),
    procedure_code=st.sampled_from(["1.004873", "1.010708.000.00.00.H56"]),
    procedure_name=texts(5_000),
    case=maybe(texts(1_200)),
    channel=st.sampled_from(Channel),
    service_level=st.just(ServiceLevel.FULL),
    boundary_free=st.booleans(),
    applicant=people,
    representative=maybe(people),
    documents=st.lists(papers, max_size=4).map(tuple),
    sets=st.just(1),
    return_by=st.sampled_from(ReturnBy),
    note=texts(1_000, least=0),
    received_at=moments,
    filed_at=maybe(moments),
    limit=limits,
    pause_mode=st.sampled_from(PauseMode),
    due_at=maybe(moments),
    measured_due_at=maybe(moments),
    calendar_confirmed=st.booleans(),
    form_set=st.just("tt03-2025"),
    officer=texts(200),
    station=st.integers(1, 99),
    pauses=st.lists(pauses, max_size=3).map(tuple),
    promises=st.lists(promises, max_size=3).map(tuple),
    finished_at=maybe(moments),
    returned_at=maybe(moments),
    ended_at=maybe(moments),
    returned_to=texts(200, least=0),
    end_reason=texts(200, least=0),
    returned_identity=digits(0, 12),
    official_code=st.sampled_from(["", "000.00.19.H37-261123-0007"]),
    certification=st.lists(certified, max_size=3).map(tuple),
    fees=st.lists(fees, max_size=3).map(tuple),
)
procedures = st.builds(
    a_procedure,
    field=texts(300, least=0),
    field_code=st.sampled_from(["", "G15-HT"]),
    outcomes=st.lists(
        st.builds(Outcome, texts(2_500), st.sampled_from(["", "KQ1"])), max_size=2
    ).map(tuple),
)
all_facts = st.builds(
    facts,
    seq=st.integers(1, 10**9),
    created_at=moments,
    office=texts(200),
    department=texts(200, least=0),
    station=st.integers(1, 99),
    officer=texts(200),
)
