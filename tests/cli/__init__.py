"""The command ``orm-typing``, as a user runs it."""
