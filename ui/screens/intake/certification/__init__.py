"""The batch of papers to be certified, in the place of the checklist."""
