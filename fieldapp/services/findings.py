"""Findings and recommendations that people write by hand."""

import datetime as dt

from fieldapp.domain import facts
from fieldapp.domain.findings import Finding, FindingKind, Recommendation
from fieldapp.services.workspace import Workspace


def add_finding(
    ws: Workspace,
    inspection_id: str,
    kind: FindingKind,
    text: str,
    units: tuple[str, ...] = (),
    scope: str = "",
) -> Finding:
    """Write down a finding; returns it with its new id."""
    finding = Finding(id=ws.new_id(), kind=kind, text=text, units=units, scope=scope)
    save_finding(ws, inspection_id, finding)
    return finding


def save_finding(ws: Workspace, inspection_id: str, finding: Finding) -> None:
    """Save a new or changed finding; also puts a removed one back."""
    ws.record(inspection_id, facts.write_finding(finding))


def remove_finding(ws: Workspace, inspection_id: str, finding_id: str) -> None:
    """Remove a finding; `save_finding` puts it back."""
    ws.record(inspection_id, facts.write_removal(facts.FINDING, finding_id))


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
    ws.record(inspection_id, facts.write_recommendation(recommendation))


def remove_recommendation(
    ws: Workspace, inspection_id: str, recommendation_id: str
) -> None:
    """Remove a recommendation; `save_recommendation` puts it back."""
    ws.record(
        inspection_id,
        facts.write_removal(facts.RECOMMENDATION, recommendation_id),
    )
