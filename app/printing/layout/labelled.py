"""What most forms are made of: a label and its value on a line of their own."""

from app.printing.layout.fonts import Face
from app.printing.layout.page import Flow
from app.printing.layout.wrapping import Run

GAP = 0.18
"""White between paragraphs, in sizes of the body's type."""


def labelled(flow: Flow, label: str, value: str, face: Face = Face.REGULAR) -> None:
    """`label` and `value`; nothing where there is no value."""
    if value:
        flow.text([Run(label), Run(value, face)], flow.style.body)
        flow.space(GAP * flow.style.body)
