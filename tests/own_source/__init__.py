"""A library's own checkout: nothing is said there, and one line says why."""
