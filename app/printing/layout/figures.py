"""Sums as the columns of a table give them."""


def figures(amount: int) -> str:
    """``12.500``; below zero with the minus sign of mathematics."""
    sign = "\u2212" if amount < 0 else ""
    return f"{sign}{abs(amount):,}".replace(",", ".")
