"""Commands that reach the province: export, acknowledge."""

from pathlib import Path

import click

from app.answers.exchange import ProblemGroup, by_kind
from app.cli.context import PATH, Context, answer, answering
from app.cli.contradictions import contradiction_lines, contradictions_body
from app.cli.desk import open_desk
from app.cli.language import message, translated, translation
from app.cli.office.saved_first import save_first
from app.cli.vietnamese import command
from app.exchange.province_v1.acknowledgement import DigestMismatch
from app.outside.ordinary import read_file
from app.usecases.exchange import exporting
from app.usecases.exchange.answering import take_answers
from app.wording.score import score_sentence


@command()
@click.option("--to", "folder", type=PATH, required=True, help="Thư mục.")
@answering
def export(context: Context, folder: Path, as_json: bool) -> None:
    """Ghi các bản ghi chờ gửi thành một gói; gửi chưa phải là đã được tiếp nhận."""
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
        "practice": exported.is_practice,
        "score_problems": [
            {"dossier_code": p.dossier_code, "problems": list(p.problems)} for p in problems
        ],
    }
    lines = [
        *(_group_text(group) for group in by_kind(problems)),
        message(
            "Đã ghi {0} bản ghi của {1} hồ sơ vào {2}.",
            exported.events,
            exported.dossiers,
            exported.path,
        ),
    ]
    answer(body, "\n".join(lines), as_json=as_json)


@command()
@click.argument("file", type=PATH)
@answering
def acknowledge(context: Context, file: Path, as_json: bool) -> None:
    """Nhận tệp trả lời của tỉnh: từng bản ghi được nhận hoặc bị từ chối.

    Bản ghi có nội dung khác bản đã gửi thì vẫn chờ, được nêu ra và mã thoát là 1.
    """
    content = read_file(file)
    with open_desk(context) as opened:
        save_first(opened)
        taken = take_answers(opened.desk, opened.actor, content, request=opened.request)
    body = {
        "accepted": taken.accepted,
        "rejected": taken.rejected,
        "repeated": taken.repeated,
        "unknown": list(taken.unknown),
        "mismatched": list(taken.mismatched),
        **contradictions_body(taken.contradictions),
    }
    text = message(
        "Được nhận {0}, bị từ chối {1}, đã biết {2}, không phải của ta {3}.",
        taken.accepted,
        taken.rejected,
        taken.repeated,
        len(taken.unknown),
    )
    lines = [text, *contradiction_lines(taken.contradictions)]
    answer(body, "\n".join(lines), as_json=as_json)
    if taken.mismatched:
        raise DigestMismatch(
            event_id=", ".join(taken.mismatched), what=translated("nội dung hoặc phiên bản")
        )


def _group_text(group: ProblemGroup) -> str:
    problem = score_sentence(group.kind, translation())
    return message("Chú ý, {0} hồ sơ {1}: {2}", group.count, problem, group.named)
