"""The fields of the whole form: by name, in the order Enter walks them, and what is wrong there."""
