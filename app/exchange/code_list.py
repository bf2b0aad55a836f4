"""A file of scanned codes, one on a line, as a hand scanner or another program wrote it."""

from app.domain.errors import Unreadable
from app.domain.workflow.handover import MOST_LINES

MOST_BYTES = 1_000_000
MOST_CODES = 2 * MOST_LINES
"""A stack, and every one of it scanned twice."""


class NotACodeList(Unreadable):
    """It is no text, or has more codes than a stack. Facts: most (codes)."""


def read(content: bytes) -> tuple[str, ...]:
    """The codes in their order; empty lines are passed over, what each is decides who asks.

    Raises:
        NotACodeList: it is no text, or too long.
    """
    if len(content) > MOST_BYTES:
        raise NotACodeList(most=MOST_CODES)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotACodeList(most=MOST_CODES) from None
    codes = tuple(line.strip() for line in text.splitlines() if line.strip())
    if len(codes) > MOST_CODES:
        raise NotACodeList(most=MOST_CODES)
    return codes
