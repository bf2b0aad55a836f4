"""What comes after everything was kept: it may fail, and the answer stands all the same.

A script that is told of a failure asks again, and would register twice.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import click

from app.cli.arguments import system_refused
from app.cli.context import Context
from app.cli.language import message, translated, translation
from app.domain.errors import DeskError
from app.wording.refusals import say

_log = logging.getLogger(__name__)


@contextmanager
def afterwards(context: Context, what: str) -> Iterator[None]:
    """Warn of whatever fails in the block, beside the answer, instead of ending the command.

    Args:
        context: of the command.
        what: what the block does, as part of the warning.
    """
    try:
        yield
    except (click.exceptions.Exit, click.Abort):
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is: what was done is done
        context.warnings.append(
            message("việc đã xong và đã ghi lại, nhưng chưa {0}: {1}", what, _why(error))
        )


def _why(error: Exception) -> str:
    match error:
        case DeskError():
            return say(error, translation())
        case OSError():
            return say(system_refused(error), translation())
        case _:
            _log.error("after the commit", exc_info=error)
            return translated("cơ sở dữ liệu hoặc chương trình báo lỗi; hãy chạy verify")
