"""Rashomon reads articles that disagree and shows who did what to whom, when and where, according to whom.

>>> import rashomon
>>> records = list(rashomon.read("examples"))
>>> comparison = rashomon.compare(records)
"""

from rashomon.api import compare, load_aliases, open_case, read
from rashomon.version import __version__

__all__ = ["__version__", "compare", "load_aliases", "open_case", "read"]
