"""What changed between two versions of a checklist, in an officer's words."""

from fieldapp.domain.changes.change import Change, ChangeKind
from fieldapp.domain.changes.whole import changes

__all__ = ["Change", "ChangeKind", "changes"]
