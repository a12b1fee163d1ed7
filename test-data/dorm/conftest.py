"""djanorm needs Python 3.11 or later."""

import sys

collect_ignore_glob = ["*.yml"] if sys.version_info < (3, 11) else []
