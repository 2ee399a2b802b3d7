"""Checklists as workbooks (.xlsx), out and in.

Reading needs nothing but Python; only `writing` and what it imports need openpyxl,
which phones do not have. Import the modules where they are used, not at the top.
"""
