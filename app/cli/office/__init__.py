"""Commands about the office: settings, catalogue, calendar, safe keeping, the province."""
