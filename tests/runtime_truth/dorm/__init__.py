"""Real djanorm models: what the library does with them, and what mypy and the index say of it.

A process imports a package of models, fills SQLite with rows and evaluates questions, which are
Python text. mypy answers the same text, and both answers must be the same but for a table of
differences, each with its reason.
"""
