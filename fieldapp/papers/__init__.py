"""Lays a notice out on A4 after NĐ 30/2020/NĐ-CP, as PDF/A-2b."""

from fieldapp.papers.desk import ReportlabPapers

__all__ = ["ReportlabPapers"]
