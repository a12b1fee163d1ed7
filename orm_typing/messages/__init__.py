"""Everything the plugin says: one error code and one function per message, in modules by subject.

Each function returns a :class:`~orm_typing.messages.codes.Message`; ``docs/error-codes.md`` lists
the same codes, and a test holds the two together. The text says what is wrong and what to write
instead, in that order.
"""
