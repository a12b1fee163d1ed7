"""What mypy says with the plugin, compared with what the real library does.

The packages below ``model-packages`` are imported against the real library in a process of its own
(``library/observe.py``), which fills a SQLite database, asks its questions and prints the answers.
The same questions are then written as a module for mypy (``checker.py``), one on each line. The
two columns of answers must be equal but for ``differences.py``, where each row has its reason.
"""
