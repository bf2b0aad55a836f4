"""Commands about certified papers: signing."""

import click

from app.answers.certification import AwaitingSignature
from app.cli.context import Context, answer, answering, iso
from app.cli.desk import open_desk
from app.cli.language import message, translated
from app.cli.vietnamese import group
from app.domain.clock import time_and_day
from app.domain.money.fee import dong
from app.usecases.certification import certifying
from app.usecases.queries import lookup


@group()
def signing() -> None:
    """Giấy tờ chứng thực đang chờ ký."""


@signing.command("list")
@answering
def signing_list(context: Context, as_json: bool) -> None:
    """Các hồ sơ chờ ký, cũ nhất trước."""
    with open_desk(context) as opened:
        pile = certifying.awaiting_signature(opened.desk, opened.actor)
    lines = [_pile_text(row) for row in pile] or [translated("Không có hồ sơ nào chờ ký.")]
    answer({"dossiers": [_pile_body(row) for row in pile]}, "\n".join(lines), as_json=as_json)


@signing.command("done")
@click.argument("codes", nargs=-1, required=True)
@answering
def signing_done(context: Context, codes: tuple[str, ...], as_json: bool) -> None:
    """Đã ký xong các hồ sơ này: tất cả hoặc không hồ sơ nào."""
    with open_desk(context) as opened:
        ids = [lookup.dossier_id_of(opened.desk, opened.actor, code) for code in codes]
        done = certifying.mark_signed(opened.desk, opened.actor, ids, request=opened.request)
    body = {
        "signed": [
            {"dossier_code": one.dossier_code, "ledger_hash": one.ledger_hash} for one in done
        ]
    }
    answer(body, message("Đã ký xong {0} hồ sơ.", len(done)), as_json=as_json)


def _pile_body(row: AwaitingSignature) -> dict[str, object]:
    return {
        "dossier_code": row.code,
        "applicant": row.applicant,
        "state": row.state,
        "received_at": iso(row.received_at),
        "due_at": iso(row.due_at),
        "documents": row.documents,
        "copies": row.copies,
        "amount": row.amount,
    }


def _pile_text(row: AwaitingSignature) -> str:
    due = time_and_day(row.due_at, with_year=False) if row.due_at else "–"
    what = message("{0} giấy tờ, {1} bản", row.documents, row.copies)
    return f"{row.code}  {row.applicant}  {what}, {dong(row.amount)}  {message('hẹn {0}', due)}"
