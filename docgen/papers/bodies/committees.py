"""Ban Chỉ đạo cấp xã as an issuer of papers."""

from __future__ import annotations

from docgen.papers.bodies.body import Body, archive, header_lines, superior_lines
from docgen.papers.phrases import names, phrase
from docgen.record.schema.offices import Signer, Signing


def committee_body(name: str, commune: str, chief: Signer) -> Body:
    """The committee: own numbers; its head signs over the office that he holds in the commune."""
    abbreviation = phrase("bodies.steering.abbreviation")
    capacity = phrase("bodies.steering.capacity", title=_office(chief))
    above = phrase("bodies.commune_committee", commune=commune)
    return Body(
        name=name,
        leader=phrase("bodies.steering.leader", committee=name),
        superior=superior_lines(above) if commune else (),
        header=header_lines([], (name,)),
        abbreviation=abbreviation,
        signer=_signer(chief),
        archive=archive(abbreviation),
        capacity=tuple(part.upper() for part in (capacity, commune) if part),
        is_committee=True,
    )


def _signer(chief: Signer) -> Signer:
    roles = names("bodies.committee_roles")
    signing = Signing.DEPUTY if chief.signing is Signing.DEPUTY else Signing.HEAD
    return Signer(title=roles["head"], name=chief.name, signing=signing, own_title=roles["deputy"])


def _office(chief: Signer) -> str:
    """What the one who signs is in the commune: Chủ tịch, or a deputy of his."""
    if chief.signing is not Signing.DEPUTY:
        return phrase("bodies.steering.chair")
    return chief.own_title or phrase("bodies.steering.deputy_chair")
