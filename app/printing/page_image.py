"""A page drawn as a picture, as previews and printers take it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page drawn on white; `data` holds `stride` bytes for each of `height` rows, not copied.

    A pixel is one grey byte, or blue, green and red where `grayscale` is False.
    `width_mm` and `height_mm` are the paper's size, 0 where it does not matter.
    """

    data: bytes | memoryview
    width: int
    height: int
    stride: int
    grayscale: bool = True
    width_mm: float = 0
    height_mm: float = 0
