"""Redis keys as the page, the headers of the Lua files and the code name them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dev.stack import ROOT
from nutgraf.store.redis.lua_scripts import LIBRARIES
from tests.support.lua_source import ANY, Function, KeyUse, called, functions, key_uses

STORE = ROOT / "nutgraf" / "store"
LUA = STORE / "lua"
PAGE = ROOT / "docs" / "redis-keys.md"
GATE, QUOTA = "articles/authorize_request", "access/quota"  # the scripts that run without the libraries
_ROW = re.compile(r"^\| `(ng:[^`]+)` \| ([^|]+) \| [^|]+ \| ([^|]+) \| [^|]+ \|$", re.MULTILINE)
_HEADER = re.compile(
    r"(?P<sentence>[A-Z][^\n]*[.:](?:\n[^\n]+)*)\n\nKEYS USED\n(?P<keys>.+)\nARGV\n(?P<argv>.+)\nRETURNS\n.+",
    re.DOTALL,
)
_HEADER_KEY = re.compile(r"^(ng:\S+) +([a-z]+(?: set)?) +(r|w|rw) +(\S.*)$")
_HEADER_VIA = re.compile(r"^via (\S+)\.lua: ([\w, ]+)$")
_WRITES = {
    "set",
    "hset",
    "hsetnx",
    "hdel",
    "zadd",
    "zrem",
    "sadd",
    "srem",
    "rpush",
    "delete",
    "pexpire",
    "getdel",
}


@dataclass(frozen=True)
class Row:
    """Row of the page; ``files`` are those that write the key."""

    key: str
    type: str
    files: frozenset[str]


@dataclass(frozen=True)
class HeaderKey:
    """Key in the header of a Lua file; ``indirect`` if the script gets the key as a value."""

    key: str
    type: str
    access: str
    indirect: bool


@dataclass(frozen=True)
class Header:
    """Header of a Lua file.

    Attributes:
        keys: that the file's own commands use.
        via: library and function, through which it uses more keys.
        arguments: the lines on ARGV.
    """

    keys: tuple[HeaderKey, ...]
    via: frozenset[tuple[str, str]]
    arguments: tuple[str, ...]


@dataclass(frozen=True)
class LuaUse:
    """What a static reading finds in a Lua file: uses of keys, and functions through which it uses more."""

    uses: tuple[KeyUse, ...]
    via: frozenset[tuple[str, str]]


def pattern(key: str) -> str:
    """Return a documented key in the form in which keys are read from code."""
    return re.sub(r"<[^>]+>", ANY, key)


def documented(page: str) -> tuple[Row, ...]:
    """Return the rows of the page."""
    return tuple(
        Row(key, kind, frozenset(re.findall(r"`([^`]+)`", files))) for key, kind, files in _ROW.findall(page)
    )


def documented_fields(page: str) -> dict[str, set[str]]:
    """Return the fields of the hashes whose fields the page lists, by pattern."""
    found: dict[str, set[str]] = {}
    for section in re.split(r"^### ", page, flags=re.MULTILINE)[1:]:
        key, *_ = re.findall(r"`([^`]+)`", section)
        rows = re.findall(r"^\| (`[^|]+) \|", section, re.MULTILINE)
        found[pattern(key)] = {pattern(name) for row in rows for name in re.findall(r"`([^`]+)`", row)}
    return found


def lua_files() -> tuple[str, ...]:
    """Return the names of the Lua files, without their suffix."""
    return tuple(str(path.relative_to(LUA).with_suffix("")) for path in sorted(LUA.rglob("*.lua")))


def lua_source(name: str) -> str:
    """Return the text of a Lua file."""
    return (LUA / f"{name}.lua").read_text()


def header(source: str) -> Header:
    """Read the header of a Lua file.

    Raises:
        ValueError: it has not the fixed form.
    """
    lines = source[: source.index("\n\n")].splitlines()
    text = "\n".join(line.removeprefix("--").removeprefix(" ") for line in lines)
    parts = _HEADER.fullmatch(text)
    if parts is None or not all(line.startswith("--") for line in lines):
        raise ValueError("the header has not the fixed form")
    keys: list[HeaderKey] = []
    via: set[tuple[str, str]] = set()
    for line in (line.strip() for line in parts["keys"].splitlines()):
        if match := _HEADER_KEY.match(line):
            key, kind, access, meaning = match.groups()
            keys.append(HeaderKey(key, kind, access, "(named by " in meaning))
        elif match := _HEADER_VIA.match(line):
            via |= {(match[1], name) for name in match[2].split(", ")}
        elif line != "none":
            raise ValueError(f"neither a key nor functions: {line}")
    arguments = tuple(line.strip() for line in parts["argv"].splitlines())
    return Header(tuple(keys), frozenset(via), () if arguments == ("none",) else arguments)


def lua_use(name: str, source: str) -> LuaUse:
    """Return which keys a Lua file uses, as far as a static reading can tell."""
    libraries, own = _libraries(name), functions(source)
    known = {each or f"/{file}": found for file, names in libraries.items() for each, found in names.items()}
    scope = known | {each: found for each, found in own.items() if each}
    uses = tuple(use for function in own.values() for use in key_uses(function, scope))
    origin = {each: file for file, names in libraries.items() for each in names if each}
    helpers = {each for function in own.values() for each in called(function, known) if each not in own}
    return LuaUse(uses, frozenset((origin[each], each) for each in helpers if _uses_keys(each, known)))


@cache
def _library(name: str) -> dict[str, Function]:
    return functions(lua_source(name))


def _libraries(name: str) -> dict[str, dict[str, Function]]:
    """Return the functions of the libraries that stand in front of a file."""
    names = {QUOTA: (), GATE: (QUOTA,)}.get(name, LIBRARIES)
    return {each: _library(each) for each in names}


def _uses_keys(name: str, known: Mapping[str, Function]) -> bool:
    function = known[name]
    return any(key_uses(function, known)) or any(
        _uses_keys(each, known) for each in called(function, known) if each != name
    )


def python_patterns(source: str) -> set[str]:
    """Return the key patterns in the string literals of a Python module."""
    tree = ast.parse(source)
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    found = {_literal(node) for node in ast.walk(tree) if id(node) not in inner}
    return {text + ANY if text.endswith(":") else text for text in found if text.startswith("ng:")}


def python_writes(source: str) -> Iterator[str]:
    """Yield the key patterns that the calls of a Python module write, where the call itself names the key."""
    tree = ast.parse(source)
    helpers = {node.name: node.body[-1] for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _WRITES:
            key: ast.AST | None = node.args[0] if node.args else None
            if isinstance(key, ast.Call) and isinstance(key.func, ast.Name) and key.func.id in helpers:
                returned = helpers[key.func.id]
                key = returned.value if isinstance(returned, ast.Return) else None
            if key is not None and (text := _literal(key)).startswith("ng:"):
                yield text


def _literal(node: ast.AST) -> str:
    """Return the text of a string literal, with ``{}`` for each expression in it; '' for any other node."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_literal(part) or ANY for part in node.values)
    value = node.value if isinstance(node, ast.Constant) else None
    return (
        value.decode(errors="replace")
        if isinstance(value, bytes)
        else value
        if isinstance(value, str)
        else ""
    )


def python_files(*folders: str) -> list[Path]:
    """Return the Python modules below some folders of the repository."""
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
