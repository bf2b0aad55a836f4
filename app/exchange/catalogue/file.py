"""Reading a catalogue file, whole or not at all: the array, the portal's answer, our own shape."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import cast

from app.domain.catalogue.procedure import Procedure
from app.domain.errors import DeskError
from app.domain.phrases import phrase
from app.exchange.catalogue import own as catalogue_own
from app.exchange.catalogue.assembly import assemble
from app.exchange.catalogue.completions import Completion
from app.exchange.catalogue.fields import CatalogueWrongShape, Remarks, node, visible
from app.exchange.catalogue.published import Published, from_list_row, from_portal_answer
from app.exchange.catalogue.row import CatalogueRow
from app.outside import strict_json

MOST_ROWS = 20_000
_Reader = Callable[[object, str, Remarks], Procedure]
_WHOLE = phrase("cả tệp")
_SHAPES = phrase("danh mục đã công bố, chi tiết từ Cổng dịch vụ công, hoặc danh mục do Một Cửa ghi")


class CatalogueShape(StrEnum):
    """The shapes a file may have."""

    LIST = "LIST"
    PORTAL = "PORTAL"
    OWN = "OWN"


class PortalRefused(DeskError):
    """The file is the portal's refusal and no procedure. Facts: code, message."""


class DuplicateProcedure(DeskError):
    """The file holds one code more than once; no row of it is taken. Facts: code."""


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """Every row of the file in its order."""

    shape: CatalogueShape
    rows: tuple[CatalogueRow, ...]

    @property
    def is_published(self) -> bool:
        """Whether it came from outside and so never holds completions and steps."""
        return self.shape is not CatalogueShape.OWN

    @property
    def procedures(self) -> tuple[Procedure, ...]:
        """The procedures of the rows that were not refused."""
        return tuple(row.procedure for row in self.rows if row.procedure is not None)


def read(
    data: bytes,
    *,
    source: str,
    effective_from: date,
    completions: Mapping[str, Completion],
) -> CatalogueFile:
    """The rows of a catalogue file.

    Args:
        data: the file's bytes.
        source: its name, kept with the versions taken from it.
        effective_from: first day of those versions (our own shape says it itself).
        completions: hand completions by code, as `app.exchange.catalogue.seed.completions` gives.

    Raises:
        FileNotJson, CatalogueWrongShape, PortalRefused: nothing of the file is taken. Faults of
            one row (texts too long, impossible limits) refuse that row.
    """
    return rows_of(strict_json.read(data), source, effective_from, completions)


def rows_of(
    value: object, source: str, effective_from: date, completions: Mapping[str, Completion]
) -> CatalogueFile:
    """Like `read`, from a value already decoded."""

    def published(raw: Published, remarks: Remarks) -> Procedure:
        return assemble(
            raw,
            remarks,
            source=source,
            effective_from=effective_from,
            completion=completions.get(raw.code),
        )

    def from_list(item: object, place: str, remarks: Remarks) -> Procedure:
        return published(from_list_row(node(item, place, remarks)), remarks)

    def from_portal(item: object, place: str, remarks: Remarks) -> Procedure:
        return published(from_portal_answer(node(item, place, remarks)), remarks)

    def from_own(item: object, place: str, _: Remarks) -> Procedure:
        return catalogue_own.from_own_row(item, place)

    readers: dict[CatalogueShape, _Reader] = {
        CatalogueShape.LIST: from_list,
        CatalogueShape.PORTAL: from_portal,
        CatalogueShape.OWN: from_own,
    }
    shape, items = _items(value)
    rows = [_row(item, place, readers[shape]) for place, item in items]
    return CatalogueFile(shape, tuple(_without_duplicates(rows)))


def _items(value: object) -> tuple[CatalogueShape, list[tuple[str, object]]]:
    if isinstance(value, list):
        return CatalogueShape.LIST, _numbered(value, "")
    if isinstance(value, dict) and value.get("format") == catalogue_own.FORMAT:
        return CatalogueShape.OWN, _numbered(value.get("procedures"), "procedures")
    if isinstance(value, dict) and "code" in value and ("data" in value or "message" in value):
        if value["code"] != "OK" or not isinstance(value.get("data"), dict):
            raise PortalRefused(
                code=_excerpt(value["code"]), message=_excerpt(value.get("message"))
            )
        return CatalogueShape.PORTAL, [("data", value["data"])]
    raise CatalogueWrongShape(place=_WHOLE, expected=_SHAPES)


def _numbered(value: object, place: str) -> list[tuple[str, object]]:
    if not isinstance(value, list) or not 0 < len(value) <= MOST_ROWS:
        raise CatalogueWrongShape(
            place=place or _WHOLE,
            expected=phrase("danh sách từ 1 đến {most} thủ tục", most=MOST_ROWS),
        )
    return [(f"{place}[{index}]", item) for index, item in enumerate(value)]


def _row(item: object, place: str, read_one: _Reader) -> CatalogueRow:
    remarks = Remarks()
    try:
        procedure = read_one(item, place, remarks)
    except CatalogueWrongShape:
        raise
    except DeskError as problem:
        entry = cast("Mapping[str, object]", item)  # of anything else the shape was refused
        code, name = (_excerpt(entry.get(key)) for key in ("code", "name"))
        return CatalogueRow(code, name, None, problem, tuple(remarks.kept))
    return CatalogueRow(procedure.code, procedure.name, procedure, None, tuple(remarks.kept))


def _without_duplicates(rows: list[CatalogueRow]) -> Iterator[CatalogueRow]:
    seen = Counter(row.code for row in rows if row.procedure)
    for row in rows:
        if seen[row.code] > 1 and row.procedure:
            yield CatalogueRow(row.code, row.name, None, DuplicateProcedure(code=row.code))
        else:
            yield row


def _excerpt(value: object) -> str:
    """A text of the file as far as it is safe to show."""
    text = visible(value)[:120] if isinstance(value, str) else ""
    return "".join(character if character.isprintable() else " " for character in text).strip()
