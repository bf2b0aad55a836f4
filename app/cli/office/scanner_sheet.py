"""The command `scanner-sheet`: the sheet that sets a scanner up."""

from pathlib import Path

import click

from app.cli.vietnamese import command
from app.domain.forms.codes import SCANNER_SHEET_FORM
from app.printing.form import NO_CONTENT
from app.printing.paper import Paper
from app.printing.registry import form_of


@command("scanner-sheet")
@click.option("--to", "target", type=click.Path(path_type=Path), required=True, help="Tệp PDF.")
def scanner_sheet(target: Path) -> None:
    """Ghi tờ cài máy quét, có bốn mã để thử."""
    sheet = form_of(SCANNER_SHEET_FORM).render(NO_CONTENT, paper=Paper.A4, copy_number=1)
    target.write_bytes(sheet.pdf)
    click.echo(str(target))
