"""Whatever a class body looks like, the plugin never stops mypy.

``shapes`` has odd modules, written by hand by subject; ``mutation`` makes more of them from sane
ones. All are checked as one project: mypy may report errors, and must not report its own failure
or the plugin's.
"""
