"""What six type checkers, without this project's plugin, answer about code that uses the stubs.

`cases/<package>/*.py` holds application code. A comment labels the lines that are asked about:

    reveal_type(book.author)  # R: author      the type that the checker reveals
    book.author = None  # E: assign-none       whether it reports an error

`cases/<package>.toml` holds the answers. Any error on a line without a label is a failure too.
"""
