class Book:
    """A book as the printer sees it, no model."""

    pages: int = 1
