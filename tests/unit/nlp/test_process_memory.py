from __future__ import annotations

import subprocess
import sys

import pytest

SPENT = """
from pathlib import Path
import numpy as np
from nutgraf.nlp.process_memory import LARGE, release_large_buffers

held = lambda: int(Path("/proc/self/status").read_text().partition("VmRSS:")[2].split()[0])
release_large_buffers()
before = held()
for size in (2, 3, 4, 3):
    tables = [np.ones(size * LARGE, dtype=np.uint8) for _ in range(3)]
    last = np.ones(1000)  # what is still in use lies behind them
    del tables
print(held() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_large_buffers_go_back_to_the_system_when_they_are_free() -> None:
    done = subprocess.run([sys.executable, "-c", SPENT], check=True, capture_output=True, text=True)
    assert int(done.stdout) < 4_000  # kB
