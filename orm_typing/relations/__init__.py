"""Which accessors does a project's source declare, on which classes?

Reads source text only: nothing here imports or executes the project, and nothing here knows a type
checker. The steps, one module each::

    vocabulary   what an ORM tells us: its field constructors and its naming rules
    declaration  what is found: named tuples
    scan         one file  -> what it says (``written``), or what is left of it (``fallback``);
                 ``syntax`` parses it, with ``newer_syntax`` and ``recovery`` for what ``ast``
                 refuses
    names        a dotted name at a place in the source -> a class, a path or a value
    resolve      all files -> relations between full names (``resolution``), with the help of
                 ``constructors``, ``models`` and ``nullability``
    naming       default accessor names
    index        the persisted, incremental answer for a set of import roots, with the help of
                 ``files``, ``search``, ``modules``, ``views``, ``store`` and ``written_files``
    usage        the accessors that a module uses, by a search of its ``source_text`` for
                 ``mentions`` and ``imports``

Most runs find no file changed. They import neither ``ast`` nor what parses and resolves: ``index``
does so where it has to.
"""
