"""The version of the program; part of every record, so that a case knows what was read by which."""

__version__ = "0.1.0"
