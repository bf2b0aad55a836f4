"""The command `due`: a deadline with its explanation, or many of them line by line."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO, TypeVar

import click

from app.cli.context import Context, answer, json_option
from app.cli.dossier.due_question import MOST_LINE_BYTES, Question, read_pause, read_question
from app.cli.language import translation
from app.cli.terminal import as_json
from app.cli.vietnamese import command
from app.domain.clock import read_moment
from app.domain.deadline.due_time import Due
from app.domain.deadline.due_time import due as count_due
from app.domain.deadline.explanation import Explanation, explain
from app.domain.deadline.pauses import PauseMode
from app.domain.deadline.time_limit import parse
from app.domain.deadline.working_calendar import CalendarUnknown, WorkingCalendar
from app.domain.errors import DeskError
from app.exchange.calendar import file as calendar_file
from app.usecases.office.calendar_draft import reaching
from app.wording.deadline import Translate, as_it_is
from app.wording.explanation import explanation_notes, explanation_table
from app.wording.refusals import say
from db.folder import has_remains

T = TypeVar("T")


@dataclass(slots=True)
class Counting:
    """The calendar in hand; years it does not hold are drafted when a count needs them."""

    calendar: WorkingCalendar

    def ask(self, count: Callable[[WorkingCalendar], T]) -> T:
        """What `count` gives with a calendar that reaches far enough.

        Raises:
            CalendarUnknown: a year that cannot be drafted is needed.
        """
        while True:
            try:
                return count(self.calendar)
            except CalendarUnknown as unknown:
                self.calendar = reaching(self.calendar, unknown.year)


def seed_calendar() -> WorkingCalendar:
    """The calendar that is used without a data folder."""
    return calendar_file.seed().calendar()


def run_due(question: Question, counting: Counting) -> Explanation:
    """The deadline with its explanation."""
    return counting.ask(
        lambda calendar: explain(
            question.limit, question.received_at, calendar, question.pauses, question.mode
        )
    )


def run_batch(
    lines: Iterable[bytes], counting: Counting, translate: Translate | None = None
) -> Iterator[dict[str, object]]:
    """One answer for each line, in order; a bad line answers ``{"error": sentence}``."""
    for line in lines:
        try:
            question = read_question(line)
            yield due_body(counting.ask(partial(_count, question)))
        except DeskError as error:
            yield {"error": say(error, translate)}


def due_body(found: Due | Explanation) -> dict[str, object]:
    """The answer as contracted."""
    due_at = found.due_at.isoformat() if found.due_at else None
    return {"due_at": due_at, "calendar_confirmed": found.calendar_confirmed}


@command()
@click.option(
    "--limit",
    help="Thời hạn: “5 WORKING_DAY”, “SAME_DAY”, “NONE”, “25 WORKING_DAY NOT_LATER 12-14” …",
)
@click.option("--received", help="Lúc nhận đủ hồ sơ, như 2026-11-23T10:15 (giờ Việt Nam).")
@click.option("--pause", "pauses", multiple=True, help="Lần chờ bổ sung A/B; chưa xong: A/.")
@click.option(
    "--mode",
    type=click.Choice([*PauseMode]),
    default=PauseMode.PAUSE.value,
    help="Sau bổ sung: tính tiếp (PAUSE) hay tính lại từ đầu (RESTART).",
)
@click.option("--batch", is_flag=True, help="Đọc từng dòng JSON ở đầu vào chuẩn.")
@json_option
@click.pass_context
def due(
    context: click.Context,
    limit: str | None,
    received: str | None,
    pauses: tuple[str, ...],
    mode: str,
    batch: bool,
    as_json: bool,
) -> None:
    """Tính giờ hẹn trả và giải thích từng ngày."""
    counting = Counting(_calendar(context))
    translate = translation(context)
    if batch:
        if limit or received or pauses:
            raise click.UsageError("--batch không đi cùng --limit, --received, --pause.")
        _stream(run_batch(_lines(sys.stdin.buffer), counting, translate))
        return
    if limit is None or received is None:
        raise click.UsageError("Cần --limit và --received, hoặc --batch.")
    waits = tuple(read_pause(text) for text in pauses)
    question = Question(parse(limit), read_moment(received), waits, PauseMode(mode))
    found = run_due(question, counting)
    tr = translate or as_it_is
    answer(
        {**due_body(found), **_explanation_body(found, tr)},
        _explanation_text(found, tr),
        as_json=as_json,
    )


def _calendar(context: click.Context) -> WorkingCalendar:
    """The data folder's calendar if there is one, else the one the program ships."""
    known = context.find_object(Context)
    if known is None or not has_remains(known.folder):
        return seed_calendar()
    return known.office_calendar(known.folder, known.clock)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines without their end; of one that is too long only enough to see that it is."""
    while line := stream.readline(MOST_LINE_BYTES + 2):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(MOST_LINE_BYTES)
        yield line.rstrip(b"\r\n")


def _stream(bodies: Iterable[dict[str, object]]) -> None:
    """Write each answer at once: another program may wait for it before it asks again."""
    out = sys.stdout.buffer
    for body in bodies:
        out.write(as_json(body).encode() + b"\n")
        out.flush()


def _count(question: Question, calendar: WorkingCalendar) -> Due:
    return count_due(question.limit, question.received_at, calendar, question.pauses, question.mode)


def _explanation_body(found: Explanation, tr: Translate) -> dict[str, object]:
    table = [
        {"date": row.day.on.isoformat(), "is_counted": row.is_counted, "text": line.why}
        for row, line in zip(found.rows, explanation_table(found, tr), strict=True)
    ]
    return {"notes": list(explanation_notes(found, tr)), "table": table}


def _explanation_text(found: Explanation, tr: Translate) -> str:
    lines = explanation_table(found, tr)
    on_width = max((len(line.on) for line in lines), default=0)
    counted_width = max((len(line.counted) for line in lines), default=0)
    rows = [
        f"  {line.on:<{on_width}}  {line.counted:>{counted_width}}  {line.why}" for line in lines
    ]
    return "\n".join([*explanation_notes(found, tr), *rows])
