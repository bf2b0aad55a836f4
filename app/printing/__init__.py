"""Content of the forms and how it becomes PDF."""
