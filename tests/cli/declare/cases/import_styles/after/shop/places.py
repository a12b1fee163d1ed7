import re; import sys
from typing import List
LETTERS: List[str] = re.findall("[a-z]", sys.version)
