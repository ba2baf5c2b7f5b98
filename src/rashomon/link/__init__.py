"""Records in, what is the same across them out: one actor under several names, one incident in several tellings."""

from rashomon.link.actors import NO_ALIASES, link_actors
from rashomon.link.alias_table import AliasTable, load_aliases, write_aliases
from rashomon.link.incidents import LinkedEvents, link_incidents

__all__ = ["NO_ALIASES", "AliasTable", "LinkedEvents", "link_actors", "link_incidents", "load_aliases", "write_aliases"]
