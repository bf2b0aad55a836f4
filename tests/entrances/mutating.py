"""Good examples made bad: texts, JSON, bytes and words of a command, by seeded chance."""

import copy
import json

from tests.domain.scanning.mutations import STRANGE, mutate

LONG = ("x" * 300, "9" * 5_000, "Ệ" * 2_001, "[" * 3_000, "a\u0301" * 900)
VALUES = (
    None, True, 0, -1, 1e308, 10**17, 10**30, "", " ", "\ud800", "\x00", "\u202e", [], {}, [[]],
    {"": None}, [None] * 50, *LONG,
)  # fmt: skip
"""What stands where something else should."""


def a_text(dice, sample, others):
    """One to three large changes; now and then something of great length."""
    text = sample
    for _ in range(dice.randint(1, 3)):
        text = mutate(dice, text, dice.choice(others))
    if dice.random() < 0.02:
        text = dice.choice((text + dice.choice(LONG), dice.choice(LONG), ""))
    return text


def some_bytes(dice, sample, others):
    """Bits turned, a piece lost, doubled, or put in from another."""
    content = bytearray(sample)
    for _ in range(dice.randint(1, 4)):
        at, to = sorted(dice.randrange(len(content) + 1) for _ in range(2))
        to = min(to, at + 40)
        match dice.randrange(6):
            case 0 if content:
                content[min(at, len(content) - 1)] ^= 1 << dice.randrange(8)
            case 1:
                del content[at:to]
            case 2:
                content[at:at] = content[at:to]
            case 3:
                content[at:to] = dice.choice(others)[at:to]
            case 4:
                content[at:at] = dice.choice(STRANGE).encode("utf-8", "surrogatepass")
            case _:
                del content[at + dice.randrange(1 + len(content) - at) :]
    return bytes(content)


def some_json(dice, sample, others):
    """Values, keys and places of a document changed; one in five times its text as well."""
    value = copy.deepcopy(sample)
    for _ in range(dice.randint(1, 3)):
        value = _changed(dice, value)
    text = json.dumps(value, ensure_ascii=dice.random() < 0.5)
    content = text.encode("utf-8", "surrogatepass")
    if dice.random() < 0.2:
        content = some_bytes(dice, content, [json.dumps(one).encode() for one in others])
    return content


def _changed(dice, value):
    """`value` with one of its parts another."""
    places = list(_places(value, ()))
    if not places or dice.random() < 0.03:
        return copy.deepcopy(dice.choice(VALUES))
    *way, last = dice.choice(places)
    part = value
    for step in way:
        part = part[step]
    match dice.randrange(6):
        case 0:
            del part[last]
        case 1 if isinstance(part, dict):
            part[dice.choice((*STRANGE, last + "x", last.upper()))] = part.pop(last)
        case 2 if isinstance(part, list):
            part.append(copy.deepcopy(part[last]))
        case 3 if isinstance(part[last], str):
            part[last] = a_text(dice, part[last], [part[last], "Nông Văn Ưng", "2026-11-23"])
        case _:
            part[last] = copy.deepcopy(dice.choice(VALUES))
    return value


def _places(value, way):
    if not isinstance(value, dict | list):
        return
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in parts:
        yield (*way, key)
        if isinstance(part, dict | list):
            yield from _places(part, (*way, key))


def some_words(dice, sample, others):
    """Words of a command lost, doubled, swapped, changed, or joined by options there are not."""
    words = list(sample)
    for _ in range(dice.randint(1, 3)):
        at = dice.randrange(len(words) + 1)
        match dice.randrange(5):
            case 0 if words:
                del words[min(at, len(words) - 1)]
            case 1:
                words.insert(at, dice.choice((*STRANGE, "--json", "--x", "-", "--", "--to", "")))
            case 2 if words:
                nth = min(at, len(words) - 1)
                words[nth] = a_text(dice, words[nth], ["--station=7", "2026-11-23", "8000"])
            case 3 if words:
                words.insert(at, dice.choice(words))
            case _:
                words.insert(at, dice.choice(dice.choice(others) or ("x",)))
    return tuple(words)
