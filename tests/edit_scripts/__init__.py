"""Proof that every way to run mypy gives, after any edit, the messages of a cold run.

A story (`stories/`) is a project and a list of edits. After each edit the project is checked
cold, without any cached data about it, and the answer is compared with what each mode (`modes.py`)
answers from the cache or the daemon that it has kept since the story began.

Run it::

    pytest tests/edit_scripts -n 2                          # what CI runs
    ORM_TYPING_EDIT_SCRIPTS=full pytest tests/edit_scripts -n 2    # every story in every mode
    python -m tests.edit_scripts.matrix                     # the same as a table, with differences
    python -m tests.edit_scripts.walk --seed 7 --steps 100  # random edits to a generated project
"""
