"""What type checkers answer about code that uses the stubs, and mypy with the plugin.

`cases/<package>/*.py` holds application code. A comment labels the lines that are asked about:

    reveal_type(book.author)  # R: author      the type that the checker reveals
    book.author = None  # E: assign-none       whether it reports an error

`cases/<package>.toml` holds the answers. Any error on a line without a label is a failure too.
Cases called `<library>_accessors` are checked twice: as they are written, and, as
`<library>_declared`, after `orm-typing declare`.
"""
