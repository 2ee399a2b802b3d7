"""Findings and recommendations that people write by hand."""

import datetime as dt

from fieldapp.domain.findings import Finding, FindingKind, Recommendation
from fieldapp.services.workspace import Workspace
from fieldapp.store import Write


def add_finding(
    ws: Workspace,
    inspection_id: str,
    kind: FindingKind,
    text: str,
    units: tuple[str, ...] = (),
) -> Finding:
    """Write down a finding; returns it with its new id."""
    finding = Finding(id=ws.new_id(), kind=kind, text=text, units=units)
    save_finding(ws, inspection_id, finding)
    return finding


def save_finding(ws: Workspace, inspection_id: str, finding: Finding) -> None:
    """Save a new or changed finding; also puts a removed one back."""
    ws.record(inspection_id, finding_write(finding))


def finding_write(finding: Finding) -> Write:
    """The op that holds a finding."""
    body = finding.model_dump(mode="json")
    return Write("set", "finding", finding.id, "body", body)


def remove_finding(ws: Workspace, inspection_id: str, finding_id: str) -> None:
    """Remove a finding; `save_finding` puts it back."""
    ws.record(inspection_id, Write("delete", "finding", finding_id, "body", None))


def add_recommendation(
    ws: Workspace,
    inspection_id: str,
    to: str,
    text: str,
    deadline: dt.date | None = None,
) -> Recommendation:
    """Write down a recommendation; returns it with its new id."""
    made = Recommendation(id=ws.new_id(), to=to, text=text, deadline=deadline)
    save_recommendation(ws, inspection_id, made)
    return made


def save_recommendation(
    ws: Workspace, inspection_id: str, recommendation: Recommendation
) -> None:
    """Save a new or changed recommendation; also puts a removed one back."""
    ws.record(inspection_id, recommendation_write(recommendation))


def recommendation_write(recommendation: Recommendation) -> Write:
    """The op that holds a recommendation."""
    body = recommendation.model_dump(mode="json")
    return Write("set", "recommendation", recommendation.id, "body", body)


def remove_recommendation(
    ws: Workspace, inspection_id: str, recommendation_id: str
) -> None:
    """Remove a recommendation; `save_recommendation` puts it back."""
    ws.record(
        inspection_id,
        Write("delete", "recommendation", recommendation_id, "body", None),
    )
