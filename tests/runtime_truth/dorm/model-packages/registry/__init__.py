"""Targets given as strings: labels, names that several models have, names of none."""
