"""``make judges``: strangers' judgement of the contract, and of whether the service keeps it.

redocly and spectral read the document (they come from npm into .run, and are skipped without it), as does
openapi-spec-validator; schemathesis then calls the running service, with keys on, in every way it can think
of, and follows the links from answer to request.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from dev.stack import ROOT, Stack
from nutgraf.settings import Settings
from nutgraf.store import Store

FOLDER = ROOT / ".run" / "judges"
RULES = ROOT / "deploy" / "contract"
CONTRACT = ROOT / "openapi.yaml"
NPM_PACKAGES = ("@redocly/cli@2.77.0", "@stoplight/spectral-cli@6.16.3")
EXAMPLES, SEED = 20, 20260304
# The quotas are judged by tests of their own; here they would only end the questions early.
KNOBS = {
    "NUTGRAF_AUTH": "on",
    "NUTGRAF_SUBMIT_UNITS_PER_MINUTE": "10000000",
    "NUTGRAF_READ_UNITS_PER_MINUTE": "10000000",
    "NUTGRAF_MAX_WAIT_SECONDS": "2",
    "NUTGRAF_REFUSAL_SECONDS": "0",
    "NUTGRAF_WEBHOOK_MAX_ENDPOINTS": "100000",
    "NUTGRAF_WEBHOOK_ALLOW": "127.0.0.0/8",
}


def main() -> int:
    """Run every judge; the exit status is 0 when none of them objects."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    verdicts = {"openapi-spec-validator": _run(_tool("openapi-spec-validator"), CONTRACT)}
    if _npm_tools():
        bin_folder = FOLDER / "node_modules" / ".bin"
        verdicts["redocly"] = _run(
            bin_folder / "redocly",
            "lint",
            "--config",
            RULES / "redocly.yaml",
            "--format",
            "stylish",
            CONTRACT,
        )
        verdicts["spectral"] = _run(
            bin_folder / "spectral",
            "lint",
            "--fail-severity",
            "hint",
            "--ruleset",
            RULES / "spectral.yaml",
            CONTRACT,
        )
    verdicts["schemathesis"] = _schemathesis()
    print()
    for judge, status in verdicts.items():
        print(f"{judge:<24} {'no objection' if status == 0 else f'objects (status {status})'}")
    return 0 if not any(verdicts.values()) else 1


def _npm_tools() -> bool:
    npm = shutil.which("npm")
    if npm is None:
        print("redocly and spectral are skipped: npm is not installed.")
        return False
    quietly = ("--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--silent")
    return _run(npm, "install", "--prefix", FOLDER, *quietly, *NPM_PACKAGES, quiet=True) == 0


def _schemathesis() -> int:
    # What an earlier run left behind, idempotency keys above all, would be answered from memory.
    shutil.rmtree(FOLDER / "stack", ignore_errors=True)
    with Stack(FOLDER / "stack", knobs=KNOBS) as stack:
        stack.start_redis()
        stack.start_api()
        stack.start_worker()
        stack.wait_until_ready()
        return _run(
            _tool("schemathesis"), "--config-file", RULES / "schemathesis.toml",
            "run", f"{stack.url}/openapi.yaml", "--checks", "all",
            "--header", f"Authorization: Bearer {_key(stack)}", "--max-examples", EXAMPLES, "--seed", SEED,
            "--generation-database", "none", "--request-timeout", 60,
        )  # fmt: skip


def _key(stack: Stack) -> str:
    store = Store(Settings.from_env({"NUTGRAF_REDIS_URL": stack.start_redis()}))
    try:
        secret, _ = store.keys.create("judges", ("submit", "read", "admin"))
        return secret
    finally:
        store.close()


def _tool(name: str) -> Path:
    return Path(sys.executable).parent / name


def _run(program: str | Path, *arguments: object, quiet: bool = False) -> int:
    command = [str(program), *map(str, arguments)]
    if not quiet:
        print(
            f"\n$ {Path(program).name} {' '.join(_shown(argument) for argument in command[1:])}", flush=True
        )
    polite = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true", "NO_COLOR": "1"}
    hooks = {"SCHEMATHESIS_HOOKS": "deploy.contract.hooks", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(  # noqa: S603 - the judges' own commands
        command, cwd=FOLDER, env={**os.environ, **polite, **hooks}, check=False
    )
    return done.returncode


def _shown(argument: str) -> str:
    return "'Authorization: …'" if argument.startswith("Authorization") else argument.replace(f"{ROOT}/", "")


if __name__ == "__main__":
    sys.exit(main())
