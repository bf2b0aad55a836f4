"""A receipt printer for tests: it understands what we send and nothing else."""

from dataclasses import dataclass, field

from PIL import Image


class NotUnderstood(AssertionError):
    """A byte that is no command this printer knows."""


@dataclass
class PaperTape:
    """What came out: dots row by row, how often it was set up and cut, the size of each band."""

    rows: list[bytes] = field(default_factory=list)
    bands: list[tuple[int, int]] = field(default_factory=list)
    setups: int = 0
    cuts: int = 0

    def take(self, data: bytes) -> "PaperTape":
        at = 0
        while at < len(data):
            if data[at : at + 2] == b"\x1b@":
                self.setups += 1
                at += 2
            elif data[at : at + 4] == b"\x1dv0\x00":
                across = int.from_bytes(data[at + 4 : at + 6], "little")
                high = int.from_bytes(data[at + 6 : at + 8], "little")
                dots = data[at + 8 : at + 8 + across * high]
                assert len(dots) == across * high, "the band ends before its dots"
                self.rows += [dots[n : n + across] for n in range(0, len(dots), across)]
                self.bands.append((across, high))
                at += 8 + len(dots)
            elif data[at : at + 3] == b"\x1dVB":
                self.cuts += 1
                at += 4
            else:
                raise NotUnderstood(data[at : at + 8].hex())
        return self

    def picture(self) -> Image.Image:
        """The paper: black dots on white."""
        size = (len(self.rows[0]) * 8, len(self.rows))
        return Image.frombytes("1", size, bytes(b ^ 0xFF for b in b"".join(self.rows))).convert("L")
