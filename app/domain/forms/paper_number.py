"""The number of a paper as it stands in its head: ``0012/TNHS``, of station 2 ``0012-Q2/TNHS``."""


def paper_number(series: str, number: int, station: int) -> str:
    """`number` of the series whose symbol is `series`, as slips of money show theirs.

    `station` is whose series it is; 0 is the one series of the whole office.
    """
    whose = f"-Q{station}" if station else ""
    return f"{number:04d}{whose}/{series}"
