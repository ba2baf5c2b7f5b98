"""Records in, what is the same across them out: one actor under several names, one incident in several tellings."""

from rashomon.link.actors import NO_ALIASES, link_actors
from rashomon.link.alias_table import AliasTable, load_aliases, write_aliases
from rashomon.link.incidents import LinkedEvents, link_incidents
from rashomon.link.series import LinkedSeries, link_series

__all__ = [
    "NO_ALIASES",
    "AliasTable",
    "LinkedEvents",
    "LinkedSeries",
    "link_actors",
    "link_incidents",
    "link_series",
    "load_aliases",
    "write_aliases",
]
