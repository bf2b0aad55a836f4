"""Tariff files, the seed among them, and the canonical body a version is stored as."""

import functools
import hashlib
from dataclasses import fields, is_dataclass
from importlib import resources
from typing import Annotated, Any, Literal

import msgspec

from app.domain.errors import Damaged, DeskError
from app.domain.money.tariff import Tariff
from app.domain.phrases import Phrase, joined, phrase
from app.exchange.shape_faults import fault
from app.outside import strict_json

_MOST_BYTES = 1024 * 1024


class TariffRefused(DeskError):
    """The file is JSON but not a tariff that could be used. Facts: place, why (in Vietnamese)."""


class TariffBodyDamaged(Damaged):
    """A stored body is not a tariff. Facts: detail."""


class _File(msgspec.Struct, forbid_unknown_fields=True):
    format: Literal["motcua-tariff-1"]
    tariffs: Annotated[list[Tariff], msgspec.Meta(min_length=1, max_length=50)]


_encoder = msgspec.json.Encoder(order="sorted")
_decoder = msgspec.json.Decoder(Tariff)


def read(content: bytes) -> tuple[Tariff, ...]:
    """The tariffs of a file, in its order.

    Raises:
        FileNotJson: not JSON, or JSON that cannot be trusted.
        TariffRefused: a key is missing, unknown or wrong, or a tariff contradicts itself.
    """
    value: Any = strict_json.read(content, most=_MOST_BYTES)
    try:
        found = tuple(msgspec.convert(value, _File).tariffs)
    except msgspec.ValidationError as error:
        place, why = fault(error, whole=phrase("tệp"))
        raise TariffRefused(place=place, why=why) from None
    if stranger := _stranger(value["tariffs"], list(found)):
        # A misspelt "cap" would otherwise be no cap at all.
        raise TariffRefused(place=stranger, why=phrase("không có khóa này"))
    for nth, tariff in enumerate(found):
        if faults := (*tariff.faults(), *_bounds(tariff)):
            raise TariffRefused(place=f"tariffs[{nth}]", why=joined(faults))
    return found


def _stranger(raw: object, made: object) -> str:
    """The first key of `raw` that `made` knows nothing of; empty if there is none."""
    if isinstance(raw, list) and isinstance(made, list | tuple):
        pairs: list[tuple[object, object]] = list(zip(raw, made, strict=True))
    elif isinstance(raw, dict) and is_dataclass(made):
        known = {field.name for field in fields(made)}
        if strange := sorted(raw.keys() - known):
            return str(strange[0])
        pairs = [(raw[name], getattr(made, name)) for name in raw]
    else:
        return ""
    return next(filter(None, (_stranger(*pair) for pair in pairs)), "")


def _bounds(tariff: Tariff) -> tuple[Phrase, ...]:
    """What would not fit where it is stored or printed."""
    texts = (tariff.code, tariff.name, tariff.source, *(rate.name for rate in tariff.rates))
    money = [step.amount for rate in tariff.rates for step in rate.steps]
    money += [rate.cap for rate in tariff.rates if rate.cap is not None]
    money += [ground.relief.to_amount for ground in tariff.grounds
              if ground.relief and ground.relief.to_amount is not None]  # fmt: skip
    found = []
    if any(not text.strip() or len(text) > 200 for text in texts):
        found.append(phrase("mã, tên và căn cứ cần từ 1 đến 200 ký tự"))
    if any(not 1 <= amount <= 1_000_000_000 for amount in money):
        found.append(phrase("mức thu cần từ 1 đến 1.000.000.000 đồng"))
    if any(len(rate.per) > 60 for rate in tariff.rates):
        found.append(phrase("đơn vị tính dài quá 60 ký tự"))
    return tuple(found)


@functools.cache
def seed() -> tuple[Tariff, ...]:
    """The tariffs the program ships, for every office that imported no later ones."""
    return read(resources.files("resources").joinpath("seed/tariffs.json").read_bytes())


def encoded(tariff: Tariff) -> tuple[bytes, str]:
    """The canonical body of `tariff` and its SHA-256 in hexadecimal digits."""
    body = _encoder.encode(tariff)
    return body, hashlib.sha256(body).hexdigest()


def from_json(body: bytes) -> Tariff:
    """The tariff `encoded` wrote.

    Raises:
        TariffBodyDamaged: it is something else.
    """
    try:
        return _decoder.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError) as problem:
        raise TariffBodyDamaged(detail=str(problem)) from problem
