"""Metadata, constraint names and the few kinds of column and table everything is made of.

The options that one engine or another needs (strict tables, rows kept in the order of their key,
partial indexes) are set here, so that a table says only what it means.
"""

from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    false,
)
from sqlalchemy import text as sql
from sqlalchemy.schema import SchemaItem

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_MOMENT = "LIKE '____-__-__T__:__:__Z'"
_DAY = "LIKE '____-__-__'"
_MOST_INTEGER = 2**31 - 1
ENGINES = ("sqlite", "postgresql")
ONLY_GROWS = "only_grows"
"""Key of a table's `info`: no row is ever changed or deleted; its value is what the engine says."""


def table(name: str, *items: SchemaItem, by_key: bool = False, only_grows: str = "") -> Table:
    """A table of the records.

    Args:
        name: of the table.
        items: columns and constraints.
        by_key: rows lie in the order of the primary key; for narrow rows looked up by it.
        only_grows: what the engine answers to whoever changes or deletes a row; empty: may.
    """
    return Table(
        name,
        metadata,
        *items,
        info={ONLY_GROWS: only_grows} if only_grows else {},
        sqlite_strict=True,
        sqlite_with_rowid=not by_key,
    )


def partial_index(name: str, *columns: Column[object], where: str) -> Index:
    """An index of the rows that fulfil `where`."""
    options: dict[str, Any] = {f"{engine}_where": sql(where) for engine in ENGINES}
    return Index(name, *columns, **options)


def text(name: str, *, most: int, empty: bool = True, null: bool = False) -> list[SchemaItem]:
    """A text column of at most `most` characters, with its CHECK."""
    least = "" if empty else f"length({name}) > 0 AND "
    return [
        Column(name, Text, nullable=null),
        CheckConstraint(f"{least}length({name}) <= {most}", name=name),
    ]


def added_text(name: str) -> list[SchemaItem]:
    """A text column that came to a table later; of rows from before it is empty."""
    return [Column(name, Text, nullable=False, server_default="")]


def kind(name: str) -> list[SchemaItem]:
    """One of an enum that grows with the program; the store reads it into the enum."""
    return text(name, most=40, empty=False)


def choice(name: str, kinds: type[StrEnum], *, null: bool = False) -> list[SchemaItem]:
    """One of an enum whose values are given by law or nature, checked by the database too."""
    values = ", ".join(f"'{kind.value}'" for kind in kinds)
    return [Column(name, Text, nullable=null), CheckConstraint(f"{name} IN ({values})", name=name)]


def moment(name: str, *, null: bool = False) -> list[SchemaItem]:
    """A point in time as UTC text to the second (`app.domain.clock.utc_text`)."""
    return [Column(name, Text, nullable=null), CheckConstraint(f"{name} {_MOMENT}", name=name)]


def day(name: str, *, null: bool = False) -> list[SchemaItem]:
    """A date as ISO text."""
    return [Column(name, Text, nullable=null), CheckConstraint(f"{name} {_DAY}", name=name)]


def number(name: str, least: int, most: int, *, null: bool = False) -> list[SchemaItem]:
    """A whole number within bounds."""
    size = Integer if least >= -_MOST_INTEGER and most <= _MOST_INTEGER else BigInteger
    return [
        Column(name, size, nullable=null),
        CheckConstraint(f"{name} BETWEEN {least} AND {most}", name=name),
    ]


def flag(name: str, *, is_added: bool = False) -> list[SchemaItem]:
    """A yes or no; of one that `is_added` to a table rows from before say no."""
    no = false() if is_added else None
    return [Column(name, Boolean, nullable=False, server_default=no)]


def blob(name: str) -> list[SchemaItem]:
    """Bytes as they are."""
    return [Column(name, LargeBinary, nullable=False)]


def digest(name: str, *, null: bool = False) -> list[SchemaItem]:
    """SHA-256 as 64 lower-case hexadecimal digits."""
    return [
        Column(name, Text, nullable=null),
        CheckConstraint(f"length({name}) = 64 AND {name} = lower({name})", name=name),
    ]
