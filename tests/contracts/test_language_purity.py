"""No English outside nutgraf/nlp/lang/en: every other module reads its words from a Language."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from dev.stack import ROOT
from nutgraf.nlp.lang.international.times import TIME_ZONES

LIBRARY = ROOT / "nutgraf" / "nlp"
ENGLISH = LIBRARY / "lang" / "en"
MODULES = sorted(
    path
    for path in LIBRARY.rglob("*.py")
    if not re.match(r"lang/[a-z]{2}/", path.relative_to(LIBRARY).as_posix())
)

CLOSED_CLASSES = """
    january february march april june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion
    trillion dozen half third quarter first second
    he she it they him her them his hers its their theirs we us our ours you your yours me my mine who whom
    whose himself herself itself themselves this that these those
    the an
    of in on at by to from with without within into onto over under above below between among against during
    before after since until than per about across along around behind beside besides beyond despite except
    for like near off outside through toward towards upon via
    and or but nor so yet if because although though while when where which what how why
    is are was were be been being has have had do does did will would shall should can could may might must
    not no least most more fewer less nearly almost roughly approximately exactly only just some
    said says say told tells added asked warned announced according
    mr mrs ms dr sir president minister
"""
"""Words of English's closed classes, and the openest of its others."""

API_NAMES = """
    navigation share metadata byline caption related newsletter cookie advertisement comments copyright
    repeated_title fragment
    case surname misspelling
    acre knot degree magnitude second minute hour day week month year decade century people
"""
"""Values that openapi.yaml does not list: reasons of removed lines and of aliases, symbols of units."""

ASPECTS = {
    "dead",
    "missing",
    "injured",
    "in hospital",
    "rescued",
    "aboard",
    "arrested",
    "displaced",
    "living there",
    "seriously hurt",
    "slightly hurt",
    "treated",
    "out of hospital",
    "trapped",
    "stranded",
    "evacuated",
    "charged",
    "convicted",
}
"""Values of ``CasualtyAspect``: symbols that are the same in every language."""

DIMENSIONS = "length area volume mass speed time months"

NAMES = frozenset({*API_NAMES.split(), *DIMENSIONS.split(), *ASPECTS})
"""Constants that are no words when they are whole."""

EXCUSED = {
    "boilerplate/line_classifier.py": {"models"},  # a folder
    "encoder/token_classifier.py": {
        "model.onnx",
        "scores",
        "cases",
    },  # a file, an output and an input of the model
    "figures/money.py": {"us"},  # the letters of "US$"
    "lang/international/currencies.py": {"us", "can"},  # the letters of "US$" and "CAN$"
    "lang/international/times.py": {TIME_ZONES},
    "lang/international/units.py": {  # symbols of units
        "m km cm mm mi ft in yd nmi",
        "km2 m2 mi2 ft2 yd2 ha acre",
        "km/h mi/h m/s knot",
        "C F degree",
    },
    "language_identification.py": {"no"},  # the code of Norwegian
    "multi_document/claims/claim_model.py": {"models", "claims"},  # folders
    "multi_document/clustering/event_agreement.py": {"names"},  # a sign
    "multi_document/figures/unit_conversion.py": {"in"},  # the symbol of the inch
    "ner/places/place_table.py": {"names"},  # an array
    "ner/datelines.py": {"agency"},  # a group's name, which a language's pattern has
    "pipeline.py": {
        "models",  # a folder
        "The harbour master of Arlesund, Torben Hale, closed the port on Monday.",  # warms it up
    },
    "summarization/extractive.py": {"scale"},  # a key of the model's file
}
"""Constants that are English and may be."""


def tokens(content: str) -> Iterator[str]:
    """Yield the lower-case words of a constant; of a pattern, without flags and groups' names."""
    plain = re.sub(r"\(\?P?[=<]\w+[>)]|\(\?[aiLmsux-]+[:)]|\\[A-Za-z]|\{\w*\}", " ", content)
    for word in re.findall(r"\w+(?:['’]\w+)?", plain):
        if re.fullmatch(r"[A-Za-z]{2,}", word):
            yield word.lower()


def english_words() -> frozenset[str]:
    """The closed classes, and every longer word that English's own data holds."""
    data = {
        word
        for path in ENGLISH.rglob("*.py")
        for _, content in prose_constants(ast.parse(path.read_text("utf-8")))
        for word in tokens(content.replace("_", " "))
        if len(word) > 3
    }
    return frozenset({*CLOSED_CLASSES.split(), *data})


@cache
def contract_words() -> frozenset[str]:
    """Names that are no prose wherever they stand: those of the HTTP API, and of the models' features."""
    found: set[str] = set()

    def collect(node: object) -> None:
        if isinstance(node, dict):
            found.update(str(key) for key in node.get("properties", {}))
            found.update(str(value) for value in node.get("enum", []))
            for value in node.values():
                collect(value)
        elif isinstance(node, list):
            for value in node:
                collect(value)

    collect(yaml.safe_load((ROOT / "openapi.yaml").read_text("utf-8")))
    models = LIBRARY / "models"
    found.update(json.loads((models / "boilerplate" / "weights.json").read_text("utf-8")))
    found.update(json.loads((models / "boilerplate" / "weights.json").read_text("utf-8"))["cues"])
    found.update(json.loads((models / "summarization" / "weights.json").read_text("utf-8")))
    found.update(json.loads((models / "summarization" / "weights.json").read_text("utf-8"))["features"])
    found.update(json.loads((models / "ner" / "config.json").read_text("utf-8")))
    return frozenset(found) | NAMES


def prose_constants(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and content of each string constant that may be language data."""
    skipped = {
        inner for node in ast.walk(tree) for root in not_data(node) if root for inner in ast.walk(root)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in skipped:
            yield node.lineno, node.value


def not_data(node: ast.AST) -> list[ast.AST | None]:
    """The parts of a node whose strings are no language data.

    They are docstrings, ``__all__``, annotations, names of attributes and types, and messages of errors, of
    the log and of warnings of the API.
    """
    found: list[ast.AST | None] = []
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Assign(targets=[ast.Name(id="__all__")]):
            found = [node.value]
        case ast.AnnAssign() | ast.arg():
            found = [node.annotation]
        case ast.FunctionDef():
            found = [node.returns]
        case ast.Raise():
            found = [node.exc]
        case ast.Call() if is_message(node):
            found = [*node.args, *(keyword.value for keyword in node.keywords)]
        case ast.Call(func=ast.Attribute(attr="__setattr__")):
            found = [node.args[1]]
        case ast.Call(func=ast.Name(id="cast" | "TypeVar" | "getattr" | "setattr" | "hasattr")):
            found = [*node.args[:2]]
    return found


def is_message(call: ast.Call) -> bool:
    """Whether what is called makes an error, a line of the log, or a warning of the API."""
    match call.func:
        case ast.Name(id=name):
            return name.endswith(("Error", "Warning"))
        case ast.Attribute(value=ast.Name(id="log")):
            return True
    return False


PATH = re.compile(r"[\w.]*\[|\[[A-Z]+\]")
"""The beginning of the path of a value ("text.removed["), or a token of the encoder ("[SEP]")."""


@cache
def literals() -> frozenset[str]:
    """Members of ``Literal`` types: they are names, like members of enums."""
    return frozenset(
        leaf.value
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal"
        for leaf in ast.walk(node.slice)
        if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str)
    )


def names_in(tree: ast.Module) -> frozenset[str]:
    """Names of groups of the patterns in a module, and members of ``Literal`` types."""
    groups = (re.findall(r"\(\?P<(\w+)>", content) for _, content in prose_constants(tree))
    return literals() | {name for found in groups for name in found}


def english_in(source: str, words: frozenset[str], excused: frozenset[str] = frozenset()) -> list[str]:
    """Return a line for each constant with English words: its number and the words."""
    tree, found = ast.parse(source), []
    names = contract_words() | names_in(tree) | excused
    for line, content in prose_constants(tree):
        hits = sorted(set(tokens(content)) & words)
        if hits and content not in names and not PATH.fullmatch(content):
            found.append(f"{line}: {' '.join(hits[:12])}{' …' if len(hits) > 12 else ''}")
    return found


WORDS = english_words()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(LIBRARY)))
def test_no_word_of_english_stands_outside_its_folder(path: Path) -> None:
    excused = frozenset(EXCUSED.get(str(path.relative_to(LIBRARY)), ()))
    assert english_in(path.read_text("utf-8"), WORDS, excused) == []


@pytest.mark.parametrize(
    ("source", "hits"),
    [
        ('MONTHS = {"monday": 1}', ["1: monday"]),
        ('WORDS = word_set("""\n said\n eleven\n""")', ["1: eleven said"]),
        (r'P = re.compile(r"\b(?P<monday>\d+)\s(?:of|per)\b")', ["1: of per"]),
        ('x = f"{a} of {b}"', ["1: of"]),
        ('"""On Monday."""\n__all__ = ["said"]', []),
        ('raise ModelError("the file of the model")', []),
        ('log.info("model loaded from disk")', []),
        ('M = re.match(r"(?P<agency>[A-Z]+)", x)["agency"]', []),
        ('span = f"text.removed[{number}]"\nreason = "related"', []),
        ('KIND = "date"\nfeature = values["bottom_edge"]', []),
        ('def f(x: "Table of figures") -> "Table of figures":\n    """Of one."""', []),
    ],
)
def test_this_check_sees_words_and_nothing_else(source: str, hits: list[str]) -> None:
    assert english_in(source, WORDS) == hits
