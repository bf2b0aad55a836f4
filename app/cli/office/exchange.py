"""Commands that reach the province: export, acknowledge."""

from pathlib import Path

import click

from app.answers.exchange import ProblemGroup, by_kind
from app.cli.context import Context, answer, json_option, request_id_option
from app.cli.desk import open_desk
from app.cli.language import message, translated, translation
from app.cli.vietnamese import command
from app.exchange.files import read_file
from app.exchange.province_v1.acknowledgement import DigestMismatch
from app.usecases.exchange import exporting
from app.wording.score import score_sentence


@command()
@click.option("--to", "folder", type=click.Path(path_type=Path), required=True, help="Thư mục.")
@request_id_option
@json_option
@click.pass_obj
def export(context: Context, folder: Path, as_json: bool) -> None:
    """Ghi các tin chờ gửi thành một gói; gửi chưa phải là đã được tiếp nhận."""
    with open_desk(context) as opened:
        opened.request.asked = str(folder)  # written once: another folder is another request
        problems = exporting.score_problems(opened.desk, opened.actor)
        exported = exporting.export_package(
            opened.desk, opened.actor, folder, request=opened.request
        )
    body = {
        "path": exported.path,
        "package_id": exported.package_id,
        "events": exported.events,
        "dossiers": exported.dossiers,
        "bytes": exported.bytes,
        "sha256": exported.sha256,
        "score_problems": [
            {"dossier_code": p.dossier_code, "problems": list(p.problems)} for p in problems
        ],
    }
    lines = [
        *(_group_text(group) for group in by_kind(problems)),
        message(
            "Đã ghi {0} tin của {1} hồ sơ vào {2}.",
            exported.events,
            exported.dossiers,
            exported.path,
        ),
    ]
    answer(body, "\n".join(lines), as_json=as_json)


@command()
@click.argument("file", type=click.Path(path_type=Path))
@request_id_option
@json_option
@click.pass_obj
def acknowledge(context: Context, file: Path, as_json: bool) -> None:
    """Nhận tệp trả lời của tỉnh: từng tin được nhận hoặc bị từ chối.

    Tin có nội dung khác bản đã gửi thì vẫn chờ, được nêu ra và mã thoát là 1.
    """
    content = read_file(file)
    with open_desk(context) as opened:
        taken = exporting.take_answers(opened.desk, opened.actor, content, request=opened.request)
    body = {
        "accepted": taken.accepted,
        "rejected": taken.rejected,
        "repeated": taken.repeated,
        "unknown": list(taken.unknown),
        "mismatched": list(taken.mismatched),
    }
    text = message(
        "Được nhận {0}, bị từ chối {1}, đã biết {2}, không phải của ta {3}.",
        taken.accepted,
        taken.rejected,
        taken.repeated,
        len(taken.unknown),
    )
    answer(body, text, as_json=as_json)
    if taken.mismatched:
        raise DigestMismatch(
            event_id=", ".join(taken.mismatched), what=translated("nội dung hoặc phiên bản")
        )


def _group_text(group: ProblemGroup) -> str:
    problem = score_sentence(group.kind, translation())
    return message("Chú ý, {0} hồ sơ {1}: {2}", group.count, problem, group.named)
