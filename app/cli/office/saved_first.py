"""The copy that is made before a file is taken in or records are replaced; it holds nothing up."""

from app.answers.safety import BackupRound
from app.cli.context import Context
from app.cli.desk import OpenDesk
from app.cli.language import message, translated
from app.domain.safety.schedule import Occasion
from app.usecases.queries import lookup
from app.usecases.safety import automatic


def save_first(opened: OpenDesk) -> None:
    """Save what changed since the last copy, before a file is taken in whole.

    A request that was answered before takes nothing in.
    """
    if not lookup.request_answered(opened.desk, opened.actor, opened.request.id):
        done = automatic.back_up_to_places(opened.desk, opened.actor, Occasion.IMPORT)
        warn_of_failed(opened.context, done)


def warn_of_failed(context: Context, done: BackupRound) -> None:
    """Say beside the answer which places got no copy."""
    context.warnings += [
        message("chưa sao lưu được vào {0}: {1}", one.name, translated(one.failure))
        for one in done.failed
    ]
