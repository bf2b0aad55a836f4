"""The colours of the window: what each is for, in a light and a dark set of equal contrast."""

from enum import StrEnum
from typing import NamedTuple


class Tone(StrEnum):
    """What a status means to the clerk; each has a shape, a word beside it and a colour."""

    RUNNING = "RUNNING"
    DUE_SOON = "DUE_SOON"
    OVERDUE = "OVERDUE"
    PAUSED = "PAUSED"
    DONE = "DONE"


class Shade(NamedTuple):
    """Colour of a status on its tint, and the shape that says the same without colour."""

    ink: str
    tint: str
    shape: str


class Tokens(NamedTuple):
    """One set of colours, as ``#RRGGBB``.

    `edge` outlines inputs (3:1 on the surface), `line` separates what is read. `hover` is a
    surface under the pointer.
    """

    name: str
    ground: str
    surface: str
    hover: str
    line: str
    edge: str
    ink: str
    quiet: str
    accent: str
    accent_strong: str
    on_accent: str
    tint: str
    rail: str
    rail_selected: str
    rail_ink: str
    rail_quiet: str
    running: Shade
    due_soon: Shade
    overdue: Shade
    paused: Shade
    done: Shade

    def shade(self, tone: Tone) -> Shade:
        """Ink, tint and shape of `tone`."""
        shades = {
            Tone.RUNNING: self.running,
            Tone.DUE_SOON: self.due_soon,
            Tone.OVERDUE: self.overdue,
            Tone.PAUSED: self.paused,
            Tone.DONE: self.done,
        }
        return shades[tone]


LIGHT = Tokens(
    name="light",
    ground="#F3F5F8",
    surface="#FFFFFF",
    hover="#EEF2F6",
    line="#DDE2E8",
    edge="#87939F",
    ink="#17212B",
    quiet="#5B6875",
    accent="#0B5C8E",
    accent_strong="#084A73",
    on_accent="#FFFFFF",
    tint="#E3F1FA",
    rail="#0E2A3D",
    rail_selected="#1C4A69",
    rail_ink="#FFFFFF",
    rail_quiet="#B4C7D6",
    running=Shade("#0B5C8E", "#E3F1FA", "●"),
    due_soon=Shade("#7A4B00", "#FFF1D6", "▲"),
    overdue=Shade("#9C1C1C", "#FBE4E4", "■"),
    paused=Shade("#5B3A8C", "#EFE8F8", "‖"),
    done=Shade("#3D4A57", "#E9EDF1", "✓"),
)
DARK = Tokens(
    name="dark",
    ground="#10171E",
    surface="#19232C",
    hover="#222E39",
    line="#2F3C48",
    edge="#73828F",
    ink="#E8EEF3",
    quiet="#A3B1BD",
    accent="#7CC4EE",
    accent_strong="#A5D8F5",
    on_accent="#06202F",
    tint="#17384C",
    rail="#0A1218",
    rail_selected="#1D4560",
    rail_ink="#FFFFFF",
    rail_quiet="#A9BCCA",
    running=Shade("#96D1F3", "#17384C", "●"),
    due_soon=Shade("#F6CB79", "#3E300F", "▲"),
    overdue=Shade("#FFABAB", "#4C1E1F", "■"),
    paused=Shade("#D0B7F7", "#372852", "‖"),
    done=Shade("#BECAD5", "#2A3641", "✓"),
)
