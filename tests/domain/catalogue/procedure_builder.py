"""Procedures for tests, each part changeable by name."""

from datetime import date
from typing import Any

from app.domain.catalogue.procedure import (
    Channel,
    LimitRule,
    Procedure,
    Provenance,
    RequiredDocument,
    ServiceLevel,
    Step,
)
from app.domain.deadline.pauses import PauseMode
from app.domain.deadline.time_limit import TimeLimit, parse


def rule(
    limit: str | None = "5 WORKING_DAY",
    *,
    channel: Channel = Channel.DIRECT,
    case: str | None = None,
    note: str = "",
    provenance: Provenance = Provenance.AS_PUBLISHED,
    source: str = "",
) -> LimitRule:
    return LimitRule(channel, case, parse(limit) if limit else None, note, provenance, source)


def step(limit: str, position: int = 1) -> Step:
    read: TimeLimit = parse(limit)
    return Step(position, "Ủy ban nhân dân xã Mẫu", "Thẩm định", read)


def paper(name: str = "Tờ khai", *, case: str | None = None, **changes: Any) -> RequiredDocument:
    return RequiredDocument(
        **{"position": 1, "name": name, "case": case, "originals": 1, "copies": 0, **changes}
    )


def procedure(**changes: Any) -> Procedure:
    values: dict[str, Any] = {
        "code": "1.999001",
        "name": "Thủ tục mẫu",
        "field": "Lĩnh vực mẫu",
        "field_code": "",
        "decision": "1/QĐ-MAU",
        "subjects": "Công dân Việt Nam",
        "limits": (rule(),),
        "fees": (),
        "documents": (paper(),),
        "outcomes": (),
        "steps": (),
        "pause_mode": PauseMode.PAUSE,
        "service_level": ServiceLevel.UNKNOWN,
        "provenance": Provenance.AS_PUBLISHED,
        "source": "tệp mẫu",
        "effective_from": date(2026, 1, 1),
    }
    return Procedure(**{**values, **changes})
