"""What reaches the terminal: letters alone; whatever would move, colour or hide them stays out."""

import json
from collections.abc import Mapping

import click

from app.domain.text import visible


def write(text: str, *, err: bool = False) -> None:
    """Write `text` with a stand-in for each sign that no terminal should be sent.

    Args:
        text: lines for people.
        err: to standard error.
    """
    click.echo("\n".join(map(visible, text.split("\n"))), err=err)


def write_json(body: Mapping[str, object]) -> None:
    """Write `body` as one line of JSON; signs that are no letters are escaped, none is lost."""
    click.echo(as_json(body))


def as_json(body: Mapping[str, object]) -> str:
    """`body` as JSON that any terminal may be sent."""
    text = json.dumps(body, ensure_ascii=False)
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in text)
