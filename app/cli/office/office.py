"""Commands about the office: init, settings, calendar, demo."""

from pathlib import Path

import click

from app.answers.closures import ReviewTally
from app.cli.afterwards import afterwards
from app.cli.context import PATH, Context, answer, answering
from app.cli.desk import closing, open_desk, require_clock
from app.cli.language import message, translated, word_for
from app.cli.office.closures import EVERY_ROW, answer_moves, progress
from app.cli.office.imports import content_of, import_file
from app.cli.vietnamese import command, group
from app.domain.actor import PROGRAM, Actor
from app.domain.office_name import COMMITTEE, place_of, require_commune
from app.domain.workflow.states import DossierState
from app.practice import office as practice
from app.settings import UnknownSetting
from app.usecases.office import calendar as office_calendar
from app.usecases.office import clock, opening
from app.usecases.office import settings as office
from app.usecases.queries import lookup


@command()
@click.option("--office", required=True, help="Tên cơ quan, ví dụ: UBND xã Mẫu Sơn.")
@click.option("--code", required=True, help="Mã cơ quan, ví dụ: H37.99.1.")
@click.option("--officer", required=True, help="Tên cán bộ tiếp nhận.")
@click.option("--superior", default="", help="Cơ quan đứng dòng đầu trên giấy tờ.")
@click.option("--commune", default="", help="Tên xã, phường, ví dụ: xã Mẫu Sơn.")
@answering
def init(
    context: Context,
    office: str,
    code: str,
    officer: str,
    superior: str,
    commune: str,
    as_json: bool,
) -> None:
    """Tạo thư mục dữ liệu sẵn sàng làm việc; đầu giấy tờ lấy theo tên cơ quan nếu không ghi."""
    require_clock(context)
    if commune:
        commune = require_commune(commune, field="commune")
        superior = superior or f"{COMMITTEE} {commune}"
    facts = opening.OfficeFacts(
        office, code, officer, superior_body=superior, place=place_of(commune)
    )
    with closing(context, opening.make_office(context.folder, context.clock, facts)) as desk:
        procedures = len(lookup.procedure_choices(desk, PROGRAM, context.clock.now()))
        settings = lookup.settings(desk, PROGRAM)
        if context.clock_confirmed:
            with afterwards(context, translated("ghi rằng giờ của máy đúng")):
                clock.confirm_clock(desk, Actor(settings.officer))
    head = settings.letterhead
    made = message(
        "Đã tạo dữ liệu cho {0} tại {1}: {2} thủ tục.", office, context.folder, procedures
    )
    on_paper = message(
        "Trên giấy tờ: {0}; {1}; địa danh: {2}. Sửa bằng settings set: superior_body, department, "
        "place.",
        *(part or "…" for part in (head.above, head.issuer, settings.place)),
    )
    answer(
        {
            "data": str(context.folder),
            "office": office,
            "code": code,
            "procedures": procedures,
            "superior_body": head.above,
            "department": head.issuer,
            "place": settings.place,
        },
        f"{made}\n{on_paper}",
        as_json=as_json,
    )


@command()
@click.option("--dossiers", type=click.IntRange(1, 1_000_000), default=300, help="Số hồ sơ.")
@click.option("--seed", type=int, default=1, help="Hạt giống ngẫu nhiên.")
@answering
def demo(context: Context, dossiers: int, seed: int, as_json: bool) -> None:
    """Nạp dữ liệu luyện tập: người và hồ sơ giả định, thủ tục thật."""
    require_clock(context)
    made = practice.make_practice_office(
        context.folder, context.clock, dossiers=dossiers, seed=seed
    )
    with open_desk(context):
        body = {"data": str(context.folder), "dossiers": made.dossiers, "states": made.states}
    states = ", ".join(
        f"{word_for(DossierState(state))}: {count}" for state, count in made.states.items()
    )
    text = message("Đã tạo {0} hồ sơ luyện tập ({1}).", made.dossiers, states)
    answer(body, text, as_json=as_json)


@group()
def settings() -> None:
    """Xem và đổi cài đặt của cơ quan."""


@settings.command("get")
@click.argument("key", required=False)
@answering
def settings_get(context: Context, key: str | None, as_json: bool) -> None:
    """In một cài đặt, hoặc tất cả."""
    with open_desk(context) as opened:
        texts = office.setting_texts(lookup.settings(opened.desk, opened.actor))
    if key is not None:
        if key not in texts:
            raise UnknownSetting(key=key, known=", ".join(texts))
        texts = {key: texts[key]}
    text = "\n".join(f"{name} = {value}" for name, value in texts.items())
    answer(texts, texts[key] if key else text, as_json=as_json)


@settings.command("set")
@click.argument("key")
@click.argument("value")
@answering
def settings_set(context: Context, key: str, value: str, as_json: bool) -> None:
    """Đổi một cài đặt; thay đổi được ghi vào sổ cái."""
    with open_desk(context) as opened:
        after, _ = office.change_setting(
            opened.desk, opened.actor, key, value, request=opened.request
        )
    kept = office.setting_text(after, key)
    answer({key: kept}, f"{key} = {kept}", as_json=as_json)


@group()
def calendar() -> None:
    """Lịch làm việc."""


@calendar.command("import")
@click.argument("file", type=PATH)
@click.option("--preview", is_flag=True, help="Chỉ xem hồ sơ nào sẽ có hẹn trả khác, chưa nạp gì.")
@answering
def calendar_import(context: Context, file: Path, preview: bool, as_json: bool) -> None:
    """Nạp lịch: cả tệp hoặc không gì cả; liệt kê hồ sơ có hạn trả sẽ khác đi để xem lại."""
    if preview:
        content = content_of(file)
        with open_desk(context) as opened:
            review = office_calendar.preview_calendar(
                opened.desk, opened.actor, content, tally=ReviewTally(EVERY_ROW), report=progress()
            )
        answer_moves(review, {}, as_json=as_json)
        return
    import_file(context, file, office_calendar.import_calendar, as_json=as_json)
