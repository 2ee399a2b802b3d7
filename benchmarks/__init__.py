"""Measures the speed the app promises, each time beside an honest baseline.

`python -m benchmarks` runs everything; see README.md here. Nothing asserts a time.
"""
