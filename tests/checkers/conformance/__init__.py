"""The pages `docs/conformance.md` and `docs/conformance/*.md`, made from a run of all checkers.

`python -m tests.checkers.conformance` prints what differs from the pages, `--write` writes them.
"""
