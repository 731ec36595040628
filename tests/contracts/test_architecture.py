"""Names and places: a stranger finds a module by its file name, and a test by its module."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from dev.stack import ROOT

PRODUCT = ("nutgraf", "service", "workers")
TOOLS = ("benchmarks", "deploy", "dev", "evaluation", "training")

ING_NAMES = {
    "training": "machine learning's word",
    "nutgraf.json_logging": "logging is the field's word for what it configures",
    "nutgraf.tracing": "OpenTelemetry's word",
    "nutgraf.nlp.encoder.document_embedding": "an embedding is a vector",
    "nutgraf.nlp.encoder.span_trimming": "the step is called so; `trim` alone is taken by process_memory",
    "nutgraf.nlp.figures.unit_matching": "a step; its result is unit_match",
    "nutgraf.nlp.multi_document.clustering": "a task of the field",
    "nutgraf.nlp.multi_document.clustering.online_clustering": "a task of the field",
    "nutgraf.nlp.multi_document.quote_matching": "a task of the field",
    "nutgraf.nlp.ner.type_voting": "a method of the field",
    "service.http.request_parsing": "a parser is a class; this is functions",
    "service.schemas.listing": "a listing is a page of a list",
    "workers.stories.clustering": "a task of the field",
    "workers.stories.merging": "the step beside clustering",
    "workers.stories.publishing": "the step after clustering",
}
"""Modules whose name ends in -ing, each with the reason."""

MOST_MODULES = 15
LARGE_PACKAGES = {
    "nutgraf.nlp.figures": "one file for each kind of figure and each step of reading one",
    "nutgraf.nlp.lang.en": "one file for each kind of word",
    "nutgraf.nlp.lang.schema": "one file for each kind of rule",
}
"""Packages that may have more modules than others, each with the reason."""

OWN_ROOTS = {"benchmarks", "deploy", "dev", "evaluation", "service", "training", "workers"}
"""Folders of tests/unit that mirror a package of the same name; every other mirrors one of nutgraf."""


def modules(*packages: str) -> Iterator[tuple[str, Path]]:
    """Yield the dotted name and the file of each module and package."""
    for package in packages:
        for path in sorted((ROOT / package).rglob("*.py")):
            place = path.relative_to(ROOT).with_suffix("")
            parts = place.parts[:-1] if place.name == "__init__" else place.parts
            yield ".".join(parts), path


def ing_names(names: list[str]) -> set[str]:
    return {name for name in names if name.rpartition(".")[2].endswith("ing")}


def large_packages(paths: list[Path]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for path in paths:
        counts[".".join(path.relative_to(ROOT).parent.parts)] += path.name != "__init__.py"
    return {package: count for package, count in counts.items() if count > MOST_MODULES}


def repeated_classes(sources: dict[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for module, source in sources.items():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.ClassDef):
                found[node.name].append(module)
    return {name: places for name, places in found.items() if len(places) > 1}


def possible_modules(test: Path) -> list[Path]:
    """The modules that a unit test may be of: ``test_a_b.py`` tests ``a_b.py``, or an aspect of ``a.py``.

    ``test_invented_language.py`` tests the package of its folder.
    """
    folders = test.parent.parts
    own = ROOT if folders and folders[0] in OWN_ROOTS else ROOT / "nutgraf"
    if test.name == "test_invented_language.py":
        return [own.joinpath(*folders, "__init__.py")]
    words = test.stem.removeprefix("test_").split("_")
    names = ("_".join(words[:count]) for count in range(len(words), 0, -1))
    files = (suffix for name in names for suffix in (f"{name}.py", f"{name}/__init__.py"))
    return [own.joinpath(*folders, file) for file in files]


def test_no_module_is_named_by_a_gerund_but_those_whose_word_it_is() -> None:
    names = [name for name, _ in modules(*PRODUCT, *TOOLS)]
    assert ing_names(names) == set(ING_NAMES)


def test_a_package_has_few_modules() -> None:
    found = large_packages([path for _, path in modules(*PRODUCT, *TOOLS)])
    assert {package: count for package, count in found.items() if package not in LARGE_PACKAGES} == {}


def test_no_class_name_stands_twice() -> None:
    sources = {name: path.read_text("utf-8") for name, path in modules(*PRODUCT)}
    assert repeated_classes(sources) == {}


TESTS = sorted((ROOT / "tests" / "unit").rglob("test_*.py"))


@pytest.mark.parametrize("path", TESTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_unit_test_stands_where_its_module_does(path: Path) -> None:
    expected = possible_modules(path.relative_to(ROOT / "tests" / "unit"))
    assert any(module.is_file() for module in expected), "no module of this name in the same folder"


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "tests").rglob("*.py")}
    assert {folder for folder in folders if not (folder / "__init__.py").is_file()} == set()


def test_these_checks_see_what_they_forbid() -> None:
    assert ing_names(["nutgraf.store.gathering", "nutgraf.spans"]) == {"nutgraf.store.gathering"}
    assert large_packages([ROOT / "a" / f"m{number}.py" for number in range(16)]) == {"a": 16}
    twice = {"a": "class Claim: ...", "b": "def f():\n    class Claim: ..."}
    assert repeated_classes(twice) == {"Claim": ["a", "b"]}
    assert [path.relative_to(ROOT).as_posix() for path in possible_modules(Path("nlp/test_a_b.py"))] == [
        "nutgraf/nlp/a_b.py", "nutgraf/nlp/a_b/__init__.py", "nutgraf/nlp/a.py", "nutgraf/nlp/a/__init__.py",
    ]  # fmt: skip
    assert ROOT / "service" / "http" / "auth.py" in possible_modules(Path("service/http/test_auth.py"))
