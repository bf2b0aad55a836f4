"""Proof of time: proof, and what `verify --proof` answers."""

from pathlib import Path

import click

from app.cli.context import Context, answer, answering, iso
from app.cli.desk import named_dossier
from app.cli.language import message, translated
from app.cli.outputs import OutputFile
from app.cli.vietnamese import command
from app.exchange.target import Kind
from app.printing.paper import Paper
from app.usecases.proof import checking, making


@command()
@click.argument("code")
@click.option(
    "--paper",
    type=click.Choice([Paper.A4.value, Paper.A5.value]),
    default=Paper.A4.value,
    show_default=True,
    metavar="KHỔ",
    help="Khổ giấy: a4, a5.",
)
@click.option("--to", "out", type=OutputFile(), required=True, help="Tệp PDF.")
@answering
def proof(context: Context, code: str, paper: str, out: Path, as_json: bool) -> None:
    """Lập phiếu chứng minh thời gian giải quyết một hồ sơ, kèm dữ liệu để tính lại."""
    with named_dossier(context, code) as found:
        target = found.opened.target(out, Kind.PDF)
        found.opened.request.asked = (found.dossier_id, paper, str(out))
        made = found.change(making.make_proof, paper=paper)
        found.opened.write(target, made.pdf)
    body = {
        "dossier_code": made.dossier_code,
        "path": str(out),
        "pages": made.pages,
        "facts_sha256": made.sha256,
    }
    text = message("Đã ghi phiếu chứng minh thời gian của {0} vào {1}.", made.dossier_code, out)
    answer(body, text, as_json=as_json)


def verify_proof(path: Path, *, as_json: bool) -> None:
    """Count a proof again and answer what was found."""
    found = checking.check_proof(path)
    body = {
        "ok": True,
        "dossier_code": found.dossier_code,
        "made_at": iso(found.made_at),
        "rows": found.rows,
        "facts_sha256": found.sha256,
        "heads": [
            {"chain": head.chain, "seq": head.seq, "hash": head.hash} for head in found.heads
        ],
        "page_checked": found.is_of_this_version,
        "signed": False,
        "practice": found.is_practice,
    }
    lines = [
        message("Phiếu của hồ sơ {0} khớp với dữ liệu kèm theo: {1} dòng sổ cái.",
                found.dossier_code, found.rows),
        *(
            message("Cuối sổ cái {0}: dòng {1}, {2}", head.chain, head.seq, head.hash)
            for head in found.heads
        ),
        translated("Phiếu chưa ký số: so các dòng cuối này với sổ cái hoặc bản in của cơ quan."),
    ]  # fmt: skip
    if not found.is_of_this_version:
        lines.append(
            translated("Phiếu do phiên bản khác lập: chữ trên trang chưa so được, chỉ so dữ liệu.")
        )
    if found.is_practice:
        lines.append(translated("Đây là phiếu của dữ liệu thực hành, không có giá trị."))
    answer(body, "\n".join(lines), as_json=as_json)
