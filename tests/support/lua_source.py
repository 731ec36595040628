"""Static reading of Lua scripts: which Redis keys each function uses, and how.

A key is a pattern in which ``{}`` stands for each part that is known at run time only. The reading
understands literals, ``..``, ``and``, ``or``, local variables, and functions that only return a key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

ANY = "{}"
_TOKEN = re.compile(r"--[^\n]*|'[^']*'|[A-Za-z_]\w*|[\d.]*\d|\.\.\.|\.\.|[=~<>]=|\n|[^\s]")
_OPERATORS = {*"+-*/%^<>=,({[", "..", "==", "~=", "<=", ">=", "and", "or"}
_COMMANDS: dict[tuple[str, str | None], tuple[str, ...]] = {
    ("r", "string"): ("GET",),
    ("w", "string"): ("SET", "INCR"),
    ("r", "hash"): ("HGET", "HMGET", "HEXISTS", "HSTRLEN"),
    ("w", "hash"): ("HSET", "HSETNX", "HDEL", "HINCRBY", "HINCRBYFLOAT"),
    ("r", "set"): ("SCARD", "SMEMBERS"),
    ("w", "set"): ("SADD", "SREM", "SUNIONSTORE"),
    ("r", "sorted set"): ("ZCARD", "ZSCORE", "ZRANGE", "ZREVRANGE", "ZRANGEBYSCORE", "ZRANK"),
    ("w", "sorted set"): ("ZADD", "ZREM", "ZREMRANGEBYSCORE"),
    ("r", None): ("EXISTS", "TTL", "PTTL"),
    ("w", None): ("DEL", "PEXPIRE", "PEXPIREAT", "PERSIST"),
    ("w", "stream"): ("XADD",),
    ("w", "channel"): ("PUBLISH",),
}
_EFFECTS = {command: effect for effect, commands in _COMMANDS.items() for command in commands}


@dataclass(frozen=True)
class KeyUse:
    """Use of a key by one command.

    Attributes:
        pattern: begins with ``{}`` if a static reading can't tell which key it is.
        access: ``r`` or ``w``.
        type: that the command expects; None if any.
        fields: of a hash.
    """

    pattern: str
    access: str
    type: str | None
    fields: tuple[str, ...]

    @property
    def indirect(self) -> bool:
        """Whether the script gets the key, or its beginning, as a value."""
        return not self.pattern.startswith("ng:")


@dataclass(frozen=True)
class Function:
    """Function at the top of a file; the file's other statements form one with the name ''."""

    name: str
    parameters: tuple[str, ...]
    tokens: tuple[str, ...]


Functions = Mapping[str, Function]
Values = dict[str, set[str]]


def functions(source: str) -> dict[str, Function]:
    """Return the functions of a file by name."""
    tokens = [token for token in _TOKEN.findall(source) if not token.startswith("--")]
    found, rest, at = {}, [], 0
    while at < len(tokens):
        if tokens[at : at + 2] == ["local", "function"]:
            closing, end = _closing(tokens, at + 3), _block_end(tokens, at + 1)
            parameters = tuple(part for part in tokens[at + 4 : closing] if part.isidentifier())
            found[tokens[at + 2]] = Function(tokens[at + 2], parameters, tuple(tokens[closing + 1 : end]))
            at = end + 1
        else:
            rest.append(tokens[at])
            at += 1
    return found | {"": Function("", (), tuple(rest))}


def called(function: Function, known: Functions) -> set[str]:
    """Return the names of the known functions that a function calls."""
    pairs = zip(function.tokens, function.tokens[1:], strict=False)
    return {name for name, following in pairs if following == "(" and name in known}


def key_uses(function: Function, known: Functions) -> Iterator[KeyUse]:
    """Yield the uses of keys by a function's own commands.

    Args:
        function: to read.
        known: functions that it can call, and under names with a slash the other statements of libraries.
    """
    tokens = list(function.tokens)
    variables: Values = {}
    for name in known:
        if name.startswith("/"):
            _bind(known[name].tokens, variables, {})
    variables |= {name: {ANY} for name in function.parameters}
    _bind(tokens, variables, known)
    for at in range(len(tokens) - 4):
        if tokens[at : at + 4] == ["redis", ".", "call", "("]:
            command, *arguments = _split(tokens[at + 4 : _closing(tokens, at + 3)], ",")
            values = [_values(argument, variables, known) for argument in arguments]
            yield from _uses(command[0].strip("'"), values)


def _uses(command: str, values: Sequence[set[str]]) -> Iterator[KeyUse]:
    if command == "TIME":
        return
    access, kind = _EFFECTS[command]
    keys = [(access, value) for value in (values if command == "DEL" else values[:1])]
    if command == "SUNIONSTORE":
        keys += [("r", value) for value in values[1:]]
    fields = tuple(_fields(command, values[1:]))
    for access, patterns in keys:
        for pattern in patterns:
            yield KeyUse(pattern, access, kind, fields)


def _fields(command: str, values: Sequence[set[str]]) -> Iterator[str]:
    """Yield the fields of a hash that a command names."""
    if command.startswith("H"):
        named = {"HSET": values[::2], "HMGET": values, "HDEL": values}.get(command, values[:1])
        yield from (field for value in named for field in value if field != ANY)


def _bind(tokens: Sequence[str], variables: Values, known: Functions) -> None:
    """Add the values of a function's local variables."""
    for at, token in enumerate(tokens):
        if token == "local" and tokens[at + 1] != "function" and "=" in tokens[at:]:
            equals = tokens.index("=", at)
            names = [name for name in tokens[at + 1 : equals] if name != ","]
            expressions = _split(_expression(tokens[equals + 1 :]), ",")
            for name, expression in zip(names, expressions, strict=False):
                variables[name] = variables.get(name, set()) | _values(expression, variables, known)
        if token == "for" and "ipairs" in tokens[at : at + 7]:
            opening = tokens.index("(", at)
            if tokens[opening + 1] == "{":
                items = _split(tokens[opening + 2 : _closing(tokens, opening + 1)], ",")
                variables[tokens[at + 3]] = {item[0].strip("'") for item in items}


def _values(expression: Sequence[str], variables: Values, known: Functions) -> set[str]:
    """Return what an expression may be: one pattern for each way through its ``and`` and ``or``."""
    found: set[str] = set()
    for alternative in _split([token for token in expression if token != "\n"], "or"):
        operands = _split(_split(alternative, "and")[-1], "..")
        for first, *others in product(*(_operand(operand, variables, known) for operand in operands)):
            # A key within a key is one part.
            text = first + "".join(ANY if other.startswith("ng:") else other for other in others)
            found.add(text.replace(ANY + ANY, ANY))
    return found


def _operand(tokens: Sequence[str], variables: Values, known: Functions) -> set[str]:
    if len(tokens) == 1:
        return {tokens[0].strip("'")} if tokens[0].startswith("'") else variables.get(tokens[0], {ANY})
    function = known.get(tokens[0]) if tokens else None
    if function is None or tokens[1] != "(" or _closing(tokens, 1) != len(tokens) - 1:
        return {ANY}
    body = [token for token in function.tokens if token != "\n"]
    if body[:1] != ["return"]:
        return {ANY}
    arguments = [_values(argument, variables, known) for argument in _split(tokens[2:-1], ",")]
    return _values(body[1:], dict(zip(function.parameters, arguments, strict=False)), known)


def _expression(tokens: Sequence[str]) -> list[str]:
    """Return the expressions at the start of some tokens; they end with a line that does not go on."""
    depth, found = 0, list[str]()
    for at, token in enumerate(tokens):
        depth += (token in "({[") - (token in ")}]")
        following = next((other for other in tokens[at + 1 :] if other != "\n"), "")
        if token == "\n" and not depth and not {found[-1], following} & _OPERATORS:
            break
        if token != "\n":
            found.append(token)
    return found


def _split(tokens: Sequence[str], separator: str) -> list[list[str]]:
    """Split tokens at the separators that stand in no brackets."""
    parts: list[list[str]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token in "({[") - (token in ")}]")
        if token == separator and not depth:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _closing(tokens: Sequence[str], opening: int) -> int:
    """Return where the bracket at ``opening`` is closed."""
    depth = 0
    for at in range(opening, len(tokens)):
        depth += (tokens[at] in "({[") - (tokens[at] in ")}]")
        if not depth:
            return at
    raise ValueError("a bracket is not closed")


def _block_end(tokens: Sequence[str], start: int) -> int:
    """Return where the ``end`` of the block that begins at ``start`` stands."""
    depth = 0
    for at in range(start, len(tokens)):
        depth += (tokens[at] in ("function", "if", "do")) - (tokens[at] == "end")
        if not depth:
            return at
    raise ValueError("a block is not closed")
