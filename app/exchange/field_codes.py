"""National codes (MaLinhVuc) of fields whose procedures do not bring theirs, by the field's name.

The published list of procedures has names of fields only; a code comes with a procedure's detail
from the portal (`category.code`). The table is of the day that is written in it; a field that is
not in it has no code, none is made up.
"""

import json
from functools import cache
from importlib import resources

from app.domain.text import fold

TABLE = "seed/field-codes.json"


def code_of_field(name: str) -> str:
    """The code of the field called `name`, empty where it is not known."""
    return _codes().get(_key(name), "")


@cache
def _codes() -> dict[str, str]:
    table = json.loads(resources.files("resources").joinpath(TABLE).read_bytes())
    return {_key(row["name"]): row["code"] for row in table["fields"]}


def _key(name: str) -> str:
    return " ".join(fold(name).split())
