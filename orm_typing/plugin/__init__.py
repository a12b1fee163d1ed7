"""The features of the mypy plugin, one module each.

``orm_typing.mypy`` dispatches mypy's hooks to them. ``project`` answers what the source declares,
``freshness`` keeps mypy's caches and its daemon right; the other modules are features::

    accessors     reverse accessors on the classes that relations point at
    keys          ``<fk>_id`` attributes, and foreign keys that are nullable
    constructors  the keywords that a model's constructor takes
    loading       what reading a relation gives after select_related and prefetch_related
    declarations  checks where a relation is declared
    missing       attributes that do not exist: misspelt accessors, unloaded relations
"""
