"""Fee lines, slips, sheets and certified papers as JSON bodies and as short Vietnamese text."""

from app.cli.context import iso
from app.domain.answers import DossierMoney
from app.domain.cash_sheet import CashSheet
from app.domain.certification import CertifiedDocument
from app.domain.fee import FeeLine, dong
from app.domain.payment import Account, Method, Payment
from app.words import word_for


def certified_body(paper: CertifiedDocument) -> dict[str, object]:
    number = paper.number
    return {
        "name": paper.name,
        "kind": paper.kind,
        "pages": paper.pages,
        "copies": paper.copies,
        "amount": paper.amount,
        "book": number and number.book,
        "year": number and number.year,
        "volume": number and number.volume,
        "number": number and number.number,
    }


def fee_body(line: FeeLine) -> dict[str, object]:
    return {
        "name": line.name,
        "kind": line.kind,
        "per": line.per,
        "unit_amount": line.unit_amount,
        "quantity": line.quantity,
        "amount": line.amount,
        "due": line.due,
        "collect_at": line.collect_at,
        "exemption": line.exemption
        and {"ground": line.exemption.ground, "text": line.exemption.text},
        "source": line.source,
    }


def payment_body(slip: Payment) -> dict[str, object]:
    return {
        "slip": str(slip.slip),
        "kind": slip.kind,
        "dossier_code": slip.dossier_code,
        "amount": slip.amount,
        "method": slip.method,
        "at": iso(slip.at),
        "day": slip.day.isoformat(),
        "sheet": slip.sheet,
        "officer": slip.officer,
        "payer": slip.payer,
        "reference": slip.reference,
        "reason": slip.reason,
        "reverses": str(slip.reverses) if slip.reverses else None,
    }


def account_body(account: Account) -> dict[str, object]:
    return {
        "due": account.due,
        "collected": account.collected,
        "outstanding": account.outstanding,
        "overpaid": account.overpaid,
    }


def money_text(money: DossierMoney) -> str:
    lines = [f"{money.dossier_code}  {account_text(money.account)}"]
    for line in money.lines:
        exempt = f", miễn ({line.exemption.text})" if line.exemption else ""
        lines.append(f"  - {line.name}: {dong(line.amount)}{exempt}")
    return "\n".join([*lines, *(f"  {slip_text(slip)}" for slip in money.payments)])


def account_text(account: Account) -> str:
    told = f"phải thu {dong(account.due)}, đã thu {dong(account.collected)}"
    if account.overpaid:
        return f"{told}, cần hoàn {dong(account.overpaid)}"
    return f"{told}, còn {dong(account.outstanding)}"


def slip_text(slip: Payment) -> str:
    undone = f" của phiếu {slip.reverses}" if slip.reverses else ""
    reason = f" – {slip.reason}" if slip.reason else ""
    return (
        f"{slip.slip}  {word_for(slip.kind)}{undone}  {dong(slip.amount)}  "
        f"{word_for(slip.method)}  {slip.dossier_code}  {slip.payer}{reason}"
    )


def sheet_body(sheet: CashSheet) -> dict[str, object]:
    closing = sheet.closing
    return {
        "day": sheet.day.isoformat(),
        "sheet": sheet.sheet,
        "opening": 0,
        "cash": sheet.total(Method.CASH),
        "transfer": sheet.total(Method.TRANSFER),
        "sums": [
            {
                "officer": one.officer,
                "method": one.method,
                "collected": one.collected,
                "reversed": one.reversed,
                "net": one.net,
            }
            for one in sheet.sums
        ],
        "first": str(sheet.slips[0].slip) if sheet.slips else None,
        "last": str(sheet.slips[-1].slip) if sheet.slips else None,
        "missing": list(sheet.missing),
        "slips": [payment_body(slip) for slip in sheet.slips],
        "closing": closing
        and {
            "at": iso(closing.at),
            "officer": closing.officer,
            "counted": closing.counted,
            "difference": closing.difference,
            "reason": closing.reason,
        },
    }


def sheet_text(sheet: CashSheet) -> str:
    state = "đã khóa" if sheet.closing else "đang mở"
    lines = [f"Bảng kê số {sheet.sheet} ngày {sheet.day:%d/%m/%Y} ({state}), đầu ngày 0 đồng"]
    lines += [f"  {slip_text(slip)}" for slip in sheet.slips]
    lines += [
        f"  {one.officer}, {word_for(one.method).lower()}: thu {dong(one.collected)}, "
        f"hoàn và hủy {dong(one.reversed)}, còn {dong(one.net)}"
        for one in sheet.sums
    ]
    lines.append(
        f"  Tiền mặt {dong(sheet.total(Method.CASH))}, "
        f"chuyển khoản {dong(sheet.total(Method.TRANSFER))}"
    )
    if sheet.closing:
        why = f" ({sheet.closing.reason})" if sheet.closing.reason else ""
        lines.append(
            f"  Đếm được {dong(sheet.closing.counted)}, "
            f"chênh lệch {dong(sheet.closing.difference)}{why}"
        )
    return "\n".join(lines)
