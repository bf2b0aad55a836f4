"""When the records are saved by themselves, and which of the copies are kept."""
