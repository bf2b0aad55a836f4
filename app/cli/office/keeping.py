"""Commands that keep the records safe: verify, backup, restore."""

from pathlib import Path

import click

from app.answers.safety import DataFacts
from app.cli import terminal
from app.cli.afterwards import afterwards
from app.cli.context import PATH, Context, answer, answering, iso
from app.cli.desk import open_desk
from app.cli.language import message, reason_text, translated
from app.cli.office.proof import verify_proof
from app.cli.office.saved_first import warn_of_failed
from app.cli.vietnamese import command
from app.usecases.safety import (
    automatic,
    checking,
    data_facts,
    restoring,
    verification,
    watching,
)
from app.usecases.safety import backup as usecases
from app.wording.safety import data_words
from db.folder import check_folder
from db.instance import hold


@command()
@click.option(
    "--proof",
    type=PATH,
    metavar="TỆP",
    help="Chỉ tính lại phiếu chứng minh thời gian này; không cần thư mục dữ liệu.",
)
@answering
def verify(context: Context, proof: Path | None, as_json: bool) -> None:
    """Kiểm tra trang, khóa ngoại, sổ cái, số hồ sơ, hộp gửi, giấy tờ; hỏng thì mã thoát 3."""
    if proof is not None:
        verify_proof(proof, as_json=as_json)
        return
    with checking.damage_kept(context.folder, context.clock):
        verification.verify_pages(context.folder)
        with open_desk(context) as opened:
            found = verification.verify_records(opened.desk, opened.actor)
            checking.keep_whole(found, opened.desk)
    watching.keep_reserve(context.folder)
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
@click.option("--to", "folder", type=PATH, required=True, help="Thư mục.")
@answering
def backup(context: Context, folder: Path, as_json: bool) -> None:
    """Sao lưu dữ liệu, khóa và giấy tờ vào một tệp đã được mở ra kiểm tra."""
    with open_desk(context) as opened:
        facts = data_facts.data_facts(opened.desk, opened.actor)
        opened.request.asked = str(folder)  # made once: another folder is another request
        made = usecases.back_up(opened.desk, opened.actor, folder, request=opened.request)
        if not opened.request.repeated:
            with opened.afterwards(translated("nhớ nơi và lúc sao lưu")):
                data_facts.note_backup(opened.desk, opened.actor, made.path)
    body = {
        "path": str(made.path),
        "bytes": made.bytes,
        "sha256": made.sha256,
        "dossiers": made.verified.dossiers,
        "papers": made.verified.papers,
        "data": facts_body(facts),
    }
    text = (
        facts_text(facts)
        + "\n"
        + message("Đã sao lưu và kiểm tra {0} hồ sơ vào {1}.", made.verified.dossiers, made.path)
    )
    answer(body, text, as_json=as_json)


@command()
@click.argument("file", type=PATH)
@click.option("--look", is_flag=True, help="Chỉ xem bản sao lưu có gì, không khôi phục.")
@click.option("--force", is_flag=True, help="Thay cả dữ liệu thật của một cơ quan khác.")
@answering
def restore(context: Context, file: Path, look: bool, force: bool, as_json: bool) -> None:
    """Khôi phục từ một bản sao lưu; dữ liệu đang có được dời sang bên, không xóa."""
    check_folder(context.folder)
    facts = restoring.look_into(file, context.folder, context.clock)
    if look:
        answer({"backup": facts_body(facts)}, facts_text(facts), as_json=as_json)
        return
    if not as_json:
        terminal.write(facts_text(facts))
    with hold(context.folder):
        with afterwards(context, translated("sao lưu dữ liệu đang có")):
            saved = automatic.back_up_before_restore(context.folder, context.clock)
            warn_of_failed(context, saved)
        done = restoring.restore(file, context.folder, context.clock, over_other=force)
    body = {
        "data": str(done.folder),
        "replaced": str(done.replaced) if done.replaced else None,
        "dossiers": done.verified.dossiers,
        "backup": facts_body(facts),
    }
    text = message("Đã khôi phục {0} hồ sơ vào {1}.", done.verified.dossiers, done.folder)
    if done.replaced:
        text += "\n" + message("Dữ liệu cũ nằm ở {0}.", done.replaced)
    answer(body, text, as_json=as_json)


def facts_body(facts: DataFacts) -> dict[str, object]:
    """Whose data, how many dossiers and from when, for scripts."""
    return {
        "office": facts.office,
        "agency_code": facts.agency_code,
        "dossiers": facts.dossiers,
        "first_at": iso(facts.first_at),
        "last_at": iso(facts.last_at),
        "made_at": iso(facts.made_at),
        "practice": facts.is_practice,
    }


def facts_text(facts: DataFacts) -> str:
    """The same in words."""
    return reason_text(data_words(facts))
