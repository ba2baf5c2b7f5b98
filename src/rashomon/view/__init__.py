"""Records and their Comparison in, Page out: plain data for each picture and table that a reader sees."""

from rashomon.view.build import build_page
from rashomon.view.incidents import NO_DATE, NO_PLACE
from rashomon.view.page import Page

__all__ = ["NO_DATE", "NO_PLACE", "Page", "build_page"]
