"""``make run`` with the stand-in for its models: ``python -m tests.support.stub_run FOLDER``."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from dev import run

if __name__ == "__main__":
    # Tests that run in the background ignore Ctrl-C, and their children would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # The stand-in tells no stories, so there is none to wait for.
    run.STORY_SECONDS = 0
    sys.exit(run.main(Path(sys.argv[1]), "tests.support.stub_worker"))
