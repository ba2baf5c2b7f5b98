"""What the tests on errors ask of words: which word a cue hangs on, what a content is, whether a line is a headline."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bench.errors.relations import Tokens
from rashomon.parse import Doc
from rashomon.tables import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

HEADLINE_WORDS = 16
"""The first line of an article, or a line that does not end like a sentence, is a headline when it has no more words than this."""
STOPS = frozenset(".!?:;,\u201d\"')\u2019")
RANKS = ("VERB", "NOUN", "PROPN", "ADJ", "ADV", "SCONJ", "ADP", "AUX", "PRON")
"""Parts of speech in the order in which a cue's meaning is looked for in them."""


def cue_head(cue: Tokens) -> Token | None:
    """The word that carries the meaning of a cue: its verb, or the noun or adjective beside a verb that says little."""
    according = next((token for token in cue if token.lower_ == "according"), None)
    heavy = [token for token in cue if token.pos_ in RANKS and not _says_little(token)]
    return according or min(heavy or cue, key=lambda token: (_rank(token), token.i), default=None)


def cue_lemma(cue: Tokens) -> str:
    """The lemma of the word that a cue hangs on; empty where there is none."""
    head = cue_head(cue)
    return head.lemma_.lower() if head is not None else ""


def is_finite(verb: Token) -> bool:
    """True when a verb's form, or an auxiliary on it, tells tense or mood."""
    own = {"MD", "VBD", "VBP", "VBZ"}
    return verb.tag_ in own or any(child.dep_ in {"aux", "auxpass"} and child.tag_ in own for child in verb.children)


def content_form(content: Tokens) -> str:
    """What a content is: "infinitive" (begins with "to"), "clause" (hangs on a verb) or "phrase"."""
    if content and content[0].tag_ == "TO":
        return "infinitive"
    own = {token.i for token in content}
    roots = (token for token in content if token.head.i not in own or token.head == token)
    return "clause" if any(root.pos_ in {"VERB", "AUX"} for root in roots) else "phrase"


def is_headline(doc: Doc, start: int) -> bool:
    """True when `start` lies in a short line that is the article's first or does not end like a sentence."""
    blocks = list(doc.blocks())
    block = next((block for block in blocks if block.span.start <= start < block.span.end), None)
    if block is None:
        return False
    line = doc.text[block.span.start : block.span.end].strip()
    return (block == blocks[0] or line[-1:] not in STOPS) and len(line.split()) <= HEADLINE_WORDS


@cache
def lemmas(name: str) -> frozenset[str]:
    """The lemmas of one class of `tables/words.tsv`."""
    rows = load_table("bench.errors", "tables/words.tsv", ("class", "lemma"), key=("class", "lemma"))
    return frozenset(row["lemma"] for row in rows if row["class"] == name)


def _says_little(token: Token) -> bool:
    return token.pos_ == "VERB" and (token.lemma_ in lemmas("light") or token.lemma_ in lemmas("frame"))


def _rank(token: Token) -> int:
    return RANKS.index(token.pos_) if token.pos_ in RANKS else len(RANKS)
