"""Metadata, constraint names and the few column types every table is made of."""

from enum import StrEnum

from sqlalchemy import CheckConstraint, Column, Integer, LargeBinary, MetaData, Text
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

_MOMENT = "GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'"
_DAY = "GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'"


def text(name: str, *, most: int, empty: bool = True, null: bool = False) -> list[SchemaItem]:
    """A text column of at most `most` characters, with its CHECK."""
    least = "" if empty else f"length({name}) > 0 AND "
    return [
        Column(name, Text, nullable=null),
        CheckConstraint(f"{least}length({name}) <= {most}", name=name),
    ]


def moment(name: str, *, null: bool = False) -> list[SchemaItem]:
    """A point in time as UTC text to the second (`app.domain.clock.utc_text`)."""
    return [Column(name, Text, nullable=null), CheckConstraint(f"{name} {_MOMENT}", name=name)]


def day(name: str, *, null: bool = False) -> list[SchemaItem]:
    """A date as ISO text."""
    return [Column(name, Text, nullable=null), CheckConstraint(f"{name} {_DAY}", name=name)]


def number(name: str, least: int, most: int, *, null: bool = False) -> list[SchemaItem]:
    """A whole number within bounds."""
    return [
        Column(name, Integer, nullable=null),
        CheckConstraint(f"{name} BETWEEN {least} AND {most}", name=name),
    ]


def flag(name: str, *, null: bool = False) -> list[SchemaItem]:
    """A yes or no as 1 or 0."""
    return number(name, 0, 1, null=null)


def choice(name: str, kinds: type[StrEnum], *, null: bool = False) -> list[SchemaItem]:
    """One of an enum's values, checked by the database too."""
    values = ", ".join(f"'{kind.value}'" for kind in kinds)
    return [Column(name, Text, nullable=null), CheckConstraint(f"{name} IN ({values})", name=name)]


def blob(name: str, *, null: bool = False) -> list[SchemaItem]:
    """Bytes as they are."""
    return [Column(name, LargeBinary, nullable=null)]


def digest(name: str, *, null: bool = False) -> list[SchemaItem]:
    """SHA-256 as 64 lower-case hexadecimal digits."""
    return [
        Column(name, Text, nullable=null),
        CheckConstraint(f"length({name}) = 64 AND {name} NOT GLOB '*[^0-9a-f]*'", name=name),
    ]
