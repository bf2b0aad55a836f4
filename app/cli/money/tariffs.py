"""Commands about tariffs: show, import."""

from datetime import date, datetime
from pathlib import Path

import click

from app.cli.context import PATH, Context, answer, answering
from app.cli.desk import open_desk
from app.cli.language import message, reason_text
from app.cli.office.imports import import_file
from app.cli.vietnamese import group
from app.domain.money.fee import dong
from app.domain.money.ground import ExemptionGround
from app.usecases.money import tariffs


@group()
def tariff() -> None:
    """Biểu phí chứng thực và căn cứ miễn, giảm."""


@tariff.command("show")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="Ngày; mặc định: hôm nay.")
@answering
def tariff_show(context: Context, day: datetime | None, as_json: bool) -> None:
    """Biểu phí hiệu lực vào một ngày."""
    on: date = day.date() if day else context.clock.now().date()
    with open_desk(context) as opened:
        found = tariffs.tariff_of(opened.desk, opened.actor, on)
    body = {
        "code": found.code,
        "name": found.name,
        "effective_from": found.effective_from.isoformat(),
        "effective_to": _iso(found.effective_to),
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
        "grounds": [_ground_body(ground) for ground in found.grounds],
    }
    lines = [message("{0}, {1} ({2})", found.name, reason_text(found.validity.words), found.source)]
    for rate in found.rates:
        steps = ", ".join(message("từ {0}: {1}", s.from_page, dong(s.amount)) for s in rate.steps)
        cap = message(", tối đa {0}", dong(rate.cap)) if rate.cap else ""
        lines.append(f"  {rate.name}: {steps}/{rate.per}{cap}")
    lines += [_ground_text(ground) for ground in found.grounds]
    answer(body, "\n".join(lines), as_json=as_json)


@tariff.command("import")
@click.argument("file", type=PATH)
@answering
def tariff_import(context: Context, file: Path, as_json: bool) -> None:
    """Nạp biểu phí: cả tệp hoặc không gì cả; hồ sơ đã tính phí giữ nguyên."""
    import_file(context, file, tariffs.import_tariffs, as_json=as_json, source=file.name)


def _ground_body(ground: ExemptionGround) -> dict[str, object]:
    relief = ground.relief
    return {
        "code": ground.code,
        "name": ground.name,
        "percent": relief.percent if relief else None if ground.asks_relief else 100,
        "to_amount": relief and relief.to_amount,
        "asks_relief": ground.asks_relief,
        "procedures": list(ground.procedures),
        "fields": list(ground.fields),
        "effective_from": _iso(ground.effective_from),
        "effective_to": _iso(ground.effective_to),
        "source": ground.source,
        "provenance": ground.provenance,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _ground_text(ground: ExemptionGround) -> str:
    whose = ", ".join((*ground.fields, *ground.procedures))
    when = (
        reason_text(ground.validity.words) if ground.effective_from or ground.effective_to else ""
    )
    more = "; ".join(filter(None, (whose, when)))
    return _relief_text(ground) + (f" ({more})" if more else "")


def _relief_text(ground: ExemptionGround) -> str:
    if ground.asks_relief:
        return message("  giảm (mức ghi khi thu) {0}: {1}", ground.code, ground.name)
    if ground.relief is None:
        return message("  miễn {0}: {1}", ground.code, ground.name)
    if ground.relief.percent is None:
        left = dong(ground.relief.to_amount or 0)
        return message("  giảm còn {0} {1}: {2}", left, ground.code, ground.name)
    return message("  giảm {0}% {1}: {2}", ground.relief.percent, ground.code, ground.name)
