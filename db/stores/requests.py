"""Requests that were answered, by the name their sender gave them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from app.domain.clock import utc_text
from db.tables.request import answered_request


@dataclass(frozen=True, slots=True)
class AnsweredRequest:
    """What was asked (its digest) of which use case, and the answer as it was given."""

    use_case: str
    asked: str
    answer: bytes


def find(connection: Connection, request_id: str) -> AnsweredRequest | None:
    """The request of this name, None if it was never answered."""
    columns = (answered_request.c.use_case, answered_request.c.asked, answered_request.c.answer)
    row = connection.execute(select(*columns).where(answered_request.c.id == request_id)).first()
    return None if row is None else AnsweredRequest(*row)


def keep(connection: Connection, request_id: str, done: AnsweredRequest, now: datetime) -> None:
    """Keep a request with its answer, for good."""
    values = {
        "id": request_id,
        "use_case": done.use_case,
        "asked": done.asked,
        "answered_at": utc_text(now),
        "answer": done.answer,
    }
    connection.execute(insert(answered_request), values)
