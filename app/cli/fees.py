"""Verbs about money: fee, cash-sheet, tariff."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.context import Context, OpenDesk, answer, json_option
from app.cli.money_words import (
    account_body,
    account_text,
    fee_body,
    money_text,
    payment_body,
    sheet_body,
    sheet_text,
    slip_text,
)
from app.cli.office import report
from app.cli.vietnamese import group, verb
from app.domain.answers import DossierMoney, MoneyMoved
from app.domain.fee import Exemption, FeeKind, plain_line
from app.domain.payment import Method, PaymentRequest, read_slip_number
from app.exchange.files import read_file, write_file

if TYPE_CHECKING:
    from app.usecases.progress import Opened

_method = click.option(
    "--method",
    type=click.Choice([method.value for method in Method]),
    help="Tiền mặt (CASH) hay chuyển khoản (TRANSFER).",
)
_amount = click.option("--amount", type=int, help="Số đồng; mặc định: toàn bộ.")
_payer = click.option("--payer", default="", help="Người nộp hoặc nhận tiền.")
_reference = click.option("--reference", default="", help="Mã giao dịch chuyển khoản.")
_reason = click.option("--reason", required=True, help="Lý do.")


@dataclass(frozen=True, slots=True)
class _Found:
    """An opened desk and the dossier a verb names."""

    opened: OpenDesk
    dossier: "Opened"

    def money(self) -> DossierMoney:
        from app.usecases import fees as usecases  # noqa: PLC0415 - loads the database

        return usecases.money_of(self.opened.desk, self.dossier.dossier_id)


@contextmanager
def _dossier(context: Context, code: str) -> Iterator[_Found]:
    from app.usecases import lookup  # noqa: PLC0415 - loads the database
    from app.usecases.progress import Opened  # noqa: PLC0415 - loads the database

    with context.desk() as opened:
        yield _Found(opened, Opened(lookup.dossier_id_of(opened.desk, code)))


@group()
def fee() -> None:
    """Phí, lệ phí của một hồ sơ: xem, tính, miễn, thu, hoàn, hủy."""


@fee.command("show")
@click.argument("code")
@json_option
@click.pass_obj
def fee_show(context: Context, code: str, as_json: bool) -> None:
    """Các khoản, các phiếu, còn phải thu bao nhiêu."""
    with _dossier(context, code) as found:
        money = found.money()
    _answer_money(money, as_json=as_json)


@fee.command("charge")
@click.argument("code")
@click.option("--name", required=True, help="Tên khoản phí, lệ phí.")
@click.option("--amount", type=int, required=True, help="Số đồng phải thu.")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in FeeKind]),
    default=FeeKind.FEE.value,
    help="Lệ phí (FEE) hay phí (CHARGE).",
)
@click.option("--source", required=True, help="Căn cứ thu.")
@_reason
@json_option
@click.pass_obj
def fee_charge(
    context: Context,
    code: str,
    name: str,
    amount: int,
    kind: str,
    source: str,
    reason: str,
    as_json: bool,
) -> None:
    """Thay các khoản của hồ sơ bằng một khoản."""
    from app.usecases import fees as usecases  # noqa: PLC0415 - loads the database

    line = plain_line(name, amount, kind=FeeKind(kind), per="", quantity=1, source=source)
    with _dossier(context, code) as found:
        desk, actor = found.opened.desk, found.opened.actor
        usecases.charge_fees(desk, actor, found.dossier, [line], reason=reason)
        money = found.money()
    _answer_money(money, as_json=as_json)


@fee.command("waive")
@click.argument("code")
@click.option("--ground", required=True, help="Mã căn cứ miễn (xem: tariff show).")
@click.option("--text", required=True, help="Giấy tờ chứng minh được miễn.")
@json_option
@click.pass_obj
def fee_waive(context: Context, code: str, ground: str, text: str, as_json: bool) -> None:
    """Miễn mọi khoản chưa miễn."""
    from app.usecases import fees as usecases  # noqa: PLC0415 - loads the database

    with _dossier(context, code) as found:
        exemption = Exemption(ground, text)
        usecases.waive_fee(found.opened.desk, found.opened.actor, found.dossier, exemption)
        money = found.money()
    _answer_money(money, as_json=as_json)


@fee.command("collect")
@click.argument("code")
@_amount
@_method
@_payer
@_reference
@json_option
@click.pass_obj
def fee_collect(
    context: Context,
    code: str,
    amount: int | None,
    method: str | None,
    payer: str,
    reference: str,
    as_json: bool,
) -> None:
    """Thu tiền; in ra số phiếu thu."""
    from app.usecases import fees as usecases  # noqa: PLC0415 - loads the database

    asked = PaymentRequest(Method(method or Method.CASH), amount, payer, reference)
    with _dossier(context, code) as found:
        moved = usecases.collect_fee(found.opened.desk, found.opened.actor, found.dossier, asked)
    _answer_moved(moved, as_json=as_json)


@fee.command("refund")
@click.argument("code")
@click.argument("slip")
@_amount
@_method
@_reference
@_reason
@json_option
@click.pass_obj
def fee_refund(
    context: Context,
    code: str,
    slip: str,
    amount: int | None,
    method: str | None,
    reference: str,
    reason: str,
    as_json: bool,
) -> None:
    """Hoàn tiền của phiếu thu SLIP (ví dụ 12/2026): một phiếu mới, không xóa phiếu cũ."""
    from app.usecases import fees as usecases  # noqa: PLC0415 - loads the database

    number = read_slip_number(slip, year=context.clock.now().year)
    refund = usecases.Refund(
        number, reason, amount, Method(method) if method else None, reference=reference
    )
    with _dossier(context, code) as found:
        moved = usecases.refund_payment(
            found.opened.desk, found.opened.actor, found.dossier, refund
        )
    _answer_moved(moved, as_json=as_json)


@fee.command("void")
@click.argument("code")
@click.argument("slip")
@_reason
@json_option
@click.pass_obj
def fee_void(context: Context, code: str, slip: str, reason: str, as_json: bool) -> None:
    """Hủy phiếu thu SLIP viết nhầm, khi bảng kê của ngày chưa khóa."""
    from app.usecases import fees as usecases  # noqa: PLC0415 - loads the database

    number = read_slip_number(slip, year=context.clock.now().year)
    with _dossier(context, code) as found:
        moved = usecases.void_payment(
            found.opened.desk, found.opened.actor, found.dossier, number, reason=reason
        )
    _answer_moved(moved, as_json=as_json)


@verb("cash-sheet")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="Ngày; mặc định: hôm nay.")
@click.option("--sheet", type=int, help="Bảng kê thứ mấy của ngày.")
@click.option("--close", "counted", type=int, help="Khóa, với số tiền mặt đếm được, đồng.")
@click.option("--reason", default="", help="Lý do chênh lệch.")
@click.option("--to", "out", type=click.Path(path_type=Path), help="Ghi bảng kê ra PDF.")
@json_option
@click.pass_obj
def cash_sheet(
    context: Context,
    day: datetime | None,
    sheet: int | None,
    counted: int | None,
    reason: str,
    out: Path | None,
    as_json: bool,
) -> None:
    """Bảng kê thu tiền của ngày; --close SỐ_TIỀN khóa bảng kê đang mở."""
    from app.usecases import cash  # noqa: PLC0415 - loads the database

    on = day.date() if day else context.clock.now().date()
    with context.desk() as opened:
        if counted is not None:
            found = [
                cash.close_sheet(
                    opened.desk, opened.actor, on, sheet, counted=counted, reason=reason
                )
            ]
        else:
            found = [
                one
                for one in cash.cash_sheets(opened.desk, on)
                if sheet is None or one.sheet == sheet
            ]
        if out is not None and found:
            write_file(out, cash.cash_sheet_pdf(opened.desk, found[-1]))
    answer(
        {"sheets": [sheet_body(one) for one in found]},
        "\n".join(map(sheet_text, found)),
        as_json=as_json,
    )


@group()
def tariff() -> None:
    """Biểu phí chứng thực và căn cứ miễn."""


@tariff.command("show")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="Ngày; mặc định: hôm nay.")
@json_option
@click.pass_obj
def tariff_show(context: Context, day: datetime | None, as_json: bool) -> None:
    """Biểu phí hiệu lực vào một ngày."""
    from app.usecases import tariffs  # noqa: PLC0415 - loads the database

    on: date = day.date() if day else context.clock.now().date()
    with context.desk() as opened:
        found = tariffs.tariff_of(opened.desk, on)
    body = {
        "code": found.code,
        "name": found.name,
        "effective_from": found.effective_from.isoformat(),
        "source": found.source,
        "rates": [
            {
                "kind": rate.kind,
                "name": rate.name,
                "per": rate.per,
                "steps": [[step.from_page, step.amount] for step in rate.steps],
                "cap": rate.cap,
                "procedures": list(rate.procedures),
            }
            for rate in found.rates
        ],
        "grounds": [{"code": ground.code, "name": ground.name} for ground in found.grounds],
    }
    lines = [f"{found.name}, từ {found.effective_from:%d/%m/%Y} ({found.source})"]
    for rate in found.rates:
        steps = ", ".join(f"từ {s.from_page}: {s.amount}" for s in rate.steps)
        cap = f", tối đa {rate.cap}" if rate.cap else ""
        lines.append(f"  {rate.name}: {steps} đồng/{rate.per}{cap}")
    lines += [f"  miễn {ground.code}: {ground.name}" for ground in found.grounds]
    answer(body, "\n".join(lines), as_json=as_json)


@tariff.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def tariff_import(context: Context, file: Path, as_json: bool) -> None:
    """Nạp biểu phí: cả tệp hoặc không gì cả; hồ sơ đã tính phí giữ nguyên."""
    from app.usecases import tariffs  # noqa: PLC0415 - loads the database

    content = read_file(file)
    with context.desk() as opened:
        imported = tariffs.import_tariffs(opened.desk, opened.actor, content, source=file.name)
    report(imported, as_json=as_json)


def _answer_money(money: DossierMoney, *, as_json: bool) -> None:
    body = {
        "dossier_code": money.dossier_code,
        "fees": [fee_body(line) for line in money.lines],
        "payments": [payment_body(slip) for slip in money.payments],
        **account_body(money.account),
    }
    answer(body, money_text(money), as_json=as_json)


def _answer_moved(moved: MoneyMoved, *, as_json: bool) -> None:
    body = {
        **payment_body(moved.payment),
        **account_body(moved.account),
        "ledger_hash": moved.dossier.ledger_hash,
    }
    text = f"{slip_text(moved.payment)}\n{account_text(moved.account)}"
    answer(body, text, as_json=as_json)


VERBS: tuple[click.Command, ...] = (fee, cash_sheet, tariff)
