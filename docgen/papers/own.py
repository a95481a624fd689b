"""What templates say of a self-managed model: its unit, members, Party body, launch, content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance import membership
from docgen.law import issuers
from docgen.law.eras import government
from docgen.papers import people, rows
from docgen.papers.bodies import offices
from docgen.papers.bodies.recipients import desk
from docgen.papers.content import content
from docgen.papers.drafts import drafts
from docgen.papers.gaps import mark, or_hole
from docgen.papers.programme import programme
from docgen.papers.seating import Seat, plates, seat
from docgen.record import kinds
from docgen.record.schema.own import Pilot
from docgen.text.names import first_upper, same_name_key

if TYPE_CHECKING:
    from datetime import date

    from docgen.papers.bodies.body import Body
    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Papers
    from docgen.record.schema.own import Record


def facts(papers: Papers) -> Frame:
    """What all papers of a self-managed model share, beside what those of every model do."""
    record, drafted = kinds.own(papers.record), papers.drafted
    return {
        "linked": False,
        "draft": drafts(papers),
        "places": plates(record.launch, _officers(record)),
        "unit": _unit(record, drafted),
        "model": content(record, drafted),
        "party": _party(record),
        "proposer": _office(offices.proposer(record)),
        "police": _office(offices.police(record)),
        "desk": desk(record),
        "desk_proposes": desk(record).startswith(offices.proposer(record).name),
        "committee": issuers.steering_committee(record),
        "front": record.front,
        "approver": _approver(record),
        "members": people.listed(record.members, membership.titles(record)),
        "launch": _launch(record, drafted),
        "pilot": _pilot(record.pilot),
    }


def _officers(record: Record) -> list[Seat]:
    """Who has a plate without being invited: for the decider, the proposer and the model.

    One person may act for two of them, and then sits once.
    """
    bodies = (offices.unit(record), offices.proposer(record), offices.model(record))
    found: dict[str, Seat] = {}
    for body in bodies:
        if body.signer.name:
            found.setdefault(same_name_key(body.signer.name), seat(body))
    return list(found.values())


def _launch(record: Record, drafted: date) -> Frame:
    terms = issuers.terms(record)
    named = {
        "proposer": offices.proposer(record).name,
        "unit": terms.full,
        "short": terms.short,
        "head": offices.head_title(record),
        "people": terms.people,
    }
    return rows.gathering(record.launch, drafted, programme(record, record.launch, named))


def _unit(record: Record, drafted: date) -> Frame:
    terms, body = issuers.terms(record), offices.unit(record)
    return {
        "kind": str(record.issuer.kind),
        "is_commune": issuers.kind_of(record).is_commune,
        "name": body.name,
        "short": terms.short,
        "within": terms.within,
        "place": terms.place,
        "province": record.issuer.province or mark("province"),
        "commune": issuers.commune(record) or mark("commune"),
        "leader": body.leader,
        "leader_short": terms.leader_short,
        "people": terms.people,
        "members_source": terms.members_source,
        "units": terms.units,
        "masses": terms.masses,
        "bodies": _bodies(record, drafted),
        "doers": _doers(record, drafted),
        "reports_to": terms.reports_to,
    }


def _bodies(record: Record, drafted: date) -> list[str]:
    """Who carries out what the unit's head decides, by the era of the day."""
    terms = issuers.terms(record)
    before = terms.bodies_three_tier if government(drafted).id == "three_tier" else ()
    return list(before or terms.bodies)


def _doers(record: Record, drafted: date) -> list[str]:
    """The same with the proposer, who is said once where he is among them."""
    bodies, proposer = _bodies(record, drafted), offices.proposer(record)
    told = {same_name_key(one) for one in bodies}
    among = {same_name_key(proposer.name), same_name_key(proposer.leader)} & told
    lines = bodies if among else [*bodies, proposer.name]
    return [first_upper(lines[0]), *lines[1:]]


def _party(record: Record) -> Frame:
    return {
        "name": offices.party(record).name,
        "superior": record.party.superior,
        "is_cell": record.party.kind == "cell",
        "secretary_title": offices.party(record).signer.title,
    }


def _office(body: Body) -> Frame:
    return {"name": body.name, "leader": body.leader}


def _approver(record: Record) -> str:
    body = offices.police(record) if record.approver == "police" else offices.unit(record)
    return body.leader


def _pilot(pilot: Pilot | None) -> Frame:
    shown = pilot or Pilot()
    return {
        "reason": rows.text(shown.reason, "pilot_reason"),
        "period": or_hole(shown.period),
        "targets": list(shown.targets),
        "supports": list(shown.supports),
    }
