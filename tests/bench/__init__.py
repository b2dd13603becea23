"""Benchmarks: each measures ratios in one run, prints a table and one JSON line, and never fails."""
