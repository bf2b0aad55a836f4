"""Commands of a dossier's life after intake, from its start to its return, withdrawal or stop."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from app.answers.dossier import DossierChanged
from app.cli.context import Context, answer, iso, json_option, request_id_option
from app.cli.desk import OpenDesk, open_desk
from app.cli.language import message, translated, word_for
from app.cli.vietnamese import command, group
from app.domain.dossier.correction import Correction
from app.domain.dossier.dossier import Dossier
from app.domain.dossier.opened import Opened
from app.exchange import correction_file, files
from app.usecases.certification.certifying import correct_certification
from app.usecases.dossier import progress
from app.usecases.dossier.correction import correct_dossier
from app.usecases.queries import lookup

_code = click.argument("code")
_reason = click.option("--reason", required=True, help="Lý do.")
_note = click.option("--note", default="", help="Ghi chú.")


@dataclass(frozen=True, slots=True)
class _Found:
    """The dossier a command names, at an opened desk."""

    opened: OpenDesk
    dossier_id: int

    def change(
        self,
        use_case: Callable[..., DossierChanged],
        *more: object,
        version: int | None = None,
        **values: object,
    ) -> DossierChanged:
        """What `use_case` makes of it; `version` if the change was thought out on one."""
        dossier = Opened(self.dossier_id, version)
        return use_case(
            self.opened.desk,
            self.opened.actor,
            dossier,
            *more,
            request=self.opened.request,
            **values,
        )

    def correction(self, read: correction_file.CorrectionFile) -> tuple[Dossier, Correction]:
        """The dossier as it stands, and what the file asks of it."""
        desk, actor = self.opened.desk, self.opened.actor
        before = lookup.dossier_view(desk, actor, self.dossier_id).dossier
        procedure = lookup.rules(desk, actor).procedure(before.procedure_version)
        return before, read.correction(before, procedure)


@contextmanager
def _dossier(context: Context, code: str) -> Iterator[_Found]:
    with open_desk(context) as opened:
        yield _Found(opened, lookup.dossier_id_of(opened.desk, opened.actor, code))


@command()
@_code
@request_id_option
@json_option
@click.pass_obj
def start(context: Context, code: str, as_json: bool) -> None:
    """Bắt đầu xử lý một hồ sơ đã tiếp nhận."""
    with _dossier(context, code) as found:
        changed = found.change(progress.start_processing)
    _answer(changed, as_json=as_json)


@group()
def supplement() -> None:
    """Yêu cầu bổ sung giấy tờ, và ghi nhận đã bổ sung đủ."""


@supplement.command("ask")
@_code
@click.option(
    "--paper",
    "papers",
    multiple=True,
    required=True,
    help="Giấy tờ cần bổ sung; lặp lại cho từng giấy tờ.",
)
@_reason
@request_id_option
@json_option
@click.pass_obj
def supplement_ask(
    context: Context, code: str, papers: tuple[str, ...], reason: str, as_json: bool
) -> None:
    """Yêu cầu bổ sung: thời hạn dừng tính cho đến khi bổ sung đủ."""
    with _dossier(context, code) as found:
        changed = found.change(progress.request_supplement, papers=papers, reason=reason)
    _answer(changed, as_json=as_json)


@supplement.command("complete")
@_code
@_note
@request_id_option
@json_option
@click.pass_obj
def supplement_complete(context: Context, code: str, note: str, as_json: bool) -> None:
    """Đã bổ sung đủ: thời hạn tính tiếp, có ngày hẹn trả mới."""
    with _dossier(context, code) as found:
        changed = found.change(progress.complete_supplement, note=note)
    _answer(changed, as_json=as_json)


@command()
@_code
@_note
@request_id_option
@json_option
@click.pass_obj
def finish(context: Context, code: str, note: str, as_json: bool) -> None:
    """Xử lý xong: kết quả đã có, chờ người nộp đến nhận."""
    with _dossier(context, code) as found:
        changed = found.change(progress.finish_processing, note=note)
    _answer(changed, as_json=as_json)


@command("return")
@_code
@click.option("--to", "to_whom", required=True, help="Người nhận kết quả.")
@click.option("--identity", required=True, help="Giấy tờ người nhận đã xuất trình, kèm số.")
@request_id_option
@json_option
@click.pass_obj
def return_result(context: Context, code: str, to_whom: str, identity: str, as_json: bool) -> None:
    """Trả kết quả cho người nộp hoặc người được ủy quyền."""
    with _dossier(context, code) as found:
        changed = found.change(progress.return_result, to_whom=to_whom, identity=identity)
    _answer(changed, as_json=as_json)


@command()
@_code
@_reason
@request_id_option
@json_option
@click.pass_obj
def withdraw(context: Context, code: str, reason: str, as_json: bool) -> None:
    """Người nộp rút hồ sơ; số hồ sơ không dùng lại."""
    with _dossier(context, code) as found:
        changed = found.change(progress.cancel_dossier, reason=reason, withdrawn=True)
    _answer(changed, as_json=as_json)


@command()
@_code
@_reason
@request_id_option
@json_option
@click.pass_obj
def stop(context: Context, code: str, reason: str, as_json: bool) -> None:
    """Dừng (hủy) hồ sơ tiếp nhận nhầm; số hồ sơ không dùng lại."""
    with _dossier(context, code) as found:
        changed = found.change(progress.cancel_dossier, reason=reason)
    _answer(changed, as_json=as_json)


@command()
@_code
@click.argument("changes", type=click.Path(path_type=Path))
@_reason
@request_id_option
@json_option
@click.pass_obj
def correct(context: Context, code: str, changes: Path, reason: str, as_json: bool) -> None:
    """Sửa thông tin theo tệp CHANGES.json; phần không nêu trong tệp giữ nguyên."""
    read = correction_file.read(files.read_file(changes))
    with _dossier(context, code) as found:
        if read.certification is None:
            before, asked = found.correction(read)
            changed = found.change(correct_dossier, asked, version=before.version, reason=reason)
        else:
            changed = found.change(correct_certification, read.certification, reason=reason)
    _answer(changed, as_json=as_json)


def _answer(changed: DossierChanged, *, as_json: bool) -> None:
    body = {
        "dossier_code": changed.dossier_code,
        "state": changed.state.value,
        "due_at": iso(changed.due_at),
        "version": changed.version,
        "ledger_hash": changed.ledger_hash,
    }
    due = changed.due_at
    when = message("hẹn {0}", f"{due:%d/%m %H:%M}") if due else translated("không có hạn đang chạy")
    text = f"{changed.dossier_code}  {word_for(changed.state)}"
    answer(body, f"{text}  {when}" if changed.state.is_open else text, as_json=as_json)


COMMANDS: tuple[click.Command, ...] = (
    start, supplement, finish, return_result, withdraw, stop, correct,
)  # fmt: skip
