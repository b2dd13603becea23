"""The settings, one table per section of the dialog; schema.py puts them together. Each file holds data only."""
