"""What `due` is asked: one line of the batch, or the options of the command."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.domain.clock import InvalidMoment, read_moment
from app.domain.deadline.pauses import PauseMode, Wait
from app.domain.deadline.time_limit import TimeLimit, parse
from app.domain.errors import DeskError
from app.outside import strict_json

MOST_LINE_BYTES = 1_048_576
_KEYS = frozenset({"limit", "received_at", "pauses", "mode"})


class InvalidJsonLine(DeskError):
    """Facts: why (in Vietnamese)."""


@dataclass(frozen=True, slots=True)
class Question:
    """What one deadline is counted from."""

    limit: TimeLimit
    received_at: datetime
    pauses: tuple[Wait, ...] = ()
    mode: PauseMode = PauseMode.PAUSE


def read_question(line: bytes) -> Question:
    """The question one line of the batch asks.

    Raises:
        InvalidJsonLine, FileNotJson: not one JSON object with the known keys.
        InvalidTimeLimit, InvalidMoment: a value that cannot be read.
    """
    if len(line) > MOST_LINE_BYTES:
        raise InvalidJsonLine(why="dài hơn 1 MB")
    try:
        value = strict_json.read(line)
    except ValueError:
        # Numbers of more than 4,300 digits.
        raise InvalidJsonLine(why="có số quá lớn") from None
    if not isinstance(value, dict):
        raise InvalidJsonLine(why="không phải một đối tượng")
    if unknown := sorted(value.keys() - _KEYS):
        raise InvalidJsonLine(why=f"khóa lạ “{unknown[0][:60]}”")
    return Question(
        parse(_text(value, "limit")),
        read_moment(_text(value, "received_at")),
        _pauses(value.get("pauses")),
        _mode(value.get("mode")),
    )


def read_pause(text: str) -> Wait:
    """``A/B``, or ``A/`` for a pause that still lasts.

    Raises:
        InvalidMoment: an end that cannot be read, or no stroke between two.
    """
    asked, slash, completed = text.partition("/")
    if not slash:
        raise InvalidMoment(text=text[:60])
    return Wait(read_moment(asked), read_moment(completed) if completed else None)


def _text(value: dict[str, Any], key: str) -> str:
    found = value.get(key)
    if not isinstance(found, str):
        raise InvalidJsonLine(why=f"“{key}” phải là chữ")
    return found


def _pauses(value: object) -> tuple[Wait, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise InvalidJsonLine(why="“pauses” phải là danh sách")
    return tuple(_wait(pair) for pair in value)


def _wait(pair: object) -> Wait:
    match pair:
        case [str(asked), None]:
            return Wait(read_moment(asked))
        case [str(asked), str(completed)]:
            return Wait(read_moment(asked), read_moment(completed))
        case _:
            raise InvalidJsonLine(why="mỗi lần bổ sung là [từ, đến] hoặc [từ, null]")


def _mode(value: object) -> PauseMode:
    if value is None:
        return PauseMode.PAUSE
    if not isinstance(value, str) or value not in set(PauseMode):
        raise InvalidJsonLine(why="“mode” phải là PAUSE hoặc RESTART")
    return PauseMode(value)
