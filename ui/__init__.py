"""The window.

What it needs before its first paint is kept small (`tests/ui/test_first_paint.py`): values that
exist by then are named tuples, since each dataclass costs half a millisecond to define.
"""
