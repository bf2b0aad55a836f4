"""Commands about the office: init, settings, catalogue, calendar, demo."""

from pathlib import Path

import click

from app.answers.imports import Imported
from app.cli.context import Context, answer, json_option, request_id_option
from app.cli.desk import open_desk
from app.cli.language import message, reason_text, translated
from app.cli.vietnamese import command, group
from app.domain.actor import PROGRAM
from app.exchange.files import read_file
from app.practice import office as practice
from app.settings import UnknownSetting
from app.usecases.catalogue import procedures as usecases
from app.usecases.office import calendar as office_calendar
from app.usecases.office import opening
from app.usecases.office import settings as office
from app.usecases.queries import lookup

_VERDICTS = {
    "new": "mới",
    "changed": "thay đổi",
    "unchanged": "như cũ",
    "refused": "từ chối",
    "review": "cần xem lại",
}


@command()
@click.option("--office", required=True, help="Tên cơ quan, ví dụ: UBND xã Mẫu Sơn.")
@click.option("--code", required=True, help="Mã cơ quan, ví dụ: H37.99.1.")
@click.option("--officer", required=True, help="Tên cán bộ tiếp nhận.")
@json_option
@click.pass_obj
def init(context: Context, office: str, code: str, officer: str, as_json: bool) -> None:
    """Tạo thư mục dữ liệu sẵn sàng làm việc."""
    facts = opening.OfficeFacts(office=office, agency_code=code, officer=officer)
    desk = opening.make_office(context.folder, context.clock, facts)
    try:
        procedures = len(lookup.procedure_choices(desk, PROGRAM, context.clock.now()))
    finally:
        desk.close()
    answer(
        {"data": str(context.folder), "office": office, "code": code, "procedures": procedures},
        message("Đã tạo dữ liệu cho {0} tại {1}: {2} thủ tục.", office, context.folder, procedures),
        as_json=as_json,
    )


@command()
@click.option("--dossiers", type=click.IntRange(1, 1_000_000), default=300, help="Số hồ sơ.")
@click.option("--seed", type=int, default=1, help="Hạt giống ngẫu nhiên.")
@json_option
@click.pass_obj
def demo(context: Context, dossiers: int, seed: int, as_json: bool) -> None:
    """Đổ dữ liệu luyện tập: người và hồ sơ tự đặt, thủ tục thật."""
    made = practice.make_practice_office(
        context.folder, context.clock, dossiers=dossiers, seed=seed
    )
    body = {"data": str(context.folder), "dossiers": made.dossiers, "states": made.states}
    states = ", ".join(f"{state}: {count}" for state, count in made.states.items())
    text = message("Đã tạo {0} hồ sơ luyện tập ({1}).", made.dossiers, states)
    answer(body, text, as_json=as_json)


@group()
def settings() -> None:
    """Xem và đổi cài đặt của cơ quan."""


@settings.command("get")
@click.argument("key", required=False)
@json_option
@click.pass_obj
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
@request_id_option
@json_option
@click.pass_obj
def settings_set(context: Context, key: str, value: str, as_json: bool) -> None:
    """Đổi một cài đặt; thay đổi được ghi vào sổ cái."""
    with open_desk(context) as opened:
        after, _ = office.change_setting(
            opened.desk, opened.actor, key, value, request=opened.request
        )
    kept = office.setting_text(after, key)
    answer({key: kept}, f"{key} = {kept}", as_json=as_json)


@group()
def catalogue() -> None:
    """Danh mục thủ tục hành chính."""


@catalogue.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@request_id_option
@json_option
@click.pass_obj
def catalogue_import(context: Context, file: Path, as_json: bool) -> None:
    """Nạp danh mục: cả tệp hoặc không gì cả; báo mới, thay đổi, như cũ, từ chối và vì sao."""
    content = read_file(file)
    with open_desk(context) as opened:
        imported = usecases.import_catalogue(
            opened.desk, opened.actor, content, source=file.name, request=opened.request
        )
    report(imported, as_json=as_json)


@group()
def calendar() -> None:
    """Lịch làm việc."""


@calendar.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@request_id_option
@json_option
@click.pass_obj
def calendar_import(context: Context, file: Path, as_json: bool) -> None:
    """Nạp lịch: cả tệp hoặc không gì cả; liệt kê hồ sơ có hạn trả sẽ khác đi để xem lại."""
    content = read_file(file)
    with open_desk(context) as opened:
        imported = office_calendar.import_calendar(
            opened.desk, opened.actor, content, request=opened.request
        )
    report(imported, as_json=as_json)


def report(imported: Imported, *, as_json: bool) -> None:
    counts = {name: imported.count(name) for name in _VERDICTS}
    rows = [
        {
            "reference": reason_text(row.reference),
            "verdict": row.verdict,
            "detail": reason_text(row.detail),
        }
        for row in imported.rows
    ]
    lines = [
        f"{translated(_VERDICTS.get(row.verdict, row.verdict))}: {reason_text(row.reference)}"
        + (f" – {reason_text(row.detail)}" if row.detail else "")
        for row in imported.rows
        if row.verdict != "unchanged"
    ]
    summary = ", ".join(f"{translated(_VERDICTS[name])} {count}" for name, count in counts.items())
    answer({**counts, "rows": rows}, "\n".join([*lines, summary]), as_json=as_json)
