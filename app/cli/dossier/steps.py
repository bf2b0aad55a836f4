"""Commands of agencies and step limits: the office's own rows."""

import click

from app.answers.handover import Agencies, ProcedureSteps
from app.cli.context import Context, answer, answering
from app.cli.desk import open_desk
from app.cli.language import message, translated, translation, word_for
from app.cli.vietnamese import group
from app.domain.catalogue.procedure import Provenance, Step
from app.domain.deadline.time_limit import parse
from app.usecases.handover import rules
from app.wording.deadline import as_it_is, limit_text


class NotAStep(click.UsageError):
    """A step was not written as the three parts it has."""

    def __init__(self, text: str) -> None:
        super().__init__(
            message("“{0}” không phải một bước: ghi “CƠ QUAN | VIỆC | 2 WORKING_DAY”.", text)
        )


@group()
def agency() -> None:
    """Cơ quan, bộ phận giải quyết hồ sơ: xem, thêm hoặc xác nhận, bỏ."""


@agency.command("list")
@answering
def agency_list(context: Context, as_json: bool) -> None:
    """Các cơ quan, bộ phận đang dùng; phần chương trình gợi ý thì ghi là cần kiểm tra."""
    with open_desk(context) as opened:
        found = rules.known_agencies(opened.desk, opened.actor)
    _answer_agencies(found, as_json=as_json)


@agency.command("add")
@click.argument("name")
@answering
def agency_add(context: Context, name: str, as_json: bool) -> None:
    """Thêm một cơ quan, bộ phận, hoặc xác nhận tên chương trình gợi ý."""
    with open_desk(context) as opened:
        found = rules.set_agency(opened.desk, opened.actor, name, request=opened.request)
    _answer_agencies(found, as_json=as_json)


@agency.command("drop")
@click.argument("name")
@answering
def agency_drop(context: Context, name: str, as_json: bool) -> None:
    """Bỏ một cơ quan, bộ phận khỏi danh sách; hồ sơ, biên bản đã có thì giữ nguyên."""
    with open_desk(context) as opened:
        found = rules.set_agency(
            opened.desk, opened.actor, name, is_used=False, request=opened.request
        )
    _answer_agencies(found, as_json=as_json)


@group()
def steps() -> None:
    """Các bước giải quyết của một thủ tục qua các cơ quan, và hạn của từng bước."""


@steps.command("show")
@click.argument("procedure")
@answering
def steps_show(context: Context, procedure: str, as_json: bool) -> None:
    """Các bước đang áp dụng của một thủ tục, và hạn của từng bước."""
    with open_desk(context) as opened:
        found = rules.steps_of(opened.desk, opened.actor, procedure)
    _answer_steps(found, as_json=as_json)


@steps.command("set")
@click.argument("procedure")
@click.option(
    "--step",
    "texts",
    multiple=True,
    help="Một bước: “CƠ QUAN | VIỆC | 2 WORKING_DAY”; nêu lần lượt. Không nêu: bỏ phần đã đặt.",
)
@answering
def steps_set(context: Context, procedure: str, texts: tuple[str, ...], as_json: bool) -> None:
    """Đặt các bước của một thủ tục; áp dụng cho bàn giao từ nay, tổng không quá hạn thủ tục."""
    wanted = [_step(nth, text) for nth, text in enumerate(texts, start=1)]
    with open_desk(context) as opened:
        found = rules.set_steps(
            opened.desk, opened.actor, procedure, wanted, request=opened.request
        )
    _answer_steps(found, as_json=as_json)


def _step(position: int, text: str) -> Step:
    parts = [part.strip() for part in text.split("|")]
    if len(parts) != 3 or not all(parts):
        raise NotAStep(text)
    who, duty, limit = parts
    return Step(position, who, duty, parse(limit))


def _answer_agencies(found: Agencies, *, as_json: bool) -> None:
    body = {
        "desk": found.desk,
        "agencies": [
            {"name": one.name, "provenance": one.provenance.value} for one in found.agencies
        ],
    }
    lines = [f"{found.desk}  ({translated('bộ phận Một cửa')})"]
    lines += [
        f"{one.name}  ({word_for(one.provenance)})"
        if one.provenance is Provenance.UNVERIFIED
        else one.name
        for one in found.agencies
    ]
    answer(body, "\n".join(lines), as_json=as_json)


def _answer_steps(found: ProcedureSteps, *, as_json: bool) -> None:
    body = {
        "procedure": found.code,
        "provenance": found.provenance.value,
        "steps": [
            {
                "position": step.position,
                "agency": step.agency or None,
                "duty": step.duty,
                "limit": str(step.limit),
            }
            for step in found.steps
        ],
    }
    tr = translation() or as_it_is
    lines = [f"{found.code}  {found.name}"]
    lines += [
        f"{step.position}. {step.agency or found.desk}: {step.duty}, {limit_text(step.limit, tr)}"
        for step in found.steps
    ] or [translated("Không có bước nào: hồ sơ làm xong tại bộ phận Một cửa.")]
    if found.steps and found.provenance is Provenance.UNVERIFIED:
        lines.append(translated("▲ Các bước này do chương trình gợi ý, cần kiểm tra."))
    answer(body, "\n".join(lines), as_json=as_json)
