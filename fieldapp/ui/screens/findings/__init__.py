"""Findings and recommendations: derived ones to read, others to write."""
