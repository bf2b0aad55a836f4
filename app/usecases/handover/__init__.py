"""Papers go between agencies: stacks handed over and scanned back, agencies, steps."""
