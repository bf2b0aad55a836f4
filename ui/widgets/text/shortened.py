"""Long texts in a short place, cut so that it shows."""


def shortened(text: str, most: int) -> str:
    """`text` in at most `most` characters, ending in "…" where it was cut."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
