"""What stands in the form, as plain values without a widget."""
