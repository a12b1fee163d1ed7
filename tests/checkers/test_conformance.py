"""The pages in the repository are what the checkers say."""

import sys
from itertools import islice

import pytest

from .conformance.pages import differences, pages
from .project import Runs

SHOWN = 60


@pytest.mark.skipif(sys.version_info < (3, 11), reason="djanorm is not there")
def test_the_pages_are_what_the_checkers_say(runs: Runs) -> None:
    shown = "".join(islice(differences(pages(runs)), SHOWN))
    if shown:
        pytest.fail(f"{shown}\n`make conformance` writes the pages anew", pytrace=False)
