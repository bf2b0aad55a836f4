"""The columns of the board."""

from enum import IntEnum


class Column(IntEnum):
    """In order; the last ones show only where there is room."""

    LEFT = 0
    CODE = 1
    APPLICANT = 2
    PROCEDURE = 3
    DUE = 4
    PHONE = 5
    RECEIVED = 6
    STATE = 7
