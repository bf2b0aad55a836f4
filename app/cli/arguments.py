"""What stands on the command line, looked at before anything is done with it."""

from collections.abc import Collection, Sequence

from app.domain.errors import DeskError
from app.domain.look_alikes import tidy

_ALLOWED = "\t\r\n"
"""Reasons and notes may have several lines."""
_SCAN = "scan"
"""The command that is given what a scanner sent, signs of the code among it, and judges it."""


class ArgumentNotText(DeskError):
    """A word of the command holds what is no letter.

    Facts: argument, character (``U+202E``, or the number of a byte that is no text).
    """


class SystemRefused(DeskError):
    """The machine did not let a file or folder be used. Facts: path, error."""


def require_text(arguments: Sequence[str]) -> None:
    """Let `arguments` pass if each of them is text: bytes that are none come as surrogates.

    Raises:
        ArgumentNotText: naming the first that holds a control, a direction mark or such a byte.
    """
    for argument in arguments:
        if argument.isprintable():
            continue
        for character in tidy(argument):
            if not character.isprintable() and character not in _ALLOWED:
                raise ArgumentNotText(argument=argument, character=_named(character))


def require_on_one_line(argument: str) -> None:
    """Let a name pass that stands on one line: reasons and notes alone have several.

    Raises:
        ArgumentNotText: naming the first sign that is no letter.
    """
    for character in tidy(argument):
        if not character.isprintable():
            raise ArgumentNotText(argument=argument, character=_named(character))


def before_scanned(arguments: Sequence[str], with_value: Collection[str]) -> Sequence[str]:
    """The words that are to be text: all, or those before what `scan` is to read.

    Args:
        arguments: the words of the command.
        with_value: the options before a command that take the next word.
    """
    rest = iter(enumerate(arguments))
    for at, argument in rest:
        if argument in with_value:
            next(rest, None)
        elif not argument.startswith("-"):
            return arguments[:at] if argument == _SCAN else arguments
    return arguments


def _named(character: str) -> str:
    code = ord(character)
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"U+{code:04X}"


def system_refused(error: OSError) -> SystemRefused:
    """What the machine refused, in our words."""
    return SystemRefused(path=str(error.filename or "…"), error=error)
