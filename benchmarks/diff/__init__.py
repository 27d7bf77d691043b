"""Measures our diff beside its peers, in one run: `python -m benchmarks.diff` (see README.md)."""
