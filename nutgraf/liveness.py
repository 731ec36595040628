"""Sign of life of the workers of this machine, as a file each kind of worker renews: no Redis is asked.

Whether a worker can do anything is another question, which its heartbeats in the store answer.
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

LIFE_SECONDS = 60.0
"""How long a worker counts as living after a sign of life."""


def record_life(kind: str) -> None:
    """Renew the sign of life of a kind of worker.

    Raises:
        OSError: the folder for temporary files can't be written, or another user has taken the place.
    """
    folder = _folder()
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid != os.getuid():
        raise PermissionError(f"{folder} is another user's")
    new = folder / f"{kind}.{os.getpid()}"
    # The wall clock may jump.
    new.write_text(str(time.monotonic()))
    new.replace(folder / kind)


def is_living(kind: str) -> bool:
    """Return whether a worker of this kind has lately given a sign of life on this machine, to this user."""
    try:
        seen = float((_folder() / kind).read_text())
    except (OSError, ValueError):
        return False
    return 0 <= time.monotonic() - seen < LIFE_SECONDS


def _folder() -> Path:
    return Path(tempfile.gettempdir()) / f"nutgraf-alive-{os.getuid()}"
