"""What was asked for although a base holds it: kept for whoever reports (NĐ 309/2026 art. 2)."""

from datetime import date, datetime, time, timedelta

from app.answers.held import HeldReport
from app.domain.actor import Actor
from app.domain.clock import VIETNAM, time_and_day
from app.domain.permission import Permission
from app.domain.register.period import Period
from app.exchange.table_file import table_file
from app.printing.layout.corner import PRACTICE_MARK
from app.usecases.desk import Desk
from app.wording.terms import word_for
from db.stores import held

_HEAD = (
    "Lúc yêu cầu", "Mã hồ sơ", "Người nộp", "Thủ tục", "Giấy tờ", "Cơ sở dữ liệu đã có",
    "Vì sao vẫn yêu cầu", "Nội dung yêu cầu", "Cán bộ",
)  # fmt: skip


def held_report(desk: Desk, actor: Actor, first: date, last: date) -> HeldReport:
    """Papers asked for from `first` to `last`, both days included, each with its reason.

    Raises:
        PeriodEndsBeforeItBegins: as named.
    """
    Period(first, last)
    with desk.view(actor, Permission.HELD_REPORT) as view:
        found = held.asked(view.connection, _begin(first), _begin(last + timedelta(days=1)))
        return HeldReport(view.settings.office, first, last, tuple(found), view.rules.is_practice)


def held_report_file(report: HeldReport, name: str) -> bytes:
    """The report as a sheet; `name` says by its suffix which kind (.xlsx, .csv).

    One of practice says so in its first cell, as every paper of practice does.

    Raises:
        NotATableFile: neither of them.
    """
    rows = [
        (
            time_and_day(one.asked_at), one.dossier_code, one.applicant, one.procedure,
            one.paper, word_for(one.base), word_for(one.reason), one.why, one.officer,
        )
        for one in report.rows
    ]  # fmt: skip
    mark = f"{PRACTICE_MARK}: " if report.is_practice else ""
    return table_file(name, (f"{mark}{_HEAD[0]}", *_HEAD[1:]), rows)


def _begin(day: date) -> datetime:
    return datetime.combine(day, time.min, VIETNAM)
