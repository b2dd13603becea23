"""Patterns of manufactured activity: one indicator per file, all of them run by survey. Never calls a pattern fraud."""
