"""Whose applicants are to be notified of a delay, and the register of apologies made."""

from datetime import date, datetime, time, timedelta

from app.answers.apologies import ApologyRegister, RegisteredApology, UnsentApology
from app.answers.board_times import board_times
from app.domain.actor import Actor
from app.domain.clock import VIETNAM, time_and_day
from app.domain.deadline.apology import ready_until
from app.domain.dossier.numbers import grouped_phone
from app.domain.permission import Permission
from app.domain.register.period import PeriodEndsBeforeItBegins
from app.exchange.table_file import table_file
from app.printing.layout.corner import PRACTICE_MARK
from app.usecases.desk import Desk
from app.wording.terms import word_for
from db.stores.deadline import apologies

_CALLS = (
    "STT", "Mã hồ sơ", "Người nộp", "Điện thoại", "Thủ tục", "Hẹn trả", "Hẹn lại", "Đã báo lúc",
    "Kết quả gọi",
)  # fmt: skip
_REGISTER = (
    "Số phiếu", "Lập lúc", "Mã hồ sơ", "Người nộp", "Điện thoại", "Thủ tục", "Hẹn trả", "Hẹn lại",
    "Nguyên nhân", "Lý do", "Cán bộ", "Người phê duyệt", "Đánh dấu", "Đã báo lúc", "Cách báo",
    "Người báo",
)  # fmt: skip


def unsent_apologies(
    desk: Desk, actor: Actor, day: date | None = None
) -> tuple[UnsentApology, ...]:
    """Open dossiers whose applicant is to be notified of a delay on `day` and was not yet.

    Those that were promised anew without notice, and those without an apology whose promise ends
    by the next working day; of another day than today as it is at its end. The earliest first.
    """
    moment = desk.clock.now()
    if day is not None and day != moment.date():
        moment = _begin(day + timedelta(days=1)) - timedelta(minutes=1)
    with desk.view(actor, Permission.UNSENT_APOLOGIES) as view:
        times = board_times(moment, moment, ready_until(moment, view.rules.calendar))
        return tuple(apologies.unsent(view.connection, times))


def apology_register(desk: Desk, actor: Actor, first: date, last: date) -> ApologyRegister:
    """Apologies made from `first` to `last`, both days included, each with its notice.

    Raises:
        PeriodEndsBeforeItBegins: as named.
    """
    if last < first:
        raise PeriodEndsBeforeItBegins(field="last", first=first, last=last)
    with desk.view(actor, Permission.APOLOGY_REGISTER) as view:
        found = apologies.made(view.connection, _begin(first), _begin(last + timedelta(days=1)))
        return ApologyRegister(
            view.settings.office, first, last, tuple(found), view.rules.is_practice
        )


def call_list_file(rows: tuple[UnsentApology, ...], name: str, *, is_practice: bool) -> bytes:
    """Whom to call, as a sheet; `name` says by its suffix which kind (.xlsx, .csv).

    Raises:
        NotATableFile: neither of them.
    """
    lines = [
        (
            str(nth), one.code, one.name, grouped_phone(one.phone), one.procedure,
            time_and_day(one.due_at), _moment(one.extended_to), _moment(one.sent_at), "",
        )
        for nth, one in enumerate(rows, 1)
    ]  # fmt: skip
    return table_file(name, _head(_CALLS, is_practice=is_practice), lines)


def apology_register_file(register: ApologyRegister, name: str) -> bytes:
    """The register as a sheet; `name` says by its suffix which kind (.xlsx, .csv).

    Raises:
        NotATableFile: neither of them.
    """
    head = _head(_REGISTER, is_practice=register.is_practice)
    return table_file(name, head, [_row(one) for one in register.rows])


def _marks(one: RegisteredApology) -> str:
    """How an apology is marked: made late, repeated, or both; empty for neither."""
    marks = (("lập trễ", one.apology.is_late), ("hẹn lại thêm lần nữa", one.apology.is_repeated))
    return ", ".join(words for words, is_so in marks if is_so)


def _row(one: RegisteredApology) -> tuple[str, ...]:
    apology = one.apology
    notice = apology.notices[0] if apology.notices else None
    return (
        one.number, time_and_day(apology.made_at), one.code, one.name, grouped_phone(one.phone),
        one.procedure, time_and_day(apology.promised_at), time_and_day(apology.due_at),
        word_for(apology.cause), apology.reason, apology.officer, apology.approver, _marks(one),
        _moment(notice.at if notice else None), word_for(notice.way) if notice else "",
        notice.officer if notice else "",
    )  # fmt: skip


def _head(names: tuple[str, ...], *, is_practice: bool) -> tuple[str, ...]:
    mark = f"{PRACTICE_MARK}: " if is_practice else ""
    return (f"{mark}{names[0]}", *names[1:])


def _moment(moment: datetime | None) -> str:
    return time_and_day(moment) if moment else ""


def _begin(day: date) -> datetime:
    return datetime.combine(day, time.min, VIETNAM)
