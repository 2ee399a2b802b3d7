"""Forms of ODK and Kobo (XLSForm) as checklists; what has no counterpart is listed.

Import the modules where they are used, not at the top.
"""
