"""``orm-typing doctor``: what is wrong in an installation, and what to do about it.

Each module of checks looks at one subject, and yields a finding for each thing that it looked at::

    configuration  which file mypy reads, the plugins in it, the settings, the cache
    environment    the environment that mypy checks: versions, and the ORMs in it
    stubs          whether the stubs are what checkers find
    source         the models and relations, and files that are not seen

``examination`` gathers them, ``command`` shows them. Nothing of the project is imported, and of the
environment only metadata are read.
"""
