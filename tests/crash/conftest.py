"""Counts what was replayed, for the line at the end of a run."""

import pytest


@pytest.fixture
def power_cuts(request):
    """Takes each verdict of a test; what all tests replayed is said when they are through."""

    def count(verdict):
        request.node.user_properties += [
            ("power_cuts", verdict.points),
            ("disks", verdict.states),
            ("lost", sum(verdict.wrong.values())),
        ]

    return count
