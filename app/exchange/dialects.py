"""Who takes our events in which words: a dialect is one room and one line here."""

from collections.abc import Callable
from dataclasses import dataclass

from app.exchange.event_shape import Event
from app.exchange.province_v1 import dialect as province_v1


@dataclass(frozen=True, slots=True)
class Dialect:
    """How events are said to one taker.

    `render` turns the stored bytes of an event into those of a message; `check` refuses, with
    `EventRefused`, an event that could not be rendered or would not be taken.
    """

    name: str
    render: Callable[[bytes], bytes]
    check: Callable[[Event], None]


PROVINCE_V1 = Dialect("province_v1", province_v1.render, province_v1.check)

DIALECTS = (PROVINCE_V1,)
"""Every one of them checks an event when it is made, so that it can be exported later."""
