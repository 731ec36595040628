"""A process that kills what its starter started, should the starter die without having done so.

Linux has ``PR_SET_PDEATHSIG``. It fires when the thread ends that started a child, it spares the child's own
children, and macOS lacks it.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import select
import signal
import subprocess
import sys
from functools import cache
from pathlib import Path

from nutgraf.cli.local_stack import started_at

POLL_SECONDS = 0.2
END_SECONDS = 10.0
END = "end"


def watch(pid: int) -> None:
    """Have a process group killed when the calling process has ended, in whatever way."""
    pipe = _watchdog().stdin
    if pipe is not None:
        with contextlib.suppress(BrokenPipeError):  # it was killed; what is left is found by the next start
            pipe.write(f"{pid}\n".encode())
            pipe.flush()


@cache
def _watchdog() -> subprocess.Popen[bytes]:
    """Start the one watchdog of this process, in a session that no terminal's signals reach."""
    root = Path(__file__).resolve().parent.parent
    watchdog = subprocess.Popen(  # noqa: S603 - this very module
        [sys.executable, "-m", "dev.watchdog", str(os.getpid())],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, start_new_session=True,
    )  # fmt: skip
    atexit.register(_end, watchdog)
    return watchdog


def _end(watchdog: subprocess.Popen[bytes]) -> None:
    """Have what still runs killed, and wait for that."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        watchdog.communicate(f"{END}\n".encode(), timeout=END_SECONDS)


def main(starter: int) -> None:
    """Read process ids from stdin until the starter is gone, then kill their groups."""
    watched: dict[int, str | None] = {}
    over = False
    while not over:
        # A process forked from the starter may hold the pipe open, so its end alone does not tell.
        gone = os.getppid() != starter
        words = [END] if gone else []
        if select.select([sys.stdin], [], [], 0 if gone else POLL_SECONDS)[0]:
            words += os.read(sys.stdin.fileno(), 65_536).decode().split() or [END]
        over = END in words
        watched |= {int(word): started_at(int(word)) for word in words if word != END}
    for pid, started in watched.items():
        if started is not None and started_at(pid) == started:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(pid, signal.SIGKILL)


if __name__ == "__main__":
    main(int(sys.argv[1]))
