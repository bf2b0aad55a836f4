"""What a scanned or pasted text is, and what may be read from it."""
