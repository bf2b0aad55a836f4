"""The command `scanner-sheet`: the sheet that sets a scanner up."""

from pathlib import Path

import click

from app.cli.context import Context, answer, json_option
from app.cli.outputs import OutputFile, target_of
from app.cli.vietnamese import command
from app.domain.forms.codes import SCANNER_SHEET_FORM
from app.exchange.target import Kind
from app.printing.form import NO_CONTENT
from app.printing.paper import Paper
from app.printing.registry import form_of


@command("scanner-sheet")
@click.option("--to", "out", type=OutputFile(), required=True, help="Tệp PDF.")
@json_option
@click.pass_obj
def scanner_sheet(context: Context, out: Path, as_json: bool) -> None:
    """Ghi tờ cài máy quét, có bốn mã để thử."""
    target = target_of(context, out, Kind.PDF)
    target.check()
    sheet = form_of(SCANNER_SHEET_FORM).render(
        NO_CONTENT, paper=Paper.A4, copy_number=1, is_practice=False
    )
    target.write(sheet.pdf)
    answer({"path": str(out)}, str(out), as_json=as_json)
