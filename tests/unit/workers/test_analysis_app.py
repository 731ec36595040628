from __future__ import annotations

import subprocess
import sys

STARTED = """
from celery.signals import worker_init
from nutgraf.settings import Settings
from tests.support.stub_analyser import StubAnalyser
from workers.analysis_app import create_analysis_worker

class Watched(StubAnalyser):
    @staticmethod
    def prepare():
        print("prepared")

    @classmethod
    def load(cls, models):
        print("loaded")

create_analysis_worker(Settings.from_env(), Watched)
print("created")
worker_init.send(sender=None)
"""


def test_a_worker_loads_what_its_children_share_as_it_starts_and_nothing_else() -> None:
    done = subprocess.run([sys.executable, "-c", STARTED], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["created", "prepared"]
