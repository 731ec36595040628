"""Default patterns of the rules."""

from __future__ import annotations

import re
from typing import Final

NEVER: Final = re.compile(r"(?!)")
"""Pattern that matches nothing."""
