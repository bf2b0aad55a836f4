"""Fees, tariffs, reductions, slips and the day's cash sheet."""
