"""The features of the mypy plugin, one module each, in folders by what they are about.

``orm_typing.mypy`` asks ``freshness``, and the module ``features``, which joins the ``hooks`` of
the folders. Each folder imports from those above it alone::

    support      helpers over mypy's nodes and types
    build        what the project's source declares, and what its modules use
    models       what a class body declares, and what it puts on the class and on others: accessors,
                 keys, constructors, targets, missing attributes
    load_states  what reading a relation gives after select_related and prefetch_related
    queries      managers and querysets: the names that they take, what they add to their rows
    records      models whose annotations say the values of fields, and whose methods take names
    tables       functions that are given a table and names of its columns
    freshness    the same answer from caches, parallel workers and the daemon
"""
