"""Records in, what is the same across them out: one actor under several names, one incident in several tellings."""

from rashomon.link.actors import link_actors
from rashomon.link.incidents import LinkedEvents, link_incidents

__all__ = ["LinkedEvents", "link_actors", "link_incidents"]
