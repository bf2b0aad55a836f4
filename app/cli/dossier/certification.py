"""Commands about certification: signing, book."""

import click

from app.answers.certification import AwaitingSignature, BookRow
from app.cli.context import Context, answer, iso, json_option, request_id_option
from app.cli.desk import open_desk
from app.cli.language import message, translated, word_for
from app.cli.vietnamese import group
from app.domain.certification.books import Book
from app.domain.money.fee import dong
from app.usecases.certification import certifying
from app.usecases.queries import lookup

_book = click.argument("symbol", type=click.Choice([book.value for book in Book]))


@group()
def signing() -> None:
    """Giấy tờ chứng thực đang chờ ký."""


@signing.command("list")
@json_option
@click.pass_obj
def signing_list(context: Context, as_json: bool) -> None:
    """Các hồ sơ chờ ký, cũ nhất trước."""
    with open_desk(context) as opened:
        pile = certifying.awaiting_signature(opened.desk, opened.actor)
    lines = [_pile_text(row) for row in pile] or [translated("Không có hồ sơ nào chờ ký.")]
    answer({"dossiers": [_pile_body(row) for row in pile]}, "\n".join(lines), as_json=as_json)


@signing.command("done")
@click.argument("codes", nargs=-1, required=True)
@request_id_option
@json_option
@click.pass_obj
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


@group()
def book() -> None:
    """Sổ chứng thực: xem các số đã vào sổ, mở quyển mới."""


@book.command("show")
@_book
@click.option("--year", type=click.IntRange(2000, 2199), help="Năm; mặc định: năm nay.")
@json_option
@click.pass_obj
def book_show(context: Context, symbol: str, year: int | None, as_json: bool) -> None:
    """Các số của một sổ trong năm; hồ sơ đã rút, dừng vẫn giữ số."""
    with open_desk(context) as opened:
        rows = certifying.certification_book(
            opened.desk, opened.actor, Book(symbol), year or context.clock.now().year
        )
    lines = [_row_text(row) for row in rows] or [
        message("{0} chưa có số nào.", word_for(Book(symbol)))
    ]
    answer({"entries": [_row_body(row) for row in rows]}, "\n".join(lines), as_json=as_json)


@book.command("volume")
@_book
@request_id_option
@json_option
@click.pass_obj
def book_volume(context: Context, symbol: str, as_json: bool) -> None:
    """Sổ giấy đã hết: mở quyển tiếp theo, số chạy tiếp."""
    with open_desk(context) as opened:
        volume = certifying.open_volume(
            opened.desk, opened.actor, Book(symbol), request=opened.request
        )
    body = {
        "book": volume.book,
        "year": volume.year,
        "volume": volume.volume,
        "first_number": volume.first_number,
    }
    text = message(
        "Quyển {0:02d}/{1}-{2}, từ số {3}.",
        volume.volume,
        volume.year,
        volume.book,
        volume.first_number,
    )
    answer(body, text, as_json=as_json)


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
    due = f"{row.due_at:%H:%M %d/%m}" if row.due_at else "–"
    what = message("{0} giấy tờ, {1} bản", row.documents, row.copies)
    return f"{row.code}  {row.applicant}  {what}, {dong(row.amount)}  {message('hẹn {0}', due)}"


def _row_body(row: BookRow) -> dict[str, object]:
    return {
        "number": row.number.number,
        "volume": row.number.volume,
        "station": row.number.station or None,
        "received_at": iso(row.received_at),
        "applicant": row.applicant,
        "name": row.name,
        "kind": row.kind,
        "pages": row.pages,
        "copies": row.copies,
        "amount": row.amount,
        "dossier_code": row.code,
        "is_not_done": row.is_not_done,
        "officer": row.officer,
    }


def _row_text(row: BookRow) -> str:
    gone = f"  ({translated('không thực hiện')})" if row.is_not_done else ""
    volume = f"/{message('quyển {0}', row.number.volume)}" if row.number.station else ""
    size = message("{0} trang, {1} bản", row.pages, row.copies)
    return (
        f"{row.number.number:02d}{volume}  {row.received_at:%d/%m/%Y}  {row.applicant}  {row.name} "
        f"({size})  {dong(row.amount)}  {row.code}{gone}"
    )
