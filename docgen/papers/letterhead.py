"""The frame of one paper: head, legal bases, addressees, recipients, signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance.conditions import fulfils
from docgen.guidance.papers import paper, paper_ids
from docgen.law import acts, eras
from docgen.papers import citations
from docgen.papers.bodies import offices, partners
from docgen.papers.bodies.around import around
from docgen.papers.bodies.body import signature_lines, signer_name
from docgen.papers.gaps import listed
from docgen.papers.phrases import phrase
from docgen.record.schema.meetings import Conference
from docgen.record.sections import parts_of
from docgen.record.terms import successor
from docgen.text import periods
from docgen.text.dates import date_phrase, place_date
from docgen.text.names import bare_person, first_upper, is_person, same_name_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docgen.guidance.schema.papers import Paper
    from docgen.papers.bodies.body import Body
    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Sheet
    from docgen.record.schema.meetings import Consultation
    from docgen.record.schema.own import Record


def frame(sheet: Sheet) -> Frame:
    """Everything the layouts print around the body, as final strings."""
    body, paper, to = sheet.body, sheet.paper, addressees(sheet)
    return {
        "header": _header(sheet),
        "kind": paper.kind,
        "summary": sheet.summary,
        "authority": (body.leader if paper.act == "personal" else body.name).upper(),
        "bases": bases(sheet),
        "to": to,
        "to_label": _to_label(sheet),
        "sign": SIGNERS[paper.signer](sheet),
        **_others_sign(sheet),
        "recipients": _recipients(sheet, to),
        "attached_to": citations.attached_to(sheet) or citations.attachment(sheet),
        "replaces": [citations.replacing(former) for former in citations.replaced(sheet)],
        "replaced": "".join(citations.cite(former).full for former in citations.replaced(sheet)),
    }


def bases(sheet: Sheet) -> list[str]:
    """Căn cứ in force on the paper's day, by rank, competence first, each with its end mark."""
    cited = [act for topic in sheet.paper.bases for act in _topic(sheet, topic)]
    ordered = cited if sheet.of_party else sorted(cited, key=acts.rank)
    found = [phrase("frames.base", act=act) for act in ordered]
    found += _requests(sheet)
    last = eras.party_form(sheet.day).base_end if sheet.of_party else "."
    return listed(found, last)


def _requests(sheet: Sheet) -> list[str]:
    """``Theo đề nghị của … tại Tờ trình số … ngày …``: who asks, and in which paper."""
    request, told = sheet.paper.request_of, sheet.paper.asked_in
    asked = _expand(sheet, (request,), sheet.addresses) if request else []
    if not told or not fulfils(paper(told, sheet.record.kind).when, sheet.record):
        return [phrase("frames.request", who=who) for who in asked]
    cited = citations.cite(sheet.beside(told)).dated
    return [phrase("frames.request_in", who=who, paper=cited) for who in asked]


def addressees(sheet: Sheet) -> list[str]:
    """Kính gửi, without end marks; an unknown addressee is a mark, never left out.

    The issuing body never writes to itself.
    """
    facts = sheet.addresses
    needed = around(sheet.record).required()
    marked = {name: facts[name] if any(facts[name]) else [mark] for name, mark in needed.items()}
    return _expand(sheet, sheet.paper.to, {**facts, **marked})


def recipients(sheet: Sheet) -> list[str]:
    """Nơi nhận with end marks; lines whose fact is unknown vanish, doubles too."""
    return _recipients(sheet, addressees(sheet))


def _recipients(sheet: Sheet, to: list[str]) -> list[str]:
    """The same beside those ``to`` whom the paper is written."""
    above = {line.casefold() for line in to}
    told = _expand(sheet, sheet.paper.recipients, sheet.addresses)
    lines = [first_upper(line) for line in told if line.partition(" (")[0].casefold() not in above]
    if not sheet.of_party:
        return listed(lines)
    mark = eras.party_form(sheet.day).recipient_end
    return [f"{line}{mark}" for line in lines[:-1]] + [f"{line}." for line in lines[-1:]]


def signed_by(sheet: Sheet) -> str:
    """Người ký, as a register names the signer: with rank; empty where the name is not known."""
    if sheet.paper.signer in ("all", "chairs"):
        return phrase("bodies.signed_together")
    return str(SIGNERS[sheet.paper.signer](sheet)["name"])


def _header(sheet: Sheet) -> Frame:
    body, paper = sheet.body, sheet.paper
    number = phrase(
        "frames.party_number" if sheet.of_party else "frames.number", number=sheet.number
    )
    form = body.form
    return {
        "title": form.title if form else "",
        "star": form.star if form else "",
        "hyphens": form.hyphens if form else "",
        "superior": list(body.superior),
        "issuer": list(body.header),
        "number": number if paper.numbered and sheet.number else "",
        "place_date": place_date(body.place, sheet.issued.day, sheet.day.year)
        if paper.dated
        else "",
    }


def _to_label(sheet: Sheet) -> str:
    if sheet.of_party and sheet.paper.symbol == phrase("frames.submission"):
        return eras.party_form(sheet.day).submission_to
    return phrase("frames.to")


def _signature(body: Body, act: str, *, party_form: bool = False) -> Frame:
    lines = signature_lines(body, act, party_form=party_form)
    return {
        "lines": lines,
        "capacity": list(body.capacity),
        "name": signer_name(body),
    }


def _others_sign(sheet: Sheet) -> Frame:
    """Who signs beside the issuer: a secretary, the approver of a regulation, all member units."""
    record = sheet.record
    if sheet.paper.signer == "handing":
        name = signer_name(sheet.body)
        return {"secretary": {"lines": [phrase("frames.giver")], "name": name}}
    secretary = {"secretary": _person(sheet, phrase("frames.secretary"), _meeting(sheet).secretary)}
    if record.kind == "linked":
        return {**secretary, **partners.signers(record, sheet.paper.signer, sheet.day)}
    return {**secretary, "approve": _approval(record)}


def _meeting(sheet: Sheet) -> Consultation | Conference:
    """The meeting whose minutes the paper would be."""
    about = parts_of(sheet.record, sheet.paper.section).get(sheet.part)
    meeting: Consultation | Conference = getattr(
        about, "meeting", getattr(sheet.record, sheet.paper.meeting, Conference())
    )
    return meeting


def _approval(record: Record) -> Frame:
    """Phê duyệt quy chế: by the decider or the commune police (II.1.1.3), in their own name."""
    return {
        "date": date_phrase(None, None),
        **_signature(offices.approver(record), "personal"),
    }


def _issuer_signs(sheet: Sheet) -> Frame:
    return _signature(sheet.body, sheet.paper.act, party_form=sheet.of_party)


def _chair_signs(sheet: Sheet) -> Frame:
    return _person(sheet, phrase("frames.chair"), _meeting(sheet).chair)


def _all_sign(_: Sheet) -> Frame:
    """The grid of all members, or of all chairs, takes the place of one signature."""
    return {"lines": [], "capacity": [], "name": ""}


def _taker_signs(sheet: Sheet) -> Frame:
    """The one that takes over: the next chair where a chair is handed over."""
    record, name = sheet.record, ""
    if record.kind == "linked" and periods.is_period(sheet.part):
        then = successor(record, sheet.part)
        name = signer_name(partners.unit_body(then)) if then else ""
    return {"lines": [phrase("frames.taker")], "capacity": [], "name": name}


SIGNERS: dict[str, Callable[[Sheet], Frame]] = {
    "issuer": _issuer_signs,
    "chair": _chair_signs,
    "handing": _taker_signs,
    "all": _all_sign,
    "chairs": _all_sign,
}


def _person(sheet: Sheet, office: str, told: str) -> Frame:
    """Who signs minutes, with his rank; a body or an office leaves the name to the pen."""
    name = bare_person(told) if is_person(told) else ""
    rank = sheet.papers.at(sheet.day).ranks.get(same_name_key(name), "") if name else ""
    return {"lines": [office], "capacity": [], "name": f"{rank} {name}".strip()}


def _topic(sheet: Sheet, topic: str) -> list[str]:
    record = sheet.record
    if topic == "competence":
        topics, charter = around(record).competence(sheet.body)
        laws = [act for name in topics for act in _acts(sheet, name)]
        return [*laws, *([charter] if charter else [])]
    if topic == "local":
        return list(record.bases)
    if topic == "former_changes":
        return [cited.full for cited in citations.reorganized(sheet.papers, sheet.part)]
    if topic in paper_ids(record.kind):
        return [_paper_as_basis(sheet, paper(topic, record.kind)).full]
    return _acts(sheet, topic)


def _paper_as_basis(sheet: Sheet, basis: Paper) -> citations.Cited:
    """Another paper as a basis; one about another part of the record may be of a year long past."""
    same = basis.section == sheet.paper.section
    other = sheet.papers.of(basis.id, sheet.part if same else "")
    return citations.cite(other, party_style=sheet.of_party, earlier=not same)


def _acts(sheet: Sheet, topic: str) -> list[str]:
    return acts.citations(
        topic,
        sheet.day,
        numbered_laws=sheet.record.numbered_laws,
        party_style=sheet.of_party,
        province=citations.province(sheet.record),
    )


def _expand(sheet: Sheet, lines: tuple[str, ...], facts: Mapping[str, list[str]]) -> list[str]:
    """``lines`` with their ``{...}`` filled: unknown, doubled and self-addressed ones vanish."""
    found: dict[str, str] = {}
    for line in lines:
        for text in _filled(line, facts):
            found.setdefault(text.split(" (")[0].casefold(), text)
    own = sheet.body.name.casefold()
    return [text for key, text in found.items() if key != own and not key.startswith(f"{own}, ")]


def _filled(line: str, facts: Mapping[str, list[str]]) -> list[str]:
    name, _, rest = line.removeprefix("{").partition("}")
    if not line.startswith("{"):
        return [line]
    return [_remarked(fact, rest) for fact in facts[name] if fact]


def _remarked(name: str, rest: str) -> str:
    """``name`` with the remark ``rest``, within its own brackets where it has some."""
    return (
        f"{name[:-1]}, {rest[2:]}" if name.endswith(")") and rest.startswith(" (") else name + rest
    )
