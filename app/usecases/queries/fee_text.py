"""Fee lines as the timeline shows them."""

from collections.abc import Mapping

from app.domain.dossier.dossier import Dossier
from app.domain.money.fee import (
    Exemption,
    FeeLine,
    dong,
    due_of,
)
from app.usecases.reference import Reference


def fees_text(rules: Reference, dossier: Dossier, lines: tuple[FeeLine, ...]) -> str:
    """Fee lines as the timeline shows them: names, amounts, grounds, and what is due."""
    grounds = {}
    if any(line.exemption for line in lines):
        tariff = rules.tariff(dossier.received_at.date())
        grounds = {ground.code: ground.name for ground in tariff.grounds}
    texts = [
        f"{line.name}: {dong(line.amount)}"
        + (f", {_relief_text(line, line.exemption, grounds)}" if line.exemption else "")
        for line in lines
    ]
    return "; ".join([*texts, f"phải thu {dong(due_of(lines))}"])


def _relief_text(line: FeeLine, exemption: Exemption, grounds: Mapping[str, str]) -> str:
    ground = grounds.get(exemption.ground, exemption.ground)
    text = f"{exemption.words} – {ground} ({exemption.text})"
    return f"{text}, còn {dong(line.due)}" if exemption.relief else text
