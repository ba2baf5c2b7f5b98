"""Incident roles of an article, merged over its mentions, and how firmly each organisation is blamed."""

from __future__ import annotations

from typing import Any

from bench.articles import article_from_text
from rashomon.model import Filler
from rashomon.read import read_article


def predict(document: dict[str, Any]) -> dict[str, Any]:
    """From `id` and `text` to `{"id", "roles": {role: [[mention, ...], ...]}, "confidence": {organisation: label}}`."""
    summary = read_article(article_from_text(document["id"], document["text"])).summary
    organisations = tuple(blamed.organisation for blamed in summary.organisations)
    roles = {
        "PerpInd": summary.individuals,
        "PerpOrg": organisations,
        "Target": summary.targets,
        "Victim": summary.victims,
        "Weapon": summary.weapons,
    }
    return {
        "id": document["id"],
        "roles": {role: [_mentions(filler) for filler in fillers] for role, fillers in roles.items()},
        "confidence": {words.lower(): one.blame.value.upper() for one in summary.organisations for words in one.organisation.mentions},
    }


def _mentions(filler: Filler) -> list[str]:
    """The most telling mention alone: the scorer asks that every mention given be one of the gold's."""
    return [filler.mentions[0].lower()]
