"""Checklist and exchange files in and out; the only package that knows YAML."""
