"""``python -m orm_typing`` is ``orm-typing``."""

from orm_typing.cli import main

if __name__ == "__main__":
    main()
