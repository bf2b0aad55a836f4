"""Codes that stay whole where a sentence is wrapped."""

import re

WORD_JOINER = "\u2060"
"""Has no width and forbids a break."""
_IN_CODES = re.compile(r"(?<=\w)([/–-])(?=\w)")


def unbroken(text: str) -> str:
    """`text` that is wrapped between words only, never behind ``/`` or ``-`` inside a code."""
    return _IN_CODES.sub(rf"{WORD_JOINER}\1{WORD_JOINER}", text)
