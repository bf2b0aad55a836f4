"""Steps as they are stored: JSON, the limit as it is written."""

import json
from collections.abc import Sequence
from typing import Any

from app.domain.catalogue.procedure import Step
from app.domain.deadline.time_limit import parse


def steps_text(steps: Sequence[Step]) -> str:
    """`steps` as they are stored."""
    return json.dumps([_body(step) for step in steps], ensure_ascii=False)


def steps_of(text: str) -> tuple[Step, ...]:
    """The steps that are stored as `text`."""
    return tuple(_step(body) for body in json.loads(text))


def step_text(step: Step | None) -> str:
    """One step as it is stored; empty for none."""
    return "" if step is None else json.dumps(_body(step), ensure_ascii=False)


def step_of(text: str) -> Step | None:
    """The step that is stored as `text`."""
    return _step(json.loads(text)) if text else None


def _body(step: Step) -> list[object]:
    return [step.position, step.agency, step.duty, str(step.limit)]


def _step(body: Any) -> Step:  # noqa: ANN401 - decoded JSON
    position, agency, duty, limit = body
    return Step(position, agency, duty, parse(limit))
