"""What `run.py bench` runs can be loaded: it is not measured in the tests, so it must not rot."""

import importlib
from pathlib import Path

import pytest

MODULES = sorted(
    path.stem for path in Path(__file__).parent.glob("*.py") if not path.stem.startswith("test_")
)


@pytest.mark.parametrize("name", [name for name in MODULES if name != "__main__"])
def test_a_bench_module_can_be_loaded(name):
    assert importlib.import_module(f"tests.bench.{name}")
