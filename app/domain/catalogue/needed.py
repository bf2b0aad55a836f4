"""Who must bring a paper: read from the catalogue's own words into data.

The catalogue publishes papers as sentences: which channel asks for them, in which case, and which
of several will do stands in their words. What cannot be told is doubtful ("cần kiểm tra") and is
never taken for what everybody must bring.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.domain.catalogue.procedure import Channel, RequiredDocument
from app.domain.catalogue.shown import is_shown
from app.domain.text import fold

_ELECTRONIC = frozenset({Channel.ONLINE, Channel.KIOSK})
"""Who files so fills in the portal's own form; a kiosk is the portal at the office."""
_ONLINE = re.compile(r"\b(?:mau (?:ho tich )?dien tu|bieu mau dien tu|truc tuyen)\b")
_AT_THE_DESK = re.compile(r"\b(?:hinh thuc|ho so|thu tuc) truc tiep\b")
_BY_POST = re.compile(r"\bbuu chinh\b")
_FILING = re.compile(
    r"\(?[^();.]*\b(?:hinh thuc truc (?:tiep|tuyen)|(?:ho so|thu tuc) truc tiep|buu chinh|"
    r"mau (?:ho tich )?dien tu|bieu mau dien tu)\b[^();.]*\)?"
)
"""A clause that says how papers are filed: no condition on whose papers they are."""
_FALLBACK = re.compile(r"[;.] *(?:truong hop|neu) khong co\b.*")
"""What is brought instead: the paper itself is not made conditional by it."""
_CONDITION = re.compile(
    r"^(?:truong hop|doi voi|neu)\b|\bneu co\b|\btrong truong hop\b|\bdoi voi\b|\(\s*truong hop|"
    r"\bneu (?:nguoi|thuoc|la|chu|uy quyen|lua chon)\b|\buy quyen\b"
)
_FOR_SOME = re.compile(r"^(?:truong hop|doi voi|neu)\b|\bneu co\b|\buy quyen\b")
_CONDITIONAL_HEADING = re.compile(r"^(?:truong hop|doi voi|neu|tuy )|\bco quan\b.*\btrinh\b")
_ONE_OF = re.compile(r"\bmot trong (?:cac|nhung|hai|so)\b[^.;]*$")
_DOUBTFUL = re.compile(r"\btru truong hop\b|\bthay (?:the )?cho\b")
_FORM = re.compile(r"^(?:ban chinh )?(?:to khai|don|giay de nghi|phieu|van ban de nghi)\b")
_INSTEAD = re.compile(r"^(?:truong hop|neu) khong co (?P<paper>.+?)(?: neu tren)?,? thi\b")


@dataclass(frozen=True, slots=True)
class Need:
    """When a paper is to be brought.

    Attributes:
        not_by: channels that do not ask for it.
        is_conditional: only in a case that its own words, or its heading, name.
        alternatives: names of the papers of which one will do, itself among them.
        replacements: names of papers that may come in its place.
        is_doubtful: the words leave open whether everybody must bring it.
    """

    not_by: frozenset[Channel] = frozenset()
    is_conditional: bool = False
    alternatives: tuple[str, ...] = ()
    replacements: tuple[str, ...] = ()
    is_doubtful: bool = False

    def is_asked(self, channel: Channel) -> bool:
        """Whether who files through `channel` can be asked for it."""
        return channel not in self.not_by

    def is_must(self, channel: Channel) -> bool:
        """Whether everybody who files through `channel` must bring this very paper."""
        return self.is_must_in_kind(channel) and not self.alternatives

    def is_must_in_kind(self, channel: Channel) -> bool:
        """Whether everybody who files through `channel` must bring it or an alternative."""
        return self.is_asked(channel) and not (self.is_conditional or self.is_doubtful)


def needs(papers: Sequence[RequiredDocument], notes: Sequence[str] = ()) -> tuple[Need, ...]:
    """When each of the `papers` of one case is to be brought, in their order.

    `notes` are the catalogue's remarks: one that ends in "một trong các giấy tờ sau:" has lost the
    papers it speaks of, so that every paper handed in, but the forms to fill in, is doubtful.
    """
    return _needs(tuple(papers), tuple(notes))


@functools.lru_cache(maxsize=1_024)
def _needs(papers: tuple[RequiredDocument, ...], notes: tuple[str, ...]) -> tuple[Need, ...]:
    has_lost = any(_ONE_OF.search(fold(note)) for note in notes)
    found = [_need(paper, may_be_lost=has_lost) for paper in papers]
    for group in _alternatives(papers):
        names = tuple(papers[at].name for at in group)
        for at in group:
            found[at] = replace(found[at], alternatives=names)
    for at, paper in enumerate(papers):
        if instead := tuple(_replacements(paper, papers)):
            found[at] = replace(found[at], replacements=instead)
    return tuple(found)


def missing(
    papers: Sequence[RequiredDocument],
    notes: Sequence[str],
    channel: Channel,
    here: frozenset[str],
) -> tuple[str, ...]:
    """Names of what everybody must bring through `channel` and is not among the names `here`.

    Of alternatives that none of is here, all are named in one: "A hoặc B", by which they may be
    here too.
    """
    musts = _musts(tuple(papers), tuple(notes), channel)
    return tuple(dict.fromkeys(said for said, will_do in musts if not here & {said, *will_do}))


@functools.lru_cache(maxsize=1_024)
def _musts(
    papers: tuple[RequiredDocument, ...], notes: tuple[str, ...], channel: Channel
) -> tuple[tuple[str, frozenset[str]], ...]:
    """What everybody must bring, each with the names of papers any of which will do."""
    found = []
    for paper, need in zip(papers, _needs(papers, notes), strict=True):
        if need.is_must_in_kind(channel):
            choices = need.alternatives or (paper.name,)
            will_do = frozenset(" ".join(n.split()) for n in (*choices, *need.replacements))
            found.append((" hoặc ".join(choices), will_do))
    return tuple(found)


def _need(paper: RequiredDocument, *, may_be_lost: bool) -> Need:
    need = _read(paper.name, paper.group)
    if not (paper.required or need.is_conditional or need.not_by):
        # Its publisher says so, in whatever words.
        return replace(need, is_conditional=True)
    is_lost = may_be_lost and not _FORM.match(fold(paper.name)) and not is_shown(paper)
    return replace(need, is_doubtful=True) if is_lost and not need.is_conditional else need


@functools.lru_cache(maxsize=4096)
def _read(name: str, heading: str) -> Need:
    plain = fold(name)
    own = _FALLBACK.sub("", plain)
    return Need(
        _not_by(plain),
        _is_conditional(own, fold(heading)),
        is_doubtful=bool(_DOUBTFUL.search(own)),
    )


def _is_conditional(own: str, heading: str) -> bool:
    if _CONDITIONAL_HEADING.search(heading):
        return True
    # A form of the desk names everybody it is for: "cá nhân … hoặc cơ quan, tổ chức …".
    rule = _FOR_SOME if _FORM.match(own) and _AT_THE_DESK.search(own) else _CONDITION
    return bool(rule.search(_FILING.sub(" ", own).strip()))


def _not_by(plain: str) -> frozenset[Channel]:
    online, desk = bool(_ONLINE.search(plain)), bool(_AT_THE_DESK.search(plain))
    post = bool(_BY_POST.search(plain))
    if online and not desk and not post:
        return frozenset(Channel) - _ELECTRONIC
    if post and not desk and not online:
        return frozenset(Channel) - {Channel.POSTAL}
    return _ELECTRONIC if desk and not online else frozenset()


def _alternatives(papers: Sequence[RequiredDocument]) -> list[list[int]]:
    """Places of papers of which one will do: below a heading that says so, or joined by "hoặc"."""
    headed: dict[str, list[int]] = {}
    joined: list[list[int]] = []
    for at, paper in enumerate(papers):
        heading = fold(paper.group)
        if _ONE_OF.search(heading):
            headed.setdefault(heading, []).append(at)
        elif at and (_begins_with_or(paper.name) or _ends_with_or(papers[at - 1].name)):
            if joined and joined[-1][-1] == at - 1:
                joined[-1].append(at)
            else:
                joined.append([at - 1, at])
    return [group for group in (*headed.values(), *joined) if len(group) > 1]


def _begins_with_or(name: str) -> bool:
    return fold(name).startswith("hoac ")


def _ends_with_or(name: str) -> bool:
    return bool(re.search(r"\bhoac\W*$", fold(name)))


def _replacements(paper: RequiredDocument, papers: Sequence[RequiredDocument]) -> Iterator[str]:
    """Names of the papers that say they come where this one is not to be had."""
    plain = fold(paper.name)
    for other in papers:
        said = _INSTEAD.search(fold(other.name))
        if said and other is not paper and plain.startswith(said["paper"]):
            yield other.name
