"""Fee lines, slips, sheets and certified papers as JSON bodies and as short Vietnamese text."""

from app.answers.money import DossierMoney
from app.cli.context import iso
from app.cli.language import message, translated, word_for
from app.domain.certification.books import CertifiedDocument
from app.domain.forms.paper_number import paper_number
from app.domain.money.cash_sheet import SHEET_SERIES, CashSheet, Closing
from app.domain.money.fee import Exemption, FeeLine, dong
from app.domain.money.payment import Account, Method, Payment


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
        "station": (number and number.station) or None,
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
        and {
            "ground": line.exemption.ground,
            "text": line.exemption.text,
            "percent": _percent(line.exemption),
            "to_amount": line.exemption.relief and line.exemption.relief.to_amount,
        },
        "source": line.source,
    }


def payment_body(slip: Payment) -> dict[str, object]:
    return {
        "slip": str(slip.slip),
        "series": slip.slip.station or None,
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
        "relief": slip.relief,
        "receipt": slip.receipt or None,
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
    lines += [f"  - {line.name}: {dong(line.amount)}{_exempt_text(line)}" for line in money.lines]
    return "\n".join([*lines, *(f"  {slip_text(slip)}" for slip in money.payments)])


def _percent(exemption: Exemption) -> int | None:
    """100 where nothing is paid; None where a sum is named instead."""
    return exemption.relief.percent if exemption.relief else 100


def _exempt_text(line: FeeLine) -> str:
    if line.exemption is None:
        return ""
    relief = line.exemption.relief
    if relief is None:
        return message(", miễn ({0})", line.exemption.text)
    if relief.percent is None:
        return message(", giảm còn {0} ({1})", dong(line.due), line.exemption.text)
    return message(", giảm {0}% còn {1} ({2})", relief.percent, dong(line.due), line.exemption.text)


def account_text(account: Account) -> str:
    paid = message("phải thu {0}, đã thu {1}", dong(account.due), dong(account.collected))
    if account.overpaid:
        return f"{paid}, {message('cần hoàn {0}', dong(account.overpaid))}"
    return f"{paid}, {message('còn {0}', dong(account.outstanding))}"


def slip_text(slip: Payment) -> str:
    undone = message(" của phiếu {0}", slip.reverses) if slip.reverses else ""
    reason = f" – {slip.reason}" if slip.reason else ""
    relief = f" ({slip.relief})" if slip.relief else ""
    receipt = message(", biên lai {0}", slip.receipt) if slip.receipt else ""
    return (
        f"{slip.slip}  {word_for(slip.kind)}{undone}  {dong(slip.amount)}  "
        f"{word_for(slip.method)}  {slip.dossier_code}  {slip.payer}{receipt}{reason}{relief}"
    )


def sheet_body(sheet: CashSheet) -> dict[str, object]:
    closing = sheet.closing
    return {
        "day": sheet.day.isoformat(),
        "sheet": sheet.sheet,
        "opening": sheet.opening,
        "expected": sheet.expected,
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
        "spans": [[str(first), str(last)] for first, last in sheet.spans],
        "missing": [slip.number for slip in sheet.missing],
        "missing_slips": [str(slip) for slip in sheet.missing],
        "open_sums": [
            {
                "dossier_code": one.dossier_code,
                "applicant": one.applicant,
                "amount": one.amount,
                "reason": one.reason,
                "returned_at": iso(one.returned_at),
            }
            for one in sheet.open_sums
        ],
        "slips": [payment_body(slip) for slip in sheet.slips],
        "closing": closing
        and {
            "at": iso(closing.at),
            "officer": closing.officer,
            "counted": closing.counted,
            "difference": closing.difference,
            "reason": closing.reason,
            "number": _number(closing),
        },
    }


def _number(closing: Closing) -> str:
    """The number on the paper; empty on sheets of before there were such numbers."""
    if not closing.number:
        return ""
    return paper_number(SHEET_SERIES, closing.number, closing.series)


def sheet_text(sheet: CashSheet) -> str:
    state = translated("đã khóa") if sheet.closing else translated("đang mở")
    lines = [
        message(
            "Bảng kê số {0} ngày {1:%d/%m/%Y} ({2}), đầu ngày {3}",
            sheet.sheet,
            sheet.day,
            state,
            dong(sheet.opening),
        )
    ]
    lines += [f"  {slip_text(slip)}" for slip in sheet.slips]
    lines += [
        message(
            "  {0}, {1}: thu {2}, hoàn và hủy {3}, còn {4}",
            one.officer,
            word_for(one.method).lower(),
            dong(one.collected),
            dong(one.reversed),
            dong(one.net),
        )
        for one in sheet.sums
    ]
    lines.append(
        message(
            "  Tiền mặt {0}, chuyển khoản {1}",
            dong(sheet.expected),
            dong(sheet.total(Method.TRANSFER)),
        )
    )
    lines += [
        message(
            "  Đã trả, còn phải thu {0}: {1}, {2} ({3})",
            dong(one.amount),
            one.dossier_code,
            one.applicant,
            one.reason,
        )
        for one in sheet.open_sums
    ]
    if sheet.closing:
        why = f" ({sheet.closing.reason})" if sheet.closing.reason else ""
        lines.append(
            message(
                "  Đếm được {0}, chênh lệch {1}",
                dong(sheet.closing.counted),
                dong(sheet.closing.difference),
            )
            + why
        )
        if number := _number(sheet.closing):
            lines.append(message("  Số bảng kê: {0}", number))
    return "\n".join(lines)
