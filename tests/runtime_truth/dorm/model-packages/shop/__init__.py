"""A shop: foreign keys, one-to-one and many-to-many relations, in all spellings."""
