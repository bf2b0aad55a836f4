"""Catalogue files for tests, in each of the three shapes."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from app.exchange.catalogue.file import CatalogueFile, read

DAY = date(2026, 12, 1)
PORTAL_FILE = Path(__file__).parents[1] / "data" / "portal-detail-2.000815.json"


def method(**changes: Any) -> dict[str, Any]:
    return {
        "channel": "DIRECT",
        "amount": 5,
        "unit": "WORKING_DAY",
        "fee_and_note": "Miễn phí",
        **changes,
    }


def component(name: str = "Tờ khai theo mẫu", **changes: Any) -> dict[str, Any]:
    return {
        "case": None,
        "name": name,
        "originals": 1,
        "copies": 0,
        "template": None,
        **changes,
    }


def row(**changes: Any) -> dict[str, Any]:
    return {
        "code": "1.999001",
        "name": "Thủ tục mẫu",
        "field": "Lĩnh vực mẫu",
        "level": "Cấp xã",
        "decision": "1/QĐ-MAU",
        "subjects": "Công dân Việt Nam",
        "methods": [method()],
        "components": [component()],
        "results": [{"name": "Quyết định", "code": "KQ.G00.000001"}],
        **changes,
    }


def portal(**changes: Any) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(PORTAL_FILE.read_text(encoding="utf-8"))
    answer["data"] |= changes
    return answer


def parsed(value: Any, completions: Any = None) -> CatalogueFile:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return read(data, source="tep.json", effective_from=DAY, completions=completions or {})


def only(value: Any) -> Any:
    """The one row of a file of the array shape made of `value`."""
    (found,) = parsed([value]).rows
    return found
