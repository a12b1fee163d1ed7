"""Asynchronous models: the same relations with their async descriptors."""
