"""Whether letters came in another alphabet than they were meant in: never to be trusted."""

import re

# UTF-8 read as Latin-1 or as Windows-1252: ``HoÃ ng``, ``Tháº¯ng``.
_BEHIND = r"\u0080-\u00bf" + re.escape(bytes(range(0x80, 0xA0)).decode("cp1252", errors="ignore"))
_MISREAD = re.compile(rf"[\u00c2-\u00c6][{_BEHIND}]|\u00e1[\u00ba\u00bb]")
# What people do not type: characters without a face, and what stands for a lost one.
_FACELESS = re.compile("[\u0000-\u0003\u0005-\u0008\u000e-\u001b\u007f-\u00a0\u00ad\ufffd]")


def is_garbled(text: str) -> bool:
    """Whether letters of `text` came in another alphabet than they were meant in."""
    return is_misread(text) or bool(_FACELESS.search(text))


def is_misread(text: str) -> bool:
    """Whether `text` is UTF-8 that something read byte by byte."""
    return bool(_MISREAD.search(text))
