"""The command for going on after a loss."""

import click

from app.answers.safety import LossAccepted
from app.cli.context import Context, answer, answering
from app.cli.desk import open_desk
from app.cli.language import message, translated
from app.cli.vietnamese import group
from app.usecases.safety import loss


@group()
def recover() -> None:
    """Khi dữ liệu thiếu việc đã ghi sổ: chấp nhận, kèm lý do, để làm tiếp."""


@recover.command("accept")
@click.option("--reason", required=True, help="Lý do; ở lại trong sổ cái.")
@answering
def recover_accept(context: Context, reason: str, as_json: bool) -> None:
    """Chấp nhận phần bị thiếu và ghi tiếp; số đã cấp không bao giờ dùng lại."""
    with open_desk(context, recovers=True) as opened:
        done = loss.accept_loss(opened.desk, opened.actor, reason, request=opened.request)
    body = {
        "missing": {
            "rows": done.rows,
            "dossiers": done.dossiers,
            "changed": done.changed,
            "papers": done.papers,
        },
        "numbers_left_out": done.left_out,
        "ledger_hash": done.ledger_hash,
    }
    answer(body, _text(done), as_json=as_json)


def _text(done: LossAccepted) -> str:
    lines = [translated("Đã ghi lý do vào sổ cái; từ giờ ghi tiếp được.")]
    if done.dossiers:
        lines.append(message("Hồ sơ không còn: {0}.", ", ".join(done.dossiers)))
    if done.changed:
        lines.append(message("Hồ sơ thiếu việc sau cùng: {0}.", ", ".join(done.changed)))
    if done.papers:
        lines.append(message("Giấy tờ đã in mà không còn lần in: {0}, vẫn giữ.", done.papers))
    if done.left_out:
        runs = ", ".join(f"{run}: {last}" for run, last in done.left_out.items())
        lines.append(message("Các số bỏ qua, đến hết số: {0}.", runs))
    return "\n".join(lines)
