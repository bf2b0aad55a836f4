"""The catalogue the program ships: published procedures, completed by hand, and those added."""

import functools
from collections.abc import Mapping
from datetime import date
from importlib import resources

import msgspec

from app.domain.catalogue.procedure import Procedure
from app.exchange.catalogue.completions import Completion, Completions, read_completions
from app.exchange.catalogue.file import CatalogueFile, rows_of

SEED_FROM = date(2025, 7, 1)
"""First day of the seed versions: when communes took over; older dossiers are not received."""

SEED_SOURCE = "Cổng Dịch vụ công quốc gia, tháng 7/2026"


def load_seed() -> tuple[Procedure, ...]:
    """Every procedure of the seed, in order of code."""
    published = seed_file().procedures
    return tuple(sorted((*published, *_hand_work().added), key=lambda each: each.code))


def seed_file() -> CatalogueFile:
    """The published part with its remarks: which limits are open, which fees doubtful."""
    value = msgspec.json.decode(_read("procedures.json"))
    return rows_of(value, SEED_SOURCE, SEED_FROM, completions())


def completions() -> Mapping[str, Completion]:
    """Hand completions by code; they belong to every import of published files."""
    return _hand_work().by_code()


@functools.cache
def _hand_work() -> Completions:
    return read_completions(_read("completions.json"))


def _read(name: str) -> bytes:
    return resources.files("resources").joinpath("seed", name).read_bytes()
