"""The same answer from every kind of run: caches, parallel workers, the daemon."""
