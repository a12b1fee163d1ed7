"""Open the library, print a report, close it."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from library_api.database import close_database, open_database
from library_api.report import closing_report, desk_report, house_report, web_report
from library_api.sample_data import open_library


def main() -> None:
    """Print everything."""
    with tempfile.TemporaryDirectory() as folder:
        open_database(Path(folder, "library.db"))
        open_library()
        print(*house_report(), sep="\n")
        print(*asyncio.run(web_report()), sep="\n")
        print(*desk_report(), sep="\n")
        print(*asyncio.run(closing_report()), sep="\n")
        close_database()


if __name__ == "__main__":
    main()
