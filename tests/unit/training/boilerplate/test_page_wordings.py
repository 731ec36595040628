from __future__ import annotations

import re

from training.boilerplate.page_wordings import DATA, HEAD, HELD_OUT, TAIL, TRAINED
from training.boilerplate.train import FOLDS


def test_every_file_of_wordings_is_trained_on_once() -> None:
    files = sorted(path.stem for path in (DATA / "wordings").glob("*.txt"))
    assert sorted(TRAINED) == files


def test_no_set_is_both_trained_on_and_held_out() -> None:
    assert set(TRAINED) & set(HELD_OUT) == set()
    assert all(HEAD[name] and TAIL[name] for name in (*TRAINED, *HELD_OUT))


def test_the_table_lists_every_set_with_its_fold() -> None:
    table = (DATA / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| .+ \| \d+ \| (\d) \|$", table, re.MULTILINE)
    assert rows == [(name, str(place % FOLDS)) for place, name in enumerate(TRAINED)]
