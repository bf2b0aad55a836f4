"""Papers about where papers went: the control sheet (Mẫu 06) and the record of hand-over."""
