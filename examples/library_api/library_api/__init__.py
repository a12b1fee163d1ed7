"""A public library that lends books: models, an async API with schemas, and a desk that is sync."""
