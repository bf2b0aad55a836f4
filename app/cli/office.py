"""Verbs about the office: init, settings, catalogue, calendar, demo."""

from pathlib import Path

import click

from app.cli.context import Context, answer, json_option
from app.cli.tongue import in_tongue, tell, told
from app.cli.vietnamese import group, verb
from app.domain.answers import Imported
from app.exchange.files import read_file

_VERDICTS = {
    "new": "mới",
    "changed": "thay đổi",
    "unchanged": "như cũ",
    "refused": "từ chối",
    "review": "cần xem lại",
}


@verb()
@click.option("--office", required=True, help="Tên cơ quan, ví dụ: UBND xã Mẫu Sơn.")
@click.option("--code", required=True, help="Mã cơ quan, ví dụ: H37.99.1.")
@click.option("--officer", required=True, help="Tên cán bộ tiếp nhận.")
@json_option
@click.pass_obj
def init(context: Context, office: str, code: str, officer: str, as_json: bool) -> None:
    """Tạo thư mục dữ liệu sẵn sàng làm việc."""
    from app.usecases import lookup, opening  # noqa: PLC0415 - loads the database

    facts = opening.OfficeFacts(office=office, agency_code=code, officer=officer)
    desk = opening.make_office(context.folder, context.clock, facts)
    try:
        procedures = len(lookup.procedure_choices(desk, context.clock.now()))
    finally:
        desk.close()
    answer(
        {"data": str(context.folder), "office": office, "code": code, "procedures": procedures},
        tell("Đã tạo dữ liệu cho {0} tại {1}: {2} thủ tục.", office, context.folder, procedures),
        as_json=as_json,
    )


@verb()
@click.option("--dossiers", type=click.IntRange(1, 1_000_000), default=300, help="Số hồ sơ.")
@click.option("--seed", type=int, default=1, help="Hạt giống ngẫu nhiên.")
@json_option
@click.pass_obj
def demo(context: Context, dossiers: int, seed: int, as_json: bool) -> None:
    """Đổ dữ liệu luyện tập: người và hồ sơ tự đặt, thủ tục thật."""
    from app.usecases import practice  # noqa: PLC0415 - loads the database

    made = practice.make_practice_office(
        context.folder, context.clock, dossiers=dossiers, seed=seed
    )
    body = {"data": str(context.folder), "dossiers": made.dossiers, "states": made.states}
    states = ", ".join(f"{state}: {count}" for state, count in made.states.items())
    text = tell("Đã tạo {0} hồ sơ luyện tập ({1}).", made.dossiers, states)
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
    from app.settings import UnknownSetting  # noqa: PLC0415 - with the database
    from app.usecases import lookup, office  # noqa: PLC0415 - loads the database

    with context.desk() as opened:
        texts = office.setting_texts(lookup.settings(opened.desk))
    if key is not None:
        if key not in texts:
            raise UnknownSetting(key=key, known=", ".join(texts))
        texts = {key: texts[key]}
    text = "\n".join(f"{name} = {value}" for name, value in texts.items())
    answer(texts, texts[key] if key else text, as_json=as_json)


@settings.command("set")
@click.argument("key")
@click.argument("value")
@json_option
@click.pass_obj
def settings_set(context: Context, key: str, value: str, as_json: bool) -> None:
    """Đổi một cài đặt; thay đổi được ghi vào sổ cái."""
    from app.usecases import office  # noqa: PLC0415 - loads the database

    with context.desk() as opened:
        after, _ = office.change_setting(opened.desk, opened.actor, key, value)
    kept = office.setting_text(after, key)
    answer({key: kept}, f"{key} = {kept}", as_json=as_json)


@group()
def catalogue() -> None:
    """Danh mục thủ tục hành chính."""


@catalogue.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def catalogue_import(context: Context, file: Path, as_json: bool) -> None:
    """Nạp danh mục: cả tệp hoặc không gì cả; báo mới, thay đổi, như cũ, từ chối và vì sao."""
    from app.usecases import catalogue as usecases  # noqa: PLC0415 - loads the database

    content = read_file(file)
    with context.desk() as opened:
        imported = usecases.import_catalogue(opened.desk, opened.actor, content, source=file.name)
    report(imported, as_json=as_json)


@group()
def calendar() -> None:
    """Lịch làm việc."""


@calendar.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def calendar_import(context: Context, file: Path, as_json: bool) -> None:
    """Nạp lịch: cả tệp hoặc không gì cả; liệt kê hồ sơ có hạn trả sẽ khác đi để xem lại."""
    from app.usecases import office_calendar  # noqa: PLC0415 - loads the database

    content = read_file(file)
    with context.desk() as opened:
        imported = office_calendar.import_calendar(opened.desk, opened.actor, content)
    report(imported, as_json=as_json)


def report(imported: Imported, *, as_json: bool) -> None:
    counts = {name: imported.count(name) for name in _VERDICTS}
    rows = [
        {
            "reference": in_tongue(row.reference),
            "verdict": row.verdict,
            "detail": in_tongue(row.detail),
        }
        for row in imported.rows
    ]
    lines = [
        f"{told(_VERDICTS.get(row.verdict, row.verdict))}: {in_tongue(row.reference)}"
        + (f" – {in_tongue(row.detail)}" if row.detail else "")
        for row in imported.rows
        if row.verdict != "unchanged"
    ]
    summary = ", ".join(f"{told(_VERDICTS[name])} {count}" for name, count in counts.items())
    answer({**counts, "rows": rows}, "\n".join([*lines, summary]), as_json=as_json)


VERBS: tuple[click.Command, ...] = (init, demo, settings, catalogue, calendar)
