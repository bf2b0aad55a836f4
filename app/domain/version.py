"""The number of this version, as people name it to whoever helps."""

VERSION = "0.1.0"
"""The same as in `pyproject.toml` (tested)."""
