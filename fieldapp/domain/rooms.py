"""Which places, points and attachments of a record a newer checklist has room for."""

from collections import Counter
from collections.abc import Iterator

from fieldapp.domain import facts
from fieldapp.domain.asking import Identifier
from fieldapp.domain.checklist import Checklist, Section
from fieldapp.domain.entries import Entry, Sampling, is_entry, unit_code_of
from fieldapp.domain.ops import Write
from fieldapp.domain.record import CriterionScores, InspectionRecord, SetAside
from fieldapp.domain.verdicts import figure
from fieldapp.domain.vietnamese import number_text


class Rooms:
    """Where what was recorded under `old` belongs under `new`.

    The entries of a group stay in the section of the same id, or, when the section got
    another id, go with most of its criteria to theirs.
    """

    def __init__(self, old: Checklist, new: Checklist) -> None:
        self.old = old
        self.new = new
        groups = [section for section in old.sections if section.repeat is not None]
        self._homes = {section.id: self._home(section) for section in groups}

    def _home(self, section: Section) -> Identifier:
        same = self.new.section(section.id)
        if same is not None:
            return same.id if same.repeat is not None else ""
        found = (self.new.section_of(c.id) for c in section.criteria)
        counted = Counter(s.id for s in found if s is not None and s.repeat is not None)
        return counted.most_common(1)[0][0] if counted else ""

    def section(self, section_id: str) -> Identifier:
        """The section of the entries of an old one, "" when there is none."""
        return self._homes.get(section_id, "")

    def takes(self, criterion: str, place: str) -> bool:
        """Whether the criterion is still asked at that kind of place."""
        before, after = self.old.section_of(criterion), self.new.section_of(criterion)
        if before is None or after is None:
            return False
        if not is_entry(place):
            return after.repeat is None
        return after.repeat is not None and self.section(before.id) == after.id

    def takes_points(self, scores: CriterionScores) -> bool:
        """Whether points that people gave are ones the criterion can have."""
        criterion, step = self.new.criterion(scores.criterion), self.new.points_step
        if criterion is None or criterion.points is None:
            return False
        if not self.takes(scores.criterion, scores.unit):
            return False
        given = (figure(scores.self_score), figure(scores.appraised_score))
        known = [points for points in given if points is not None]
        return all(
            points <= criterion.points.max and not (step and points % step)
            for points in known
        )

    def entries(self, record: InspectionRecord) -> tuple[Entry, ...]:
        """The entries that stay, in the section where they belong."""
        return tuple(
            entry.model_copy(update={"section": home})
            for entry in record.entries
            if (home := self.section(entry.section))
        )

    def scores(self, record: InspectionRecord) -> tuple[CriterionScores, ...]:
        """The points that stay."""
        return tuple(s for s in record.scores if self.takes_points(s))

    def aside(self, record: InspectionRecord) -> Iterator[SetAside]:
        """Points and ways of sampling without room, in words."""
        for scores in record.scores:
            criterion = self.old.criterion(scores.criterion)
            if criterion is not None and not self.takes_points(scores):
                yield SetAside(
                    criterion=scores.criterion,
                    unit=scores.unit,
                    question=criterion.question,
                    version=self.old.version,
                    said=_points_told(scores),
                )
        for sampling in record.samplings:
            if not self.section(sampling.section):
                yield SetAside(
                    criterion=sampling.section,
                    unit=sampling.unit,
                    question="Cách chọn mẫu",
                    version=self.old.version,
                    said=_sampling_told(sampling),
                )

    def writes(self, record: InspectionRecord) -> Iterator[Write]:
        """What to record so that nothing names what the new checklist has not."""
        yield from self._attachments(record)
        for scores in record.scores:
            if not self.takes_points(scores):
                yield facts.write_no_scores(scores.criterion, scores.unit)
        for sampling in record.samplings:
            yield from self._sampling(sampling)
        stay = {entry.code: entry for entry in self.entries(record)}
        for entry in record.entries:
            if entry.code not in stay:
                yield facts.write_removal(facts.ENTRY, entry.code)
            elif stay[entry.code] != entry:
                yield facts.write_entry(stay[entry.code])

    def _sampling(self, sampling: Sampling) -> Iterator[Write]:
        home = self.section(sampling.section)
        if home == sampling.section:
            return
        yield facts.write_no_sampling(sampling)
        if home:
            yield facts.write_sampling(sampling.model_copy(update={"section": home}))

    def _attachments(self, record: InspectionRecord) -> Iterator[Write]:
        """Photos and findings stay; they no longer name a criterion that is gone."""
        for photo in record.photos:
            if photo.criterion and not self.takes(photo.criterion, photo.unit):
                asked = self.old.criterion(photo.criterion)
                caption = photo.caption or (asked.name if asked else "")
                unit = unit_code_of(photo.unit)
                told = {"criterion": "", "unit": unit, "caption": caption}
                yield facts.write_photo(photo.model_copy(update=told))
        for finding in record.findings:
            if finding.criterion and self.new.criterion(finding.criterion) is None:
                loose = finding.model_copy(update={"criterion": ""})
                yield facts.write_finding(loose)


def _points_told(scores: CriterionScores) -> str:
    own, theirs = scores.self_score, scores.appraised_score
    told = (
        f"Đơn vị tự chấm {number_text(own)}" if own else "",
        f"Đoàn thẩm định {number_text(theirs)}" if theirs else "",
        f"Lý do chênh lệch: {scores.reason}" if scores.reason else "",
    )
    return "; ".join(words for words in told if words)


def _sampling_told(sampling: Sampling) -> str:
    told = (
        ("Tổng số để chọn", sampling.population),
        ("Cỡ mẫu", sampling.sample_size),
        ("Mã rút mẫu", sampling.seed),
        ("Ngày chọn mẫu", sampling.chosen_on),
        ("Người chọn", sampling.chosen_by),
        ("Ghi chú về mẫu", sampling.note),
    )
    return "; ".join(f"{name}: {said}" for name, said in told if said)
