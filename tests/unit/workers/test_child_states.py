from __future__ import annotations

import os

from workers.child_states import ChildStates


def test_nothing_is_known_before_a_child_has_loaded_or_failed() -> None:
    assert ChildStates().any_loaded() is None


def test_one_child_that_can_work_suffices() -> None:
    states = ChildStates()
    states.record(0, loaded=False)
    assert states.any_loaded() is False
    states.record(1, loaded=True)
    assert states.any_loaded() is True
    states.record(1, loaded=False)
    assert states.any_loaded() is False


def test_an_index_beyond_the_memory_is_no_error() -> None:
    states = ChildStates()
    states.record(1_000_003, loaded=True)
    assert states.any_loaded() is True


def test_the_parent_sees_what_a_child_records() -> None:
    states = ChildStates()
    child = os.fork()
    if child == 0:
        states.record(0, loaded=True)
        os._exit(0)
    os.waitpid(child, 0)
    assert states.any_loaded() is True
