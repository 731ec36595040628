"""Every Redis key is documented, and each Lua file says at its head which keys it uses."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase

import pytest

from dev.stack import ROOT
from tests.support.lua_source import ANY
from tests.support.redis_keys import (
    LUA,
    PAGE,
    STORE,
    documented,
    documented_fields,
    header,
    lua_files,
    lua_source,
    lua_use,
    pattern,
    python_files,
    python_patterns,
    python_writes,
)

ROWS = documented(PAGE.read_text())
FILES = lua_files()


def keys_in_code() -> set[str]:
    """The patterns in Lua files and in the product's Python modules."""
    uses = [use for name in FILES for use in lua_use(name, lua_source(name)).uses]
    found = {use.pattern for use in uses if not use.indirect}
    modules = python_files("nutgraf", "service", "workers")
    return found.union(*(python_patterns(path.read_text()) for path in modules))


def test_every_key_in_the_code_is_documented() -> None:
    assert keys_in_code() - {pattern(row.key) for row in ROWS} == set()


def test_every_documented_key_is_in_the_code_and_documented_once() -> None:
    assert sorted({pattern(row.key) for row in ROWS} - keys_in_code()) == []
    assert len({pattern(row.key) for row in ROWS}) == len(ROWS)


def test_every_key_that_tools_and_tests_name_is_documented() -> None:
    samples = [re.sub(r"<[^>]+>", "x", row.key) for row in ROWS]
    rows = [re.sub(r"<[^>]+>", "*", row.key) for row in ROWS]
    unknown = {
        (str(path.relative_to(ROOT)), key)
        for path in python_files("dev", "deploy", "benchmarks", "evaluation", "training", "tests")
        for key in python_patterns(path.read_text())
        if not any(fnmatchcase(sample, key.replace(ANY, "*")) for sample in samples)
        and not any(fnmatchcase(key.replace(ANY, "x"), row) for row in rows)
    }
    assert unknown == set()


@pytest.mark.parametrize("name", FILES)
def test_the_header_of_a_lua_file_names_the_keys_that_the_file_uses(name: str) -> None:
    assert _difference(name, lua_source(name)) == set()


@pytest.mark.parametrize("name", FILES)
def test_a_line_that_the_header_lacks_is_noticed(name: str) -> None:
    source = lua_source(name)
    for line in re.findall(r"^--   (?:ng:|via ).*\n", source, re.MULTILINE):
        assert _difference(name, source.replace(line, "--   none\n", 1))


def _difference(name: str, source: str) -> set[object]:
    """Return what only the header or only the code of a Lua file tells about its keys."""
    written, used = header(source), lua_use(name, source)
    named = {
        (_visible(pattern(key.key), key.indirect), access) for key in written.keys for access in key.access
    }
    read = {(_visible(use.pattern, use.indirect), use.access) for use in used.uses}
    types = {_visible(pattern(key.key), key.indirect): key.type for key in written.keys}
    wrong = {
        use for use in used.uses if use.type not in (None, types.get(_visible(use.pattern, use.indirect)))
    }
    return (named ^ read) | (written.via ^ used.via) | wrong


def _visible(key: str, indirect: bool) -> str:  # noqa: FBT001 - two forms of one value
    """What a static reading can tell of a key: of one that the script gets as a value only the end."""
    return ANY + key.rpartition(ANY)[2] if indirect else key


@pytest.mark.parametrize("name", FILES)
def test_the_header_of_a_lua_file_names_its_arguments_in_order(name: str) -> None:
    source = lua_source(name)
    numbers = [re.match(r"\d+", line) for line in header(source).arguments]
    assert [int(number[0]) for number in numbers if number] == list(range(1, len(numbers) + 1))
    read = re.findall(r"ARGV\[(\d+)\]|unpack\(ARGV, \d+, (\d+)\)|remove\(ARGV, (\d+)\)", source)
    assert max((int(number) for match in read for number in match if number), default=0) <= len(numbers)


def test_a_documented_key_has_the_type_that_the_scripts_give_it() -> None:
    types = {row.key: row.type for row in ROWS}
    in_headers = {(key.key, key.type) for name in FILES for key in header(lua_source(name)).keys}
    assert {(key, kind, types.get(key)) for key, kind in in_headers if types.get(key) != kind} == set()


def test_a_documented_key_names_the_files_that_write_it() -> None:
    writers: dict[str, set[str]] = {pattern(row.key): set() for row in ROWS}
    for name in FILES:
        for key in header(lua_source(name)).keys:
            if "w" in key.access:
                writers[pattern(key.key)].add(f"{name}.lua")
    for path in python_files("nutgraf/store"):
        for written in python_writes(path.read_text()):
            writers[written].add(str(path.relative_to(STORE)))
    for row in ROWS:
        assert writers[pattern(row.key)] <= row.files, row.key
        for file in row.files - writers[pattern(row.key)]:
            assert _names(file, pattern(row.key)), (row.key, file)


def _names(file: str, key: str) -> bool:
    """Whether a Python module names a key, which it writes in a way that a static reading can't tell."""
    path = STORE / file if (STORE / file).exists() else ROOT / file
    return path.suffix == ".py" and key in python_patterns(path.read_text())


def test_every_field_of_the_main_hashes_is_documented() -> None:
    found: dict[str, set[str]] = {}
    for name in FILES:
        source = lua_source(name)
        indirect = [pattern(key.key) for key in header(source).keys if key.indirect and key.type == "hash"]
        for use in lua_use(name, source).uses:
            for hashed in indirect if use.indirect else [use.pattern]:
                found.setdefault(hashed, set()).update(use.fields)
    fields = documented_fields(PAGE.read_text())
    assert {key: found[key] for key in fields} == fields
    assert {"ng:article:{}", "ng:story:{}", "ng:delivery:{}", "ng:webhook:{}"} <= set(fields)


def test_every_lua_file_is_run_or_stands_in_front_of_others() -> None:
    sources = "".join(path.read_text() for path in python_files("nutgraf/store"))
    assert [name for name in FILES if f'"{name}"' not in sources] == []
    assert all((LUA / f"{name}.lua").exists() for name in re.findall(r'_run\(\s*"([a-z_/]+)"', sources))
