"""``orm-typing declare``: what it writes, that nothing changes at runtime, what checkers see then.

``cases/<topic>/before`` is a project as its author wrote it, ``after`` the same with declarations.
"""
