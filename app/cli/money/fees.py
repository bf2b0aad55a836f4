"""Commands about what a dossier costs and pays: fee."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import click

from app.answers.money import DossierMoney, MoneyMoved
from app.cli.context import Context, answer, json_option, request_id_option
from app.cli.desk import OpenDesk, open_desk
from app.cli.money.money_words import (
    account_body,
    account_text,
    fee_body,
    money_text,
    payment_body,
    slip_text,
)
from app.cli.vietnamese import group
from app.domain.dossier.opened import Opened
from app.domain.money.fee import Exemption, FeeKind, plain_line
from app.domain.money.payment import Method, PaymentRequest, Refund, read_slip_number
from app.domain.money.relief import Relief
from app.usecases.money import fees as usecases
from app.usecases.queries import lookup

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
    """An opened desk and the dossier a command names."""

    opened: OpenDesk
    dossier: Opened

    def money(self) -> DossierMoney:
        return usecases.money_of(self.opened.desk, self.opened.actor, self.dossier.dossier_id)


@contextmanager
def _dossier(context: Context, code: str) -> Iterator[_Found]:
    with open_desk(context) as opened:
        yield _Found(opened, Opened(lookup.dossier_id_of(opened.desk, opened.actor, code)))


@group()
def fee() -> None:
    """Phí, lệ phí của một hồ sơ: xem, tính, miễn, giảm, thu, hoàn, hủy."""


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
@request_id_option
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
    line = plain_line(name, amount, kind=FeeKind(kind), per="", quantity=1, source=source)
    with _dossier(context, code) as found:
        desk, actor = found.opened.desk, found.opened.actor
        usecases.charge_fees(
            desk, actor, found.dossier, [line], reason=reason, request=found.opened.request
        )
        money = found.money()
    _answer_money(money, as_json=as_json)


@fee.command("waive")
@click.argument("code")
@click.option("--ground", required=True, help="Mã căn cứ miễn, giảm (xem: tariff show).")
@click.option("--text", required=True, help="Giấy tờ chứng minh được miễn, giảm.")
@click.option("--percent", type=int, help="Giảm bao nhiêu phần trăm, khi căn cứ để ngỏ mức giảm.")
@click.option("--to-amount", type=int, help="Hoặc: giảm mỗi khoản còn bao nhiêu đồng.")
@request_id_option
@json_option
@click.pass_obj
def fee_waive(
    context: Context,
    code: str,
    ground: str,
    text: str,
    percent: int | None,
    to_amount: int | None,
    as_json: bool,
) -> None:
    """Miễn hoặc giảm mọi khoản chưa miễn, giảm, theo mức của căn cứ."""
    with _dossier(context, code) as found:
        is_named = percent is not None or to_amount is not None
        exemption = Exemption(ground, text, Relief(percent, to_amount) if is_named else None)
        usecases.waive_fee(
            found.opened.desk,
            found.opened.actor,
            found.dossier,
            exemption,
            request=found.opened.request,
        )
        money = found.money()
    _answer_money(money, as_json=as_json)


@fee.command("collect")
@click.argument("code")
@_amount
@_method
@_payer
@_reference
@request_id_option
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
    asked = PaymentRequest(Method(method or Method.CASH), amount, payer, reference)
    with _dossier(context, code) as found:
        moved = usecases.collect_fee(
            found.opened.desk,
            found.opened.actor,
            found.dossier,
            asked,
            request=found.opened.request,
        )
    _answer_moved(moved, as_json=as_json)


@fee.command("refund")
@click.argument("code")
@click.argument("slip")
@_amount
@_method
@_reference
@_reason
@request_id_option
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
    number = read_slip_number(slip, year=context.clock.now().year)
    refund = Refund(number, reason, amount, Method(method) if method else None, reference=reference)
    with _dossier(context, code) as found:
        moved = usecases.refund_payment(
            found.opened.desk,
            found.opened.actor,
            found.dossier,
            refund,
            request=found.opened.request,
        )
    _answer_moved(moved, as_json=as_json)


@fee.command("void")
@click.argument("code")
@click.argument("slip")
@_reason
@request_id_option
@json_option
@click.pass_obj
def fee_void(context: Context, code: str, slip: str, reason: str, as_json: bool) -> None:
    """Hủy phiếu thu SLIP viết nhầm, khi bảng kê của ngày chưa khóa."""
    number = read_slip_number(slip, year=context.clock.now().year)
    with _dossier(context, code) as found:
        moved = usecases.void_payment(
            found.opened.desk,
            found.opened.actor,
            found.dossier,
            number,
            reason=reason,
            request=found.opened.request,
        )
    _answer_moved(moved, as_json=as_json)


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
