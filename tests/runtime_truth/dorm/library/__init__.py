"""The library's side: runs in a process of its own, one for each package of models."""
