"""Papers of a day: its cash sheet, and the sheet it ends with."""
