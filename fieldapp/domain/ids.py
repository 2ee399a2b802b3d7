"""Identifiers as distinct types, so that a swap is a type error."""

from typing import NewType

ChecklistId = NewType("ChecklistId", str)
CriterionId = NewType("CriterionId", str)
InspectionId = NewType("InspectionId", str)
UnitCode = NewType("UnitCode", str)
DeviceId = NewType("DeviceId", str)
FindingId = NewType("FindingId", str)
RecommendationId = NewType("RecommendationId", str)
PhotoId = NewType("PhotoId", str)
Sha256 = NewType("Sha256", str)
SentenceKey = NewType("SentenceKey", str)
