"""The plugin's own modules, without a library and mostly without mypy."""
