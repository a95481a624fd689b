"""The bodies around a model that its papers ask for, whichever kind it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from docgen.law import issuers, units
from docgen.papers.bodies import offices, partners, recipients
from docgen.papers.bodies.committees import committee_body
from docgen.papers.phrases import phrase, words
from docgen.record.schema.life import Commendation, Discipline
from docgen.record.schema.offices import Signer
from docgen.record.turns import lead_of
from docgen.text.names import bare_person, first_upper, same_name_key
from docgen.values import Value

if TYPE_CHECKING:
    from docgen.papers.bodies.body import Body
    from docgen.papers.sheet import Sheet
    from docgen.record.schema.linked import AnyRecord, LinkedRecord
    from docgen.record.schema.offices import Office
    from docgen.record.schema.own import Record
    from docgen.record.schema.parts import RecordPart


class Around(Protocol):
    """Các nơi quanh một mô hình: what papers of both kinds of model ask for."""

    def chief(self) -> Body:
        """The unit that decides on the model, or leads it."""

    def home(self) -> str:
        """Địa danh of the model."""

    def holder(self, place: int) -> Body:
        """Whose dossier it is; ``place`` is that of a member unit, from 0."""

    def proposer(self) -> Body:
        """Who proposes what becomes of the model, where nobody is told."""

    def named(self, told: Office) -> Body:
        """The office that is told to propose the model's end."""

    def committee(self) -> Body:
        """Ban Chỉ đạo of the commune in which the model works."""

    def notifier(self) -> Body:
        """Nơi thông báo phổ biến, nhân rộng (III.3)."""

    def host(self, about: RecordPart | None) -> Body:
        """Who holds a meeting on that part of the record."""

    def head(self) -> str:
        """Who is at the head of the model, in prose."""

    def guards(self) -> dict[str, str]:
        """Who keeps order where the model was; the ``{...}`` of the texts on its end."""

    def spread_to(self) -> list[str]:
        """Where a notice makes the model known, when nobody tells it."""

    def competence(self, issuer: Body) -> tuple[tuple[str, ...], str]:
        """Topics of the acts, and the charter, that give ``issuer`` its power to decide."""

    def addresses(self, sheet: Sheet) -> dict[str, list[str]]:
        """The ``{...}`` of papers.yaml, each with the addresses it stands for."""

    def required(self) -> dict[str, str]:
        """Addressees without whom a paper must not go: their name, or a mark in its place."""


def around(record: AnyRecord) -> Around:
    """The bodies around the model of ``record``."""
    return _AroundLinked(record) if record.kind == "linked" else _AroundOwn(record)


class _AroundOwn(Value):
    """Around a self-managed model: its deciding unit, its proposer, its Party committee."""

    record: Record

    def chief(self) -> Body:
        return offices.unit(self.record)

    def home(self) -> str:
        return offices.place_name(self.record)

    def holder(self, place: int) -> Body:  # noqa: ARG002 - there is but one holder
        return self.chief().changed(place=self.home())

    def proposer(self) -> Body:
        return offices.proposer(self.record)

    def named(self, told: Office) -> Body:
        return offices.office(told, "dissolver")

    def committee(self) -> Body:
        name, commune = issuers.steering_committee(self.record), issuers.commune(self.record)
        is_commune = issuers.kind_of(self.record).is_commune
        return committee_body(name, commune, self.record.issuer.head if is_commune else Signer())

    def notifier(self) -> Body:
        """The commune's committee, or the head of a unit that surveys itself."""
        return self.chief() if issuers.kind_of(self.record).surveys_itself else self.committee()

    def host(self, about: RecordPart | None) -> Body:
        """The model where its own head takes the chair, else the unit that has it."""
        chair = about.meeting.chair if isinstance(about, Commendation | Discipline) else ""
        head = same_name_key(offices.head_name(self.record))
        is_own = not chair or same_name_key(bare_person(chair)) == head
        return offices.model(self.record) if is_own else self.chief()

    def head(self) -> str:
        return f"{offices.head_title(self.record)} {offices.model_name(self.record)}"

    def guards(self) -> dict[str, str]:
        unit = issuers.terms(self.record).full
        return {"police": offices.police(self.record).name, "unit": unit}

    def spread_to(self) -> list[str]:
        """The units below the one that gives the notice."""
        return [first_upper(issuers.terms(self.record).units)]

    def competence(self, issuer: Body) -> tuple[tuple[str, ...], str]:  # noqa: ARG002 - but one
        return issuers.terms(self.record).competence, self.record.issuer.charter

    def addresses(self, sheet: Sheet) -> dict[str, list[str]]:  # noqa: ARG002 - same for all
        return {**recipients.addresses(self.record)}

    def required(self) -> dict[str, str]:
        return {
            "proposer": offices.proposer(self.record).name,
            "party_speaking": offices.party(self.record).name,
        }


class _AroundLinked(Value):
    """Around a linked model: the unit that leads, the other member units, their commune."""

    record: LinkedRecord

    def chief(self) -> Body:
        return partners.unit_body(lead_of(self.record))

    def home(self) -> str:
        return partners.place_of(lead_of(self.record))

    def holder(self, place: int) -> Body:
        return partners.unit_body(self.record.units[place])

    def proposer(self) -> Body:
        return self.chief()

    def named(self, told: Office) -> Body:
        """A member unit as it always stands at the head of papers, or the office as told."""
        key = same_name_key(told.name)
        for unit in self.record.units:
            if key in {same_name_key(unit.name), same_name_key(units.full_name(unit))}:
                return partners.unit_body(unit)
        return offices.office(told, "dissolver")

    def committee(self) -> Body:
        lead = lead_of(self.record)
        commune = units.commune_of(lead)
        chief = lead.signer if units.unit_terms(lead.kind).is_commune else Signer()
        return committee_body(issuers.committee_of(commune), commune, chief)

    def notifier(self) -> Body:
        return self.committee()

    def host(self, about: RecordPart | None) -> Body:  # noqa: ARG002 - the lead holds them all
        return self.chief()

    def head(self) -> str:
        return offices.model_name(self.record)

    def guards(self) -> dict[str, str]:
        return {"security": phrase("dissolution.security")}

    def spread_to(self) -> list[str]:
        return list(words("notices.places"))

    def competence(self, issuer: Body) -> tuple[tuple[str, ...], str]:
        return units.competence_of(issuer.name, self.record.units), ""

    def addresses(self, sheet: Sheet) -> dict[str, list[str]]:
        return partners.addresses(self.record, sheet.due.copy, sheet.day)

    def required(self) -> dict[str, str]:
        return {}
