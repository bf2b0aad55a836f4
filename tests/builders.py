"""A data folder, a desk and requests for tests; every person in them is invented."""

import atexit
import shutil
import tempfile
from datetime import date, datetime, time
from functools import cache
from pathlib import Path

from app.__main__ import main
from app.domain.actor import Actor
from app.domain.certification.books import CertifiedDocument
from app.domain.clock import VIETNAM, SetClock
from app.domain.dossier.dossier import Applicant, IntakeRequest, SubmittedDocument
from app.domain.dossier.identity import Sex
from app.exchange.dialects import PROVINCE_V1
from app.usecases.desk import Desk
from app.usecases.dossier import intake
from app.usecases.office import clock, opening
from db.packing import unpacked
from db.tables.exchange import EventKind

MONDAY = datetime(2026, 11, 23, 10, 15, tzinfo=VIETNAM)
"""A working Monday; Tuesday 24/11/2026 is a day off."""
LAN = Actor("Hoàng Thị Lan")
OFFICE = opening.OfficeFacts("UBND xã Mẫu Sơn", "H37.99.1", "Hoàng Thị Lan")


def a_desk(folder: Path, at: datetime = MONDAY) -> Desk:
    """A new office in `folder`, its clock standing at `at`."""
    shutil.copytree(_new_office(at.date()), folder)
    return opening.open_desk(folder, SetClock(at))


@cache
def _new_office(on: date) -> Path:
    """An untouched office as made at the start of `on`; made once a process, then copied."""
    kept = tempfile.TemporaryDirectory()
    atexit.register(kept.cleanup)
    folder = Path(kept.name) / "data"
    opening.make_office(folder, SetClock(datetime.combine(on, time.min, VIETNAM)), OFFICE).close()
    return folder


def an_office(folder, office=("UBND xã Mẫu Sơn", "H37.99.1", "Hoàng Thị Lan"), *, day=None):
    """An office as `init` makes it: its name, code and officer; `day` parts what clocks made."""
    shutil.copytree(_made_by_init(office, day), folder)


@cache
def _made_by_init(office, _day) -> Path:
    kept = tempfile.TemporaryDirectory()
    atexit.register(kept.cleanup)
    folder = Path(kept.name) / "data"
    name, code, officer = office
    init = ("init", "--office", name, "--code", code, "--officer", officer)
    assert main(["--data", str(folder), *init]) == 0
    return folder


def weeks_pass(desk: Desk, until: datetime) -> None:
    """Nobody comes until `until`; whoever opens the desk then says that the clock is right."""
    desk.clock.set(until)
    clock.confirm_clock(desk, LAN)


def an_applicant(**changes) -> Applicant:
    values = {
        "full_name": "Hoàng Thị Mẩy",
        "personal_id": "020185001234",
        "born": "1985-03-05",
        "sex": Sex.FEMALE,
        "phone": "0912345678",
        "address": "Thôn Bản Loỏng, xã Hoàng Văn Thụ, tỉnh Lạng Sơn",
    }
    return Applicant(**(values | changes))


def a_request(**changes) -> IntakeRequest:
    values = {
        "procedure": "1.004873",
        "applicant": an_applicant(),
        "documents": (
            SubmittedDocument("Tờ khai cấp Giấy xác nhận tình trạng hôn nhân", 1, 0),
            SubmittedDocument("Trích lục ghi chú ly hôn", 0, 1),
        ),
    }
    return IntakeRequest(**(values | changes))


def a_dossier(desk: Desk, actor: Actor = LAN, **changes):
    """A registered dossier."""
    return intake.register_dossier(desk, actor, a_request(**changes))


def a_certification(desk: Desk, *papers: CertifiedDocument, actor: Actor = LAN, **changes):
    """A registered dossier of `papers` to be certified (copies, unless `procedure` says else)."""
    values = {"procedure": "2.000815", "certification": papers}
    if papers:
        values["documents"] = ()
    return a_dossier(desk, actor, **(values | changes))


def rendered(desk: Desk, *kinds: EventKind) -> list[bytes]:
    """Every event of these kinds (of all) in order, as the province would be told of it."""
    with desk.records.read() as connection:
        rows = connection.exec_driver_sql("SELECT kind, body FROM outbox ORDER BY position").all()
    wanted = kinds or tuple(EventKind)
    return [PROVINCE_V1.render(unpacked(body)) for kind, body in rows if kind in wanted]
