"""What the plugin costs: mypy with it against mypy without it, on generated projects.

Run as ``python -m bench``. Projects come from :mod:`bench.projects`, :mod:`bench.measure` runs
mypy over them, :mod:`bench.report` prints the outcome.

How to read it: ``ratio`` compares the time that a user waits and ``cpu ratio`` the time that a
processor works, which other programs on the machine disturb less. ``over`` is the difference in
milliseconds. Plain mypy gives up at each reverse name, where the plugin lets it check the rest of
the expression, so part of the difference is work that plain mypy leaves undone.
"""
