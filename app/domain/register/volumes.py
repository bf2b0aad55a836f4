"""The volumes of a year's register: numbers run on through them (Circular 01/2018, art. 10).

A volume is as much as can be bound: a thousand numbers. A number's volume so follows from the
number alone, whenever and by whomever it is printed.
"""

VOLUME_SIZE = 1_000


def volume_of(number: int) -> int:
    """The volume, from 1 on, in which the year's `number` stands."""
    return (number - 1) // VOLUME_SIZE + 1


def numbers_of(volume: int) -> tuple[int, int]:
    """The first and the last number a volume has room for."""
    return (volume - 1) * VOLUME_SIZE + 1, volume * VOLUME_SIZE
