"""The slope of memory is told right: from it a leak is seen."""

import pytest

from tests.bench.long.bench_memory import slope


@pytest.mark.parametrize("a_second", [0.0, 0.25, -1.0])
def test_a_line_has_its_own_slope_whatever_stands_above_and_below_it(a_second):
    line = [(float(at), 200 + a_second * at + (1 if at % 2 else -1)) for at in range(1_000)]
    assert slope(line) == pytest.approx(a_second, abs=1e-4)
