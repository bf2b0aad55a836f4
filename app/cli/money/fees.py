"""Commands about what a dossier costs and pays: fee."""

import click

from app.answers.money import DossierMoney, MoneyMoved
from app.cli.context import Context, answer, answering
from app.cli.desk import NamedDossier, named_dossier
from app.cli.money.money_words import (
    account_body,
    account_text,
    fee_body,
    money_text,
    payment_body,
    slip_text,
)
from app.cli.vietnamese import group
from app.domain.money.fee import Exemption, FeeKind, kind_by_law, plain_line
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


@group()
def fee() -> None:
    """Phí, lệ phí của một hồ sơ: xem, tính, miễn, giảm, thu, hoàn, hủy."""


@fee.command("show")
@click.argument("code")
@answering
def fee_show(context: Context, code: str, as_json: bool) -> None:
    """Các khoản, các phiếu, còn phải thu bao nhiêu."""
    with named_dossier(context, code) as found:
        money = _money_of(found)
    _answer_money(money, as_json=as_json)


@fee.command("charge")
@click.argument("code")
@click.option("--name", required=True, help="Tên khoản phí, lệ phí.")
@click.option("--amount", type=int, required=True, help="Số đồng phải thu.")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in FeeKind]),
    help="Lệ phí (FEE) hay phí (CHARGE); mặc định: theo thủ tục.",
)
@click.option("--source", required=True, help="Căn cứ thu.")
@_reason
@answering
def fee_charge(
    context: Context,
    code: str,
    name: str,
    amount: int,
    kind: str | None,
    source: str,
    reason: str,
    as_json: bool,
) -> None:
    """Thay các khoản của hồ sơ bằng một khoản."""
    with named_dossier(context, code) as found:
        desk, actor = found.opened.desk, found.opened.actor
        dossier = lookup.dossier_view(desk, actor, found.dossier_id).dossier
        named = FeeKind(kind) if kind else kind_by_law(dossier.procedure_code)
        line = plain_line(name, amount, kind=named, per="", quantity=1, source=source)
        changed = found.change(usecases.charge_fees, [line], reason=reason)
        money = changed.money or _money_of(found)
    _answer_money(money, as_json=as_json)


@fee.command("waive")
@click.argument("code")
@click.option("--ground", required=True, help="Mã căn cứ miễn, giảm (xem: tariff show).")
@click.option("--text", required=True, help="Giấy tờ chứng minh được miễn, giảm.")
@click.option("--percent", type=int, help="Giảm bao nhiêu phần trăm, khi căn cứ để ngỏ mức giảm.")
@click.option("--to-amount", type=int, help="Hoặc: giảm mỗi khoản còn bao nhiêu đồng.")
@answering
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
    with named_dossier(context, code) as found:
        is_named = percent is not None or to_amount is not None
        exemption = Exemption(ground, text, Relief(percent, to_amount) if is_named else None)
        changed = found.change(usecases.waive_fee, exemption)
        money = changed.money or _money_of(found)
    _answer_money(money, as_json=as_json)


@fee.command("collect")
@click.argument("code")
@_amount
@click.option("--copies", type=int, help="Tất cả bao nhiêu bản, khi phí tính theo bản.")
@_method
@_payer
@_reference
@answering
def fee_collect(
    context: Context,
    code: str,
    amount: int | None,
    copies: int | None,
    method: str | None,
    payer: str,
    reference: str,
    as_json: bool,
) -> None:
    """Thu tiền; in ra số phiếu thu."""
    asked = PaymentRequest(Method(method or Method.CASH), amount, payer, reference)
    with named_dossier(context, code) as found:
        moved = found.change(usecases.collect_fee, asked, copies)
    _answer_moved(moved, as_json=as_json)


@fee.command("refund")
@click.argument("code")
@click.argument("slip")
@_amount
@_method
@_reference
@_reason
@click.option(
    "--not-due", is_flag=True, help="Thu nhầm: khoản hoàn không thu nữa. Không có thì phải thu lại."
)
@answering
def fee_refund(  # noqa: PLR0913, PLR0917 - one for each option
    context: Context,
    code: str,
    slip: str,
    amount: int | None,
    method: str | None,
    reference: str,
    reason: str,
    not_due: bool,
    as_json: bool,
) -> None:
    """Hoàn tiền của phiếu thu SLIP (ví dụ 12/2026): một phiếu mới, không xóa phiếu cũ."""
    number = read_slip_number(slip, year=context.clock.now().year)
    refund = Refund(
        number,
        reason,
        amount,
        Method(method) if method else None,
        reference=reference,
        ends_due=not_due,
    )
    with named_dossier(context, code) as found:
        moved = found.change(usecases.refund_payment, refund)
    _answer_moved(moved, as_json=as_json)


@fee.command("void")
@click.argument("code")
@click.argument("slip")
@_reason
@answering
def fee_void(context: Context, code: str, slip: str, reason: str, as_json: bool) -> None:
    """Hủy phiếu thu SLIP viết nhầm, khi bảng kê của ngày chưa khóa."""
    number = read_slip_number(slip, year=context.clock.now().year)
    with named_dossier(context, code) as found:
        moved = found.change(usecases.void_payment, number, reason=reason)
    _answer_moved(moved, as_json=as_json)


@fee.command("receipt")
@click.argument("code")
@click.argument("slip")
@click.argument("number")
@answering
def fee_receipt(context: Context, code: str, slip: str, number: str, as_json: bool) -> None:
    """Ghi số biên lai điện tử NUMBER của phiếu thu SLIP; ghi lại thì số mới thay số cũ."""
    of = read_slip_number(slip, year=context.clock.now().year)
    with named_dossier(context, code) as found:
        noted = found.change(usecases.note_receipt, of, number)
    _answer_moved(noted, as_json=as_json)


def _money_of(found: NamedDossier) -> DossierMoney:
    return usecases.money_of(found.opened.desk, found.opened.actor, found.dossier_id)


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
