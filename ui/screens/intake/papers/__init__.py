"""The checklist of papers handed in."""
