"""Verbs that reach the province: export, acknowledge."""

from pathlib import Path

import click

from app.cli.context import Context, answer, json_option
from app.cli.tongue import tell, told, translation
from app.cli.vietnamese import verb
from app.exchange.acknowledgement import DigestMismatch
from app.exchange.files import read_file
from app.exchange.score_check import ProblemGroup, by_kind
from app.sentences_score import score_sentence


@verb()
@click.option("--to", "folder", type=click.Path(path_type=Path), required=True, help="Thư mục.")
@json_option
@click.pass_obj
def export(context: Context, folder: Path, as_json: bool) -> None:
    """Ghi các tin chờ gửi thành một gói; gửi chưa phải là đã được tiếp nhận."""
    from app.usecases import exporting  # noqa: PLC0415 - loads the database

    with context.desk() as opened:
        problems = exporting.score_problems(opened.desk)
        exported = exporting.export_package(opened.desk, opened.actor, folder)
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
        tell(
            "Đã ghi {0} tin của {1} hồ sơ vào {2}.",
            exported.events,
            exported.dossiers,
            exported.path,
        ),
    ]
    answer(body, "\n".join(lines), as_json=as_json)


@verb()
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def acknowledge(context: Context, file: Path, as_json: bool) -> None:
    """Nhận tệp trả lời của tỉnh: từng tin được nhận hoặc bị từ chối.

    Tin có nội dung khác bản đã gửi thì vẫn chờ, được nêu ra và mã thoát là 1.
    """
    from app.usecases import exporting  # noqa: PLC0415 - loads the database

    content = read_file(file)
    with context.desk() as opened:
        taken = exporting.take_answers(opened.desk, opened.actor, content)
    body = {
        "accepted": taken.accepted,
        "rejected": taken.rejected,
        "repeated": taken.repeated,
        "unknown": list(taken.unknown),
        "mismatched": list(taken.mismatched),
    }
    text = tell(
        "Được nhận {0}, bị từ chối {1}, đã biết {2}, không phải của ta {3}.",
        taken.accepted,
        taken.rejected,
        taken.repeated,
        len(taken.unknown),
    )
    answer(body, text, as_json=as_json)
    if taken.mismatched:
        raise DigestMismatch(
            event_id=", ".join(taken.mismatched), what=told("nội dung hoặc phiên bản")
        )


def _group_text(group: ProblemGroup) -> str:
    problem = score_sentence(group.kind, translation())
    return tell("Chú ý, {0} hồ sơ {1}: {2}", group.count, problem, group.named)


VERBS: tuple[click.Command, ...] = (export, acknowledge)
