"""The command `support`: a bundle for whoever helps, with nobody's data in it."""

from pathlib import Path

import click

from app.cli.context import Context, answer, json_option
from app.cli.desk import open_desk
from app.cli.language import message
from app.cli.outputs import OutputFile, target_of
from app.cli.vietnamese import command
from app.domain.errors import DeskError
from app.exchange.target import Kind
from app.usecases.safety.support import SupportFacts, support_bundle, support_facts
from db.folder import NotSetUp, has_remains


@command()
@click.option("--to", "out", type=OutputFile(), required=True, help="Tệp .json.")
@json_option
@click.pass_obj
def support(context: Context, out: Path, as_json: bool) -> None:
    """Ghi gói hỗ trợ: nhật ký, phiên bản, số đếm; không có dữ liệu của người dân."""
    if not has_remains(context.folder):
        raise NotSetUp(path=str(context.folder))
    target = target_of(context, out, Kind.SUPPORT)
    target.check()
    bundle = support_bundle(context.folder, context.clock, _known(context))
    target.write(bundle)
    text = message(
        "Đã ghi gói hỗ trợ vào {0}: không có tên, số giấy tờ hay hồ sơ; mở ra đọc được.", out
    )
    answer({"path": str(out), "bytes": len(bundle)}, text, as_json=as_json)


def _known(context: Context) -> SupportFacts | DeskError:
    try:
        with open_desk(context) as opened:
            return support_facts(opened.desk, opened.actor)
    except DeskError as error:
        return error  # a bundle is wanted most where the records do not open
