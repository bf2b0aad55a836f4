"""Commands that keep the records safe: verify, backup, restore."""

from pathlib import Path

import click

from app.cli.context import Context, answer, json_option
from app.cli.desk import open_desk
from app.cli.language import message, translated
from app.cli.vietnamese import command
from app.usecases.safety import backup as usecases
from app.usecases.safety import verification
from db.folder import check_folder
from db.instance import hold


@command()
@json_option
@click.pass_obj
def verify(context: Context, as_json: bool) -> None:
    """Kiểm tra trang, khóa ngoại, sổ cái, số hồ sơ, hộp gửi, giấy tờ; hỏng thì mã thoát 3."""
    verification.verify_pages(context.folder)
    with open_desk(context) as opened:
        found = verification.verify_records(opened.desk, opened.actor)
    body = {
        "ok": True,
        "dossiers": found.dossiers,
        "ledger_rows": found.ledger_rows,
        "papers": found.papers,
        "key_is_private": found.key_is_private,
    }
    text = message(
        "Nguyên vẹn: {0} hồ sơ, {1} dòng sổ cái, {2} giấy tờ.",
        found.dossiers,
        found.ledger_rows,
        found.papers,
    )
    if not found.key_is_private:
        text += "\n" + translated("Chú ý: người khác trên máy này đọc được tệp khóa.")
    answer(body, text, as_json=as_json)


@command()
@click.option("--to", "folder", type=click.Path(path_type=Path), required=True, help="Thư mục.")
@json_option
@click.pass_obj
def backup(context: Context, folder: Path, as_json: bool) -> None:
    """Sao lưu dữ liệu, khóa và giấy tờ vào một tệp đã được mở ra kiểm tra."""
    with open_desk(context) as opened:
        made = usecases.back_up(opened.desk, opened.actor, folder)
    body = {
        "path": str(made.path),
        "bytes": made.bytes,
        "sha256": made.sha256,
        "dossiers": made.verified.dossiers,
        "papers": made.verified.papers,
    }
    text = message("Đã sao lưu và kiểm tra {0} hồ sơ vào {1}.", made.verified.dossiers, made.path)
    answer(body, text, as_json=as_json)


@command()
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def restore(context: Context, file: Path, as_json: bool) -> None:
    """Khôi phục từ một bản sao lưu; dữ liệu đang có được dời sang bên, không xóa."""
    check_folder(context.folder)
    with hold(context.folder):
        done = usecases.restore(file, context.folder, context.clock)
    body = {
        "data": str(done.folder),
        "replaced": str(done.replaced) if done.replaced else None,
        "dossiers": done.verified.dossiers,
    }
    text = message("Đã khôi phục {0} hồ sơ vào {1}.", done.verified.dossiers, done.folder)
    if done.replaced:
        text += "\n" + message("Dữ liệu cũ nằm ở {0}.", done.replaced)
    answer(body, text, as_json=as_json)
