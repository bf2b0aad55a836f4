"""Rows that belong to dossiers, read for all of them at once, dossier after dossier."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Row, Select

STREAMED = {"yield_per": 1_000}
"""Rows are fetched as they are read, whatever their number."""


class Grouped:
    """Answers `of` for growing ids; `query` is ordered by `dossier_id` first."""

    def __init__(self, connection: Connection, query: Select[Any]) -> None:
        rows = connection.execute(query, execution_options=STREAMED)
        place = list(rows.keys()).index("dossier_id")
        self._groups = groupby(rows, itemgetter(place))
        self._next = self._following()

    def of(self, dossier_id: int) -> list[Row[Any]]:
        """The rows of a dossier; ids asked for must grow."""
        while self._next is not None and self._next[0] < dossier_id:
            self._next = self._following()
        if self._next is None or self._next[0] != dossier_id:
            return []
        return list(self._next[1])

    def _following(self) -> tuple[int, Iterator[Row[Any]]] | None:
        return next(self._groups, None)
