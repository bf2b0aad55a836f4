"""Commands for a whole stack of dossiers: one row for each, none left out in silence."""

import click

from app.answers.dossier import BatchRow
from app.cli.context import Context, answer, answering
from app.cli.desk import OpenDesk, open_desk
from app.cli.language import message, translation, word_for
from app.cli.vietnamese import group
from app.domain.errors import DeskError
from app.usecases.dossier.batch import finish_many
from app.usecases.queries import lookup
from app.wording.refusals import say


@group()
def batch() -> None:
    """Làm một việc cho cả chồng hồ sơ; từng hồ sơ có kết quả riêng."""


@batch.command("finish")
@click.argument("codes", nargs=-1, required=True)
@click.option("--note", default="", help="Ghi chú.")
@answering
def batch_finish(context: Context, codes: tuple[str, ...], note: str, as_json: bool) -> None:
    """Xử lý xong các hồ sơ nêu mã; hồ sơ không làm được thì nói vì sao và mã thoát là 1."""
    unknown: dict[str, str] = {}
    ids: list[int] = []
    with open_desk(context) as opened:
        for code in codes:
            found = _id_of(opened, code, unknown)
            if found is not None:
                ids.append(found)
        rows = finish_many(opened.desk, opened.actor, ids, note=note, request=opened.request)
    body = [*map(_body, rows), *(
        {"dossier_code": code, "done": False, "refusal": words} for code, words in unknown.items()
    )]  # fmt: skip
    done = sum(row.is_done for row in rows)
    lines = [*map(_line, rows), *(f"{code}  ■ {words}" for code, words in unknown.items())]
    lines.append(message("Đã xong {0} hồ sơ, không làm được {1}.", done, len(body) - done))
    answer({"rows": body, "done": done}, "\n".join(lines), as_json=as_json)
    if done < len(body):
        click.get_current_context().exit(1)


def _id_of(opened: OpenDesk, code: str, unknown: dict[str, str]) -> int | None:
    """The row of a dossier; of a code nobody knows, why is noted in `unknown`."""
    try:
        return lookup.dossier_id_of(opened.desk, opened.actor, code)
    except DeskError as error:
        unknown[code] = say(error, translation())
        return None


def _body(row: BatchRow) -> dict[str, object]:
    return {
        "dossier_code": row.code,
        "done": row.is_done,
        "state": row.state,
        "refusal": None if row.is_done else say(row.refusal, translation()),
    }


def _line(row: BatchRow) -> str:
    if row.is_done:
        return f"{row.code}  {row.applicant}  ✓ {word_for(row.state)}"
    return f"{row.code}  {row.applicant}  ■ {say(row.refusal, translation())}"
