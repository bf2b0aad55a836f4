"""Commands about the books of certification: book."""

from pathlib import Path

import click

from app.answers.certification import BookBlockState, BookPrint, BookRow
from app.cli.context import Context, answer, answering, iso
from app.cli.desk import OpenDesk, open_desk
from app.cli.language import message, translated, word_for
from app.cli.outputs import OutputFile
from app.cli.vietnamese import group
from app.domain.certification.books import Book
from app.domain.clock import time_and_day
from app.domain.money.fee import dong
from app.exchange.target import Kind, Target
from app.usecases.certification import books

_book = click.argument("symbol", type=click.Choice([book.value for book in Book]))


@group()
def book() -> None:
    """Sổ chứng thực: xem các số đã vào sổ, in từng tháng, mở quyển mới, khóa sổ cuối năm."""


@book.command("show")
@_book
@click.option("--year", type=click.IntRange(2000, 2199), help="Năm; mặc định: năm nay.")
@click.option("--month", type=click.IntRange(1, 12), help="Chỉ tháng này; mặc định: cả năm.")
@click.option("--to", "out", type=OutputFile(), help="Ghi sổ ra PDF để in, đóng quyển.")
@answering
def book_show(
    context: Context,
    symbol: str,
    year: int | None,
    month: int | None,
    out: Path | None,
    as_json: bool,
) -> None:
    """Các số của một sổ trong tháng hoặc năm, và số còn trống; hồ sơ đã rút, dừng vẫn giữ số."""
    with open_desk(context) as opened:
        target = opened.target(out, Kind.PDF) if out else None
        printed = books.book_print(
            opened.desk, opened.actor, Book(symbol), year or context.clock.now().year, month
        )
        _write(opened, printed, target)
    _answer(printed, opened.actor.station, as_json=as_json)


@book.command("close")
@_book
@click.option("--year", type=click.IntRange(2000, 2199), help="Năm; mặc định: năm nay.")
@click.option("--to", "out", type=OutputFile(), help="Ghi sổ ra PDF để in, đóng quyển.")
@answering
def book_close(
    context: Context, symbol: str, year: int | None, out: Path | None, as_json: bool
) -> None:
    """Khóa sổ của năm, từ ngày 31/12: ghi lại các số không dùng; sau đó không vào số nữa."""
    with open_desk(context) as opened:
        target = opened.target(out, Kind.PDF) if out else None
        printed = books.close_book(
            opened.desk,
            opened.actor,
            Book(symbol),
            year or context.clock.now().year,
            request=opened.request,
        )
        with opened.afterwards(translated("ghi sổ ra PDF")):
            _write(opened, printed, target)
    _answer(printed, opened.actor.station, as_json=as_json)


@book.command("volume")
@_book
@answering
def book_volume(context: Context, symbol: str, as_json: bool) -> None:
    """Sổ giấy đã hết: mở quyển tiếp theo, số chạy tiếp."""
    with open_desk(context) as opened:
        volume = books.open_volume(opened.desk, opened.actor, Book(symbol), request=opened.request)
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


def _write(opened: OpenDesk, printed: BookPrint, target: Target | None) -> None:
    if target is not None:
        opened.write(target, books.book_pdf(opened.desk, opened.actor, printed))


def _answer(printed: BookPrint, station: int, *, as_json: bool) -> None:
    closing = printed.closing
    body = {
        "book": printed.book,
        "year": printed.year,
        "month": printed.month,
        "entries": [_row_body(row) for row in printed.rows],
        "blocks": [_block_body(state, station) for state in printed.blocks],
        "left_out": [[span.first, span.last] for span in printed.left_out],
        "closing": closing
        and {
            "at": iso(closing.at),
            "officer": closing.officer,
            "entries": closing.entries,
            "unused": closing.unused,
        },
    }
    lines = [_row_text(row) for row in printed.rows] or [
        message("{0} chưa có số nào.", word_for(printed.book))
    ]
    lines += [_block_text(state, station) for state in printed.blocks]
    if closing:
        lines.append(
            message(
                "Đã khóa sổ lúc {0}; số không dùng: {1}.",
                time_and_day(closing.at),
                closing.unused or translated("không có"),
            )
        )
    answer(body, "\n".join(lines), as_json=as_json)


def _block_body(state: BookBlockState, station: int) -> dict[str, object]:
    return {
        "station": state.block.station or None,
        "first": state.block.span.first,
        "last": state.block.span.last,
        "entries": state.entries,
        "open": [[span.first, span.last] for span in state.open],
        "is_elsewhere": state.is_elsewhere(station),
    }


def _block_text(state: BookBlockState, station: int) -> str:
    if state.is_endless:
        following = state.open[-1].first if state.open else 0
        return message("Đã cấp {0} số, số tiếp theo {1:02d}.", state.entries, following)
    if state.is_elsewhere(station):
        return message("Khối {0}, quầy {1}: ở dữ liệu của quầy đó.", state.block.span,
                       state.block.station)  # fmt: skip
    return message(
        "Khối {0}, quầy {1}: đã cấp {2} số, còn trống {3}.",
        state.block.span,
        state.block.station,
        state.entries,
        "; ".join(map(str, state.open)) or translated("không có"),
    )


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
