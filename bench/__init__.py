"""Measures the readers."""
