"""Verbs about what a dossier costs and pays: fee."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from app.cli.context import Context, OpenDesk, answer, json_option
from app.cli.money_words import (
    account_body,
    account_text,
    fee_body,
    money_text,
    payment_body,
    slip_text,
)
from app.cli.vietnamese import group
from app.domain.answers import DossierMoney, MoneyMoved
from app.domain.fee import Exemption, FeeKind, plain_line
from app.domain.payment import Method, PaymentRequest, read_slip_number
from app.domain.relief import Relief

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
@click.option("--ground", required=True, help="Mã căn cứ miễn, giảm (xem: tariff show).")
@click.option("--text", required=True, help="Giấy tờ chứng minh được miễn, giảm.")
@click.option("--percent", type=int, help="Giảm bao nhiêu phần trăm, khi căn cứ để ngỏ mức giảm.")
@click.option("--to-amount", type=int, help="Hoặc: giảm mỗi khoản còn bao nhiêu đồng.")
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
    from app.usecases import fees as usecases  # noqa: PLC0415 - loads the database

    with _dossier(context, code) as found:
        is_named = percent is not None or to_amount is not None
        exemption = Exemption(ground, text, Relief(percent, to_amount) if is_named else None)
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


VERBS: tuple[click.Command, ...] = (fee,)
