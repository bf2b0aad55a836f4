"""Charging, paying, giving back, and closing the day's cash."""
