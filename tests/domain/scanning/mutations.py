"""Texts as broken scanners, cables, keyboards and pranksters make them from good ones."""

import unicodedata

from app.domain.text import fold

STRANGE = [
    *"||||0123456789", *"aZếĐư ,./:<$-'", "\r", "\n", "\t", "\x00", "\x1b", "\u0301", "\u0323",
    "\u200b", "\u202e", "\ufeff", "\u00a0", "\ud800", "\ufffd",
    "０", "１", "٣", "²", "|", "а", "中",
    "$(id)", "://", "%00", "020099004321", "05031985", "Nam",
]  # fmt: skip


SMALL = "||||0123456789aZếư ,"


def tagged(sample):
    """Every character with the field it belongs to."""
    return [(character, name) for name, text in sample for character in text]


def text_of(characters):
    return "".join(character for character, _ in characters)


def small_edit(dice, characters):
    """One character inserted, lost or replaced, often near a stroke; new ones are of no field."""
    at = dice.randrange(len(characters) + 1)
    strokes = [nth for nth, (character, _) in enumerate(characters) if character == "|"]
    if strokes and dice.random() < 0.5:
        at = dice.choice(strokes) + dice.randrange(3)
    new = [(dice.choice(SMALL), None)]
    match dice.randrange(3):
        case 0:
            return [*characters[:at], *new, *characters[at:]]
        case 1:
            return characters[:at] + characters[at + 1 :]
        case _:
            return [*characters[:at], *new, *characters[at + 1 :]]


def mutate(dice, text, other):
    """One large change of `text`; `other` is another good text."""
    at, to = sorted(dice.randrange(len(text) + 1) for _ in range(2))
    match dice.randrange(11):
        case 0:
            return text[:at] + dice.choice(STRANGE) + text[at:]
        case 1:
            return text[:at] + dice.choice(STRANGE) + text[at + 1 :]
        case 2:
            return text[:at] + text[to:]
        case 3:
            return text[:to] + text[at:]
        case 4:
            return text[:at]
        case 5:
            return text[:at] + other[at:]
        case 6:
            return moved_fields(dice, text)
        case 7:
            return unicodedata.normalize("NFD", text)
        case 8:
            return dice.choice((fold, str.upper, str.swapcase))(text)
        case 9:
            return dice.choice(("\r\n", "\ufeff", "\x02", " ")) + text + dice.choice(("\r", "\t\n"))
        case _:
            return text + dice.choice(("", "|", "\n")) + other


def moved_fields(dice, text):
    """Two fields changed places, or one was lost or doubled."""
    fields = text.split("|")
    one, other = (dice.randrange(len(fields)) for _ in range(2))
    match dice.randrange(3):
        case 0:
            fields[one], fields[other] = fields[other], fields[one]
        case 1:
            del fields[one]
        case _:
            fields.insert(one, fields[other])
    return "|".join(fields)
