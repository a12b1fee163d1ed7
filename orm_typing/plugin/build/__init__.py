"""The project that is being checked, and what its modules use."""
