"""Article in, Doc out: tokens, sentences, dependencies and names, in the article's own offsets."""

from rashomon.parse.doc import Doc
from rashomon.parse.pipeline import parse

__all__ = ["Doc", "parse"]
