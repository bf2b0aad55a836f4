"""What `run.py bench` runs can be loaded: it is not measured in the tests, so it must not rot."""

import importlib
from pathlib import Path

import pytest

HERE = Path(__file__).parent
MODULES = sorted(
    ".".join(path.relative_to(HERE).with_suffix("").parts)
    for path in (*HERE.glob("*.py"), *HERE.glob("long/*.py"))
    if not path.stem.startswith(("test_", "__"))
)


@pytest.mark.parametrize("name", MODULES)
def test_a_bench_module_can_be_loaded(name):
    assert importlib.import_module(f"tests.bench.{name}")
