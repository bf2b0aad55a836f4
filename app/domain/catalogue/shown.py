"""Papers that are only shown (xuất trình), as the catalogue's own words say.

Whoever receives a paper that is to be shown checks it, notes or photographs it and gives it back;
a copy may not be asked for (Circular 04/2020/TT-BTP, art. 2, as the catalogue's remarks repeat it).
"""

import functools
import re

from app.domain.catalogue.procedure import RequiredDocument
from app.domain.text import fold

_HEADING = re.compile(
    r"^(?:cac )?giay to phai xuat trinh\b|\bphai xuat trinh cac giay to\b|^xuat trinh\W*$"
)
_IN_BRACKETS = re.compile(r"\( *(?:chi |de )?xuat trinh *\)[ .;]*$")
_OWN_WORDS = re.compile(r"^(?:nguoi [^.;:/]{0,60} )?xuat trinh\b(?! hoac)")


def is_shown(paper: RequiredDocument) -> bool:
    """Whether the paper, or the heading it stands under, is said to be shown.

    "Xuất trình hoặc gửi …", "nộp/xuất trình" and "bản sao kèm xuất trình bản chính" leave the
    choice or ask for a copy: such a paper is handed in.
    """
    return _says_so(paper.group, paper.name)


@functools.lru_cache(maxsize=4096)
def _says_so(heading: str, name: str) -> bool:
    words = fold(name)
    is_said = _OWN_WORDS.search(words) or _IN_BRACKETS.search(words)
    return bool(is_said or _HEADING.search(fold(heading)))
