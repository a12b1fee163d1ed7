"""Inheritance: of targets, of sources, of both; mixins; redeclared fields."""
