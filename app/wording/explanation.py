"""Vietnamese words for the explanation of a due time: the table and what stands around it."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.deadline.day_rules import DayInfo, DayKind
from app.domain.deadline.explanation import Explanation
from app.domain.deadline.explanation_rows import Row, Why
from app.domain.deadline.office_hours import Session, Sessions, clock_text
from app.domain.deadline.time_limit import Unit
from app.domain.phrases import joined, translated
from app.wording.deadline import (
    Translate,
    as_it_is,
    day_of_year_text,
    day_text,
    hours_text,
    limit_text,
    moment_text,
)
from app.wording.marker import translatable


@dataclass(frozen=True, slots=True)
class TableLine:
    """One line of the explanation as read: the date, what it counts, and the reasons in order."""

    on: str
    counted: str
    reasons: tuple[str, ...]

    @property
    def why(self) -> str:
        """The reasons as one sentence."""
        return "; ".join(self.reasons)


def explanation_table(explanation: Explanation, tr: Translate = as_it_is) -> tuple[TableLine, ...]:
    """The rows of the table in words."""
    return tuple(_table_line(row, explanation, tr) for row in explanation.rows)


def explanation_notes(explanation: Explanation, tr: Translate = as_it_is) -> tuple[str, ...]:
    """What stands around the table: limit, receipt, start, rule of the hour, end, legal basis."""
    return tuple(_notes(explanation, tr))


def _notes(explanation: Explanation, tr: Translate) -> Iterator[str]:
    limit = explanation.limit
    yield tr(_NOTE_LIMIT).format(limit=limit_text(limit, tr, explanation.same_day_cutoff))
    yield tr(_NOTE_RECEIVED).format(at=moment_text(explanation.received_at, tr))
    if limit.unit is Unit.NONE:
        yield tr(_NOTE_NO_LIMIT)
        return
    if explanation.counted_from != explanation.received_at:
        yield tr(_NOTE_RESTARTED).format(at=moment_text(explanation.counted_from, tr))
    if limit.unit in _STARTS_WHEN_OPEN:
        yield tr(_NOTE_START).format(at=moment_text(explanation.start_at, tr))
    yield from _rules(explanation, tr)
    yield from _cap(explanation, tr)
    yield from _cut(explanation, tr)
    if explanation.is_paused:
        yield tr(_NOTE_PAUSED)
    if explanation.due_at is not None:
        yield tr(_NOTE_DUE).format(at=moment_text(explanation.due_at, tr))
    yield from _grounds(explanation, tr)


def _cut(explanation: Explanation, tr: Translate) -> Iterator[str]:
    """What the law gives, where the office cut the limit, and by which decision."""
    if (cut := explanation.cut_from) is not None:
        yield tr(_NOTE_CUT).format(
            statutory=limit_text(cut.statutory, tr, explanation.same_day_cutoff),
            limit=limit_text(explanation.limit, tr, explanation.same_day_cutoff),
            decision=cut.decision,
        )


def _rules(explanation: Explanation, tr: Translate) -> Iterator[str]:
    """How the limit is counted."""
    unit = explanation.limit.unit
    at_closing = unit is Unit.WORKING_DAY and explanation.at_closing
    rule = tr(_RULE_CLOSING if at_closing else _RULES[unit])
    yield rule.format(cutoff=f"{explanation.same_day_cutoff:%H:%M}")


def _cap(explanation: Explanation, tr: Translate) -> Iterator[str]:
    """The day of the year the limit never goes beyond, if it has one, and where that stands."""
    if not (latest := explanation.limit.not_later):
        return
    yield tr(_RULE_NOT_LATER).format(day=day_of_year_text(latest))
    if explanation.capped_on is not None:
        yield tr(_NOTE_CAPPED).format(day=f"{explanation.capped_on:%d/%m/%Y}")
    if explanation.source:
        yield tr(_NOTE_SOURCE).format(source=explanation.source)


def _grounds(explanation: Explanation, tr: Translate) -> Iterator[str]:
    """What is not certain, and the law."""
    if explanation.unconfirmed_years:
        years = ", ".join(str(year) for year in explanation.unconfirmed_years)
        yield tr(_NOTE_UNCONFIRMED).format(years=years)
    if explanation.basis:
        yield tr(_NOTE_BASIS).format(texts=translated(joined(explanation.basis), tr))


def _table_line(row: Row, explanation: Explanation, tr: Translate) -> TableLine:
    if row.wait is not None:
        return TableLine(day_text(row.day.on, tr), "–", (_wait_text(row, tr),))
    counted = _counted_text(row, explanation, tr) if row.is_counted else "–"
    return TableLine(day_text(row.day.on, tr), counted, tuple(_reasons(row, explanation, tr)))


def _counted_text(row: Row, explanation: Explanation, tr: Translate) -> str:
    if row.spans:
        return hours_text(row.minutes, tr)
    if row.why in {Why.WORKING_DAY, Why.CALENDAR_DAY}:
        return f"{row.number}/{explanation.limit.amount}"
    return "✓"


def _reasons(row: Row, explanation: Explanation, tr: Translate) -> Iterator[str]:
    is_left_out = row.why is Why.WORKING_HOURS and not row.is_counted
    if (text := _WHYS.get(row.why)) and not is_left_out:
        cutoff = f"{explanation.same_day_cutoff:%H:%M}"
        yield tr(text).format(n=row.number, of=explanation.limit.amount, cutoff=cutoff)
    if row.spans:
        total = hours_text(row.total, tr)
        yield tr(_SPANS).format(spans=_sessions_text(row.spans), total=total)
    if kind := _kind_text(row.day, tr):
        yield kind
    if row.day.sessions and not row.spans and row.why in _SHOWS_HOURS:
        yield tr(_OPEN_HOURS).format(spans=_sessions_text(row.day.sessions))


def _kind_text(day: DayInfo, tr: Translate) -> str:
    reasons = ", ".join(closure.reason for closure in day.closures)
    match day.kind:
        case DayKind.DAY_OFF:
            return tr(_DAY_OFF).format(name=day.name)
        case DayKind.WEEKLY_OFF:
            return tr(_WEEKLY_OFF)
        case DayKind.CLOSED:
            return tr(_CLOSED_ALL_DAY).format(reason=reasons)
    parts = [tr(_CLOSED_PARTLY).format(reason=reasons)] if reasons else []
    if day.kind is DayKind.MAKE_UP:
        instead = day.instead_of
        text = tr(_MAKE_UP_FOR).format(day=f"{instead:%d/%m/%Y}") if instead else tr(_MAKE_UP)
        parts.insert(0, text)
    return "; ".join(parts)


def _wait_text(row: Row, tr: Translate) -> str:
    wait = row.wait
    assert wait is not None  # noqa: S101 - only rows of a whole pause come here
    asked = moment_text(wait.asked_at, tr)
    ended = moment_text(wait.completed_at, tr) if wait.completed_at else ""
    return tr(_WAITS[row.why]).format(asked=asked, completed=ended)


def _sessions_text(sessions: Sessions) -> str:
    return ", ".join(_session_text(session) for session in sessions)


def _session_text(session: Session) -> str:
    return f"{clock_text(session.opens)}–{clock_text(session.closes)}"


_SPANS = translatable("{spans}; cộng dồn {total}")
_OPEN_HOURS = translatable("làm việc {spans}")
_DAY_OFF = translatable("ngày nghỉ: {name}")
_WEEKLY_OFF = translatable("nghỉ hằng tuần")
_CLOSED_ALL_DAY = translatable("đóng cửa cả ngày: {reason}")
_CLOSED_PARTLY = translatable("đóng cửa một phần: {reason}")
_MAKE_UP = translatable("ngày làm bù")
_MAKE_UP_FOR = translatable("ngày làm bù cho ngày {day}")
_NOTE_LIMIT = translatable("Thời hạn giải quyết: {limit}.")
_NOTE_RECEIVED = translatable("Nhận đủ hồ sơ: {at}.")
_NOTE_RESTARTED = translatable("Tính lại từ đầu khi bổ sung xong: {at}.")
_NOTE_START = translatable("Bắt đầu tính: {at}.")
_NOTE_DUE = translatable("Đến hạn: {at}.")
_NOTE_CAPPED = translatable("Thời hạn bị giới hạn bởi ngày {day}.")
_NOTE_CUT = translatable(
    "Thời hạn theo quy định: {statutory}; cắt giảm còn {limit} theo {decision}."
)
_NOTE_SOURCE = translatable("Nguồn của thời hạn: {source}.")
_RULE_NOT_LATER = translatable(
    "Không được sau ngày {day} của năm; là ngày nghỉ thì lấy ngày làm việc liền trước; lúc hết giờ "
    "làm việc."
)
_NOTE_NO_LIMIT = translatable("Thủ tục không quy định thời hạn.")
_NOTE_PAUSED = translatable("Đang chờ người nộp bổ sung: giờ hẹn được tính khi bổ sung xong.")
_NOTE_UNCONFIRMED = translatable(
    "Lịch nghỉ năm {years} là dự kiến, sẽ kiểm tra lại khi có lịch chính thức."
)
_NOTE_BASIS = translatable("Căn cứ: {texts}.")
_RULE_CLOSING = translatable(
    "Không tính ngày bắt đầu; đến hạn lúc hết giờ làm việc của ngày làm việc cuối cùng."
)
_RULES = {
    Unit.WORKING_DAY: translatable(
        "Không tính ngày bắt đầu; đến hạn vào ngày làm việc cuối cùng, cùng giờ bắt đầu. "
        "Nếu giờ đó không làm việc: lấy giờ mở cửa kế tiếp; hết giờ thì lấy giờ đóng cửa."
    ),
    Unit.WORKING_HOUR: translatable("Cộng giờ làm việc từ lúc bắt đầu cho đến khi đủ."),
    Unit.HOUR: translatable(
        "Cộng giờ liên tục từ lúc bắt đầu; hết hạn ngoài giờ làm việc thì lấy giờ mở cửa kế tiếp."
    ),
    Unit.DAY: translatable(
        "Không tính ngày nhận; ngày cuối là ngày nghỉ thì lấy ngày làm việc kế tiếp; đến hạn lúc "
        "hết giờ làm việc."
    ),
    Unit.MONTH: translatable(
        "Đến ngày cùng số của tháng cuối (hoặc ngày cuối tháng); là ngày nghỉ thì lấy ngày làm "
        "việc kế tiếp; đến hạn lúc hết giờ làm việc."
    ),
    Unit.SAME_DAY: translatable(
        "Nhận trong giờ làm việc và không quá {cutoff}: trả trong ngày; sau đó: ngày làm việc kế "
        "tiếp; đến hạn lúc hết giờ làm việc."
    ),
}
_STARTS_WHEN_OPEN = frozenset({Unit.WORKING_DAY, Unit.WORKING_HOUR, Unit.HOUR})
_SHOWS_HOURS = frozenset(
    {
        Why.START_DAY,
        Why.WORKING_DAY,
        Why.CALENDAR_DAY,
        Why.MONTHS,
        Why.NEXT_WORKING_DAY,
        Why.SAME_DAY,
        Why.AFTER_CLOSING,
        Why.AFTER_CUTOFF,
        Why.NOT_LATER,
        Why.WORKING_DAY_BEFORE,
    }
)
_WHYS = {
    Why.AFTER_CLOSING: translatable("nhận sau giờ làm việc, tính từ hôm sau"),
    Why.START_DAY: translatable("ngày bắt đầu, không tính"),
    Why.FIRST_DAY: translatable("ngày nhận hồ sơ, không tính"),
    Why.WORKING_DAY: translatable("ngày làm việc {n}/{of}"),
    Why.WORKING_HOURS: translatable("giờ làm việc"),
    Why.CLOCK_HOURS: translatable("giờ liên tục"),
    Why.CALENDAR_DAY: translatable("ngày {n}/{of}"),
    Why.MONTHS: translatable("đủ {of} tháng"),
    Why.NEXT_WORKING_DAY: translatable("ngày làm việc kế tiếp"),
    Why.SAME_DAY: translatable("nhận kịp, trả trong ngày"),
    Why.AFTER_CUTOFF: translatable("nhận sau {cutoff}, tính sang ngày làm việc sau"),
    Why.PAUSED: translatable("chờ bổ sung"),
    Why.MOVED: translatable("lùi giờ hẹn"),
    Why.NOT_LATER: translatable("không được sau ngày này"),
    Why.WORKING_DAY_BEFORE: translatable("ngày làm việc liền trước"),
}
_WAITS = {
    Why.PAUSE_OPEN: translatable("đang chờ bổ sung từ {asked}"),
    Why.PAUSE_WITHOUT_EFFECT: translatable(
        "chờ bổ sung từ {asked} đến {completed}: sau giờ hẹn, không đổi giờ hẹn"
    ),
    Why.RESTARTED: translatable("bổ sung từ {asked} xong lúc {completed}: tính lại từ đầu"),
}
